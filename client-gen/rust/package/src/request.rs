use crate::form::Form;
use crate::signing::encode;
use crate::{Call, Client, Error, File};
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Body, Method};
use serde::Serialize;
use std::fmt::{self, Display};

/// What an operation sends, put together by the generated code. What cannot be sent is told when it is sent.
#[derive(Clone)]
pub struct Request {
    client: Client,
    method: Method,
    path: String,
    query: Vec<(&'static str, String)>,
    headers: HeaderMap,
    body: Vec<u8>,
    form: Option<Form>,
    anonymous: bool,
    problem: Option<String>,
}

impl Request {
    pub fn new(client: &Client, method: Method, path: &str) -> Self {
        Self {
            client: client.clone(),
            method,
            path: path.to_owned(),
            query: Vec::new(),
            headers: HeaderMap::new(),
            body: Vec::new(),
            form: None,
            anonymous: false,
            problem: None,
        }
    }

    /// Nobody has to say who they are for this one.
    pub fn anonymous(mut self) -> Self {
        self.anonymous = true;
        self
    }

    /// A value of the path. One that is empty, `.` or `..` would make it the path of another operation.
    pub fn path(mut self, name: &str, value: impl Display) -> Self {
        let value = value.to_string();
        if matches!(value.as_str(), "" | "." | "..") {
            self.problem = Some(format!("{name} is '{value}', which names nothing"));
        }
        self.path = self.path.replace(&format!("{{{name}}}"), &encode(&value));
        self
    }

    pub fn query(mut self, name: &'static str, value: Option<impl Display>) -> Self {
        if let Some(value) = value {
            self.query.push((name, value.to_string()));
        }
        self
    }

    /// A list, each value with the name before it or all of them with commas between.
    pub fn queries(
        self,
        name: &'static str,
        values: Option<Vec<impl Display>>,
        each: bool,
    ) -> Self {
        let Some(values) = values else { return self };
        if each {
            values
                .into_iter()
                .fold(self, |request, value| request.query(name, Some(value)))
        } else {
            let values: Vec<String> = values.iter().map(ToString::to_string).collect();
            self.query(name, Some(values.join(",")))
        }
    }

    pub fn header(mut self, name: &'static str, value: Option<impl Display>) -> Self {
        if let Some(value) = value {
            match HeaderValue::from_str(&value.to_string()) {
                Ok(value) => {
                    let name = HeaderName::from_bytes(name.as_bytes())
                        .expect("the description names a header");
                    self.headers.insert(name, value);
                }
                Err(_) => self.problem = Some(format!("{name} cannot be sent as a header")),
            }
        }
        self
    }

    pub fn json(mut self, body: Option<&impl Serialize>) -> Self {
        if let Some(body) = body {
            match serde_json::to_vec(body) {
                Ok(bytes) => self.body = bytes,
                Err(problem) => self.problem = Some(problem.to_string()),
            }
            self.headers
                .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        self
    }

    pub fn field(mut self, name: &str, value: Option<impl Display>) -> Self {
        let form = self.form.get_or_insert_default();
        if let Some(value) = value {
            form.field(name, &value.to_string());
        }
        self
    }

    pub fn file(mut self, name: &str, value: Option<File>) -> Self {
        let form = self.form.get_or_insert_default();
        if let Some(file) = value {
            form.file(name, &file);
        }
        self
    }

    pub fn call<T>(mut self, read: fn(Vec<u8>) -> Result<T, Error>) -> Call<T> {
        if let Some(form) = self.form.take() {
            let (content_type, body) = form.finish();
            self.headers.insert(CONTENT_TYPE, content_type);
            self.body = body;
        }
        Call::new(self, read)
    }

    /// A number of the query, if it has one of that name.
    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        let (_, value) = self.query.iter().find(|(found, _)| *found == name)?;
        value.parse().ok()
    }

    pub(crate) fn replace_query(&mut self, name: &'static str, value: i64) {
        self.query.retain(|(found, _)| *found != name);
        self.query.push((name, value.to_string()));
    }

    pub(crate) async fn send(&self) -> Result<(HeaderMap, Vec<u8>), Error> {
        if let Some(problem) = &self.problem {
            return Err(Error::Invalid(problem.clone()));
        }
        let query: Vec<String> = self
            .query
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        let url = self.client.url(&self.path, &query.join("&"));
        let mut request = reqwest::Request::new(self.method.clone(), url);
        *request.headers_mut() = self.headers.clone();
        if !self.body.is_empty() {
            *request.body_mut() = Some(Body::from(self.body.clone()));
        }
        self.client.send(&request, self.anonymous).await
    }
}

/// The rest may be secret.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

/// How answers are read.
pub mod answers {
    use crate::Error;
    use serde::de::DeserializeOwned;

    /// An answer without a body is one without a field.
    pub fn json<T: DeserializeOwned>(body: Vec<u8>) -> Result<T, Error> {
        let body = if body.is_empty() {
            b"{}"
        } else {
            body.as_slice()
        };
        serde_json::from_slice(body).map_err(Error::Unreadable)
    }

    pub fn bytes(body: Vec<u8>) -> Result<Vec<u8>, Error> {
        Ok(body)
    }

    pub fn nothing(_: Vec<u8>) -> Result<(), Error> {
        Ok(())
    }
}
