use crate::error::Refusal;
use crate::{Credentials, Error, Retry};
use reqwest::header::{HeaderMap, HeaderValue, USER_AGENT};
use reqwest::{Request, Url};
use std::sync::Arc;
use std::time::Duration;

const AGENT: &str = concat!("postern-client-rust/", env!("CARGO_PKG_VERSION"));

/// An endpoint and who calls it; the operations are constructed with it, and awaited in a runtime of tokio.
///
/// Clones share their connections.
#[derive(Clone, Debug)]
pub struct Client(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    endpoint: Url,
    credentials: Credentials,
    retry: Retry,
    http: reqwest::Client,
}

/// For a client with settings of one's own.
#[derive(Clone, Debug)]
pub struct ClientBuilder {
    endpoint: String,
    credentials: Credentials,
    retry: Retry,
    timeout: Duration,
    connect_timeout: Duration,
    http: Option<reqwest::Client>,
}

impl Client {
    /// A client with the settings that most want.
    ///
    /// `endpoint` is where the server is, e.g. `http://localhost:8080` or `https://apig.example.com/below/a/path`.
    pub fn new(endpoint: &str, credentials: Credentials) -> Result<Self, Error> {
        Self::builder(endpoint, credentials).build()
    }

    /// For timeouts, retries, proxies and certificates.
    pub fn builder(endpoint: &str, credentials: Credentials) -> ClientBuilder {
        ClientBuilder {
            endpoint: endpoint.to_owned(),
            credentials,
            retry: Retry::default(),
            timeout: Duration::from_secs(60),
            connect_timeout: Duration::from_secs(10),
            http: None,
        }
    }

    /// Where a path of the description is at this endpoint.
    pub(crate) fn url(&self, path: &str, query: &str) -> Url {
        let mut url = self.0.endpoint.clone();
        url.set_path(&format!("{}{path}", url.path().trim_end_matches('/')));
        url.set_query(Some(query).filter(|query| !query.is_empty()));
        url
    }

    /// Makes a request, again while the server is busy; each time it is signed anew.
    pub(crate) async fn send(
        &self,
        request: &Request,
        anonymous: bool,
    ) -> Result<(HeaderMap, Vec<u8>), Error> {
        let mut attempts = 0;
        loop {
            let mut request = request.try_clone().expect("the body is in memory");
            let agent = HeaderValue::from_static(AGENT);
            request.headers_mut().insert(USER_AGENT, agent);
            if !anonymous {
                self.0.credentials.apply(&mut request);
            }
            let response = self
                .0
                .http
                .execute(request)
                .await
                .map_err(Error::Transport)?;
            attempts += 1;
            let status = response.status();
            let mut headers = response.headers().clone();
            if let Some(token) = headers.get_mut("x-subject-token") {
                token.set_sensitive(true);
            }
            let body = response.bytes().await.map_err(Error::Transport)?;
            if status.is_success() {
                return Ok((headers, body.into()));
            }
            match self.0.retry.delay(attempts, status, &headers) {
                Some(delay) => tokio::time::sleep(delay).await,
                None => {
                    return Err(Error::Refused(Box::new(Refusal::new(
                        status, &headers, &body,
                    ))));
                }
            }
        }
    }
}

impl ClientBuilder {
    /// When requests are made again.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// How long one attempt may take, the answer included: a minute if nothing is said.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How long it may take to connect: ten seconds if nothing is said.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// A client of reqwest with proxies, certificates or timeouts of its own; the timeouts here then count for nothing.
    ///
    /// It should not follow redirects, because it would send the token along, wherever they lead.
    pub fn http(mut self, http: reqwest::Client) -> Self {
        self.http = Some(http);
        self
    }

    /// Refuses an endpoint that is none and credentials that are missing.
    pub fn build(self) -> Result<Client, Error> {
        self.credentials.check()?;
        let endpoint = endpoint(&self.endpoint)?;
        let http = match self.http {
            Some(http) => http,
            None => reqwest::Client::builder()
                .timeout(self.timeout)
                .connect_timeout(self.connect_timeout)
                .redirect(reqwest::redirect::Policy::none())
                .build()
                .map_err(Error::Transport)?,
        };
        Ok(Client(Arc::new(Parts {
            endpoint,
            credentials: self.credentials,
            retry: self.retry,
            http,
        })))
    }
}

fn endpoint(text: &str) -> Result<Url, Error> {
    let refused = |shown: &str| {
        Err(Error::Invalid(format!(
            "Not an endpoint: {shown}. Give scheme, host and, if need be, port and path, e.g. http://localhost:8080"
        )))
    };
    match Url::parse(text) {
        Ok(url) if !url.username().is_empty() || url.password().is_some() => {
            refused("it has a user")
        }
        Ok(url)
            if ["http", "https"].contains(&url.scheme())
                && url.has_host()
                && url.query().is_none()
                && url.fragment().is_none() =>
        {
            Ok(url)
        }
        _ => refused(&format!("'{text}'")),
    }
}
