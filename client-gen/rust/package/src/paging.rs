use crate::{Call, Error};
use futures_util::stream::{BoxStream, TryStreamExt, iter, try_unfold};

/// The things of a list, page after page.
///
/// A stream and not an iterator, because the next page is waited for; [`TryStreamExt`](crate::TryStreamExt) has
/// `try_next`, `try_collect` and what else one does with it.
pub type Items<I> = BoxStream<'static, Result<I, Error>>;

pub(crate) fn items<T, I>(
    call: Call<T>,
    page: impl FnMut(T) -> (Option<Vec<I>>, Option<i64>) + Send + 'static,
) -> Items<I>
where
    T: Send + 'static,
    I: Send + 'static,
{
    let pages = try_unfold(Some((call, page)), |rest| async move {
        let Some((mut call, mut page)) = rest else {
            return Ok(None);
        };
        let (items, total) = page(call.make().await?.body);
        let items = items.unwrap_or_default();
        let offset = call.offset() + items.len() as i64;
        let more = !items.is_empty() && total.is_none_or(|total| offset < total);
        call.set_offset(offset);
        let rest = more.then_some((call, page));
        Ok(Some((iter(items.into_iter().map(Ok)), rest)))
    });
    Box::pin(pages.try_flatten())
}
