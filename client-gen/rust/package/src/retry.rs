use reqwest::StatusCode;
use reqwest::header::{HeaderMap, RETRY_AFTER};
use std::time::Duration;

const LONGEST: Duration = Duration::from_secs(30);

/// How often, and how soon, a request is made again that the server did not look at: after 429 and 503.
///
/// Whatever the method, because these two say that nothing was done. A delay that the server asks for with
/// `Retry-After` is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// How many times a request is made in all; 1 means never again.
    pub attempts: u32,
    /// How long to wait after the first time. It doubles each time, up to 30 seconds, and is shortened by up to a
    /// half at random, so that many clients do not come back together.
    pub base_delay: Duration,
}

impl Default for Retry {
    /// Four times, after 200, 400 and 800 milliseconds at most.
    fn default() -> Self {
        Self {
            attempts: 4,
            base_delay: Duration::from_millis(200),
        }
    }
}

impl Retry {
    /// Each request is made once.
    pub const fn off() -> Self {
        Self {
            attempts: 1,
            base_delay: Duration::ZERO,
        }
    }

    /// How long to wait after that many attempts, or None if that was the last.
    pub(crate) fn delay(
        &self,
        attempts: u32,
        status: StatusCode,
        headers: &HeaderMap,
    ) -> Option<Duration> {
        let busy = [
            StatusCode::TOO_MANY_REQUESTS,
            StatusCode::SERVICE_UNAVAILABLE,
        ];
        if attempts >= self.attempts || !busy.contains(&status) {
            return None;
        }
        let asked = headers
            .get(RETRY_AFTER)
            .and_then(|value| value.to_str().ok()?.trim().parse().ok())
            .map(Duration::from_secs);
        Some(asked.unwrap_or_else(|| {
            let factor = 2u32.saturating_pow(attempts - 1);
            let longest = self.base_delay.saturating_mul(factor).min(LONGEST);
            longest.mul_f64(0.5 + fastrand::f64() / 2.0)
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUSY: StatusCode = StatusCode::SERVICE_UNAVAILABLE;

    #[test]
    fn delays_double_up_to_a_limit_and_are_shortened_at_random() {
        let retry = Retry {
            attempts: 100,
            base_delay: Duration::from_millis(100),
        };
        for (attempts, longest) in [(1, 100), (2, 200), (5, 1600), (40, 30_000), (99, 30_000)] {
            let delays: Vec<u128> = (0..50)
                .map(|_| retry.delay(attempts, BUSY, &HeaderMap::new()))
                .map(|delay| delay.unwrap().as_millis())
                .collect();
            assert!(delays.iter().all(|ms| (longest / 2..=longest).contains(ms)));
            assert!(delays.iter().any(|ms| *ms != delays[0]));
        }
    }

    #[test]
    fn the_server_may_say_how_long() {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, "7".parse().unwrap());
        let delay = Retry::default().delay(1, BUSY, &headers);
        assert_eq!(delay, Some(Duration::from_secs(7)));
        headers.insert(
            RETRY_AFTER,
            "Wed, 21 Oct 2026 07:28:00 GMT".parse().unwrap(),
        );
        assert!(Retry::default().delay(1, BUSY, &headers).unwrap() <= Duration::from_millis(200));
    }

    #[test]
    fn only_what_was_not_looked_at_is_asked_again() {
        let retry = Retry::default();
        for status in [200, 400, 401, 404, 409, 500, 502, 504] {
            let status = StatusCode::from_u16(status).unwrap();
            assert_eq!(retry.delay(1, status, &HeaderMap::new()), None);
        }
        assert_eq!(retry.delay(4, BUSY, &HeaderMap::new()), None);
        assert_eq!(Retry::off().delay(1, BUSY, &HeaderMap::new()), None);
    }
}
