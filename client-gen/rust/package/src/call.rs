use crate::Error;
use crate::paging::{self, Items};
use crate::request::Request;
use reqwest::header::HeaderMap;
use std::future::{Future, IntoFuture};
use std::pin::Pin;

/// A call of an operation; it is made when it is awaited.
#[derive(Clone, Debug)]
#[must_use = "a call is made when it is awaited"]
pub struct Call<T> {
    request: Request,
    read: fn(Vec<u8>) -> Result<T, Error>,
}

/// An answer with what came beside it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Answer<T> {
    /// What the operation answers.
    pub body: T,
    /// The headers that came with it.
    pub headers: HeaderMap,
}

impl<T> Call<T> {
    pub(crate) fn new(request: Request, read: fn(Vec<u8>) -> Result<T, Error>) -> Self {
        Self { request, read }
    }

    /// Makes the call and keeps the headers of the answer.
    pub async fn answer(self) -> Result<Answer<T>, Error> {
        self.make().await
    }

    /// Makes the call of an operation that lists, again and again, each time for the next ones, until nothing is left.
    ///
    /// It begins at the `offset` and takes the `limit` of the call. `page` says where an answer has the things and
    /// their total, e.g. `|page| (page.instances, page.total)`; without a total it goes on to a page that is empty.
    /// A page is not asked for before its first thing is.
    pub fn items<I>(
        self,
        page: impl FnMut(T) -> (Option<Vec<I>>, Option<i64>) + Send + 'static,
    ) -> Items<I>
    where
        T: Send + 'static,
        I: Send + 'static,
    {
        paging::items(self, page)
    }

    pub(crate) fn offset(&self) -> i64 {
        self.request.number("offset").unwrap_or(0).max(0)
    }

    pub(crate) fn set_offset(&mut self, offset: i64) {
        self.request.replace_query("offset", offset);
    }

    pub(crate) async fn make(&self) -> Result<Answer<T>, Error> {
        let (headers, body) = self.request.send().await?;
        let body = (self.read)(body)?;
        Ok(Answer { body, headers })
    }
}

impl<T: Send + 'static> IntoFuture for Call<T> {
    type Output = Result<T, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { Ok(self.make().await?.body) })
    }
}
