use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde_json::Value;
use std::fmt;

/// Why there is no answer.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// What was given cannot be right; says what would be. Mostly, nothing was sent.
    Invalid(String),
    /// Nothing answered: no connection, a timeout, a certificate that is not trusted.
    Transport(reqwest::Error),
    /// The server, or something on the way to it, refused.
    Refused(Box<Refusal>),
    /// The server did what was asked, but its answer is not what the description says.
    Unreadable(serde_json::Error),
}

/// What was answered in the place of what was asked for.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Refusal {
    /// The HTTP status.
    pub status: StatusCode,
    /// The `error_code`, e.g. `APIG.3404`; IAM's code, e.g. `401`. None where something else answered.
    pub code: Option<String>,
    /// The `error_msg`; IAM's message.
    pub message: Option<String>,
    /// Under which the server remembers the request.
    pub request_id: Option<String>,
    /// All of the answer, whatever it is.
    pub body: String,
}

impl Error {
    /// What was answered, if anything was.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Error::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// The HTTP status of a refusal.
    pub fn status(&self) -> Option<StatusCode> {
        self.refusal().map(|refusal| refusal.status)
    }

    /// The error code of a refusal, e.g. `APIG.3404`.
    pub fn code(&self) -> Option<&str> {
        self.refusal()?.code.as_deref()
    }

    /// What the server says is wrong.
    pub fn message(&self) -> Option<&str> {
        self.refusal()?.message.as_deref()
    }

    /// 401: the token or the signature is not accepted.
    pub fn is_unauthenticated(&self) -> bool {
        self.status() == Some(StatusCode::UNAUTHORIZED)
    }

    /// 403: the caller may not do this, or a quota is used up.
    pub fn is_forbidden(&self) -> bool {
        self.status() == Some(StatusCode::FORBIDDEN)
    }

    /// 404: what the path names is not there.
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(StatusCode::NOT_FOUND)
    }

    /// 409: not in the state that things are in.
    pub fn is_conflict(&self) -> bool {
        self.status() == Some(StatusCode::CONFLICT)
    }
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        let json: Value = serde_json::from_slice(body).unwrap_or_default();
        let iam = &json["error"];
        Self {
            status,
            code: text(&json["error_code"]).or_else(|| text(&iam["code"])),
            message: text(&json["error_msg"]).or_else(|| text(&iam["message"])),
            request_id: text(&json["request_id"])
                .or_else(|| Some(headers.get("x-request-id")?.to_str().ok()?.to_owned())),
            body: String::from_utf8_lossy(body).into_owned(),
        }
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Invalid(reason) => f.write_str(reason),
            Error::Transport(_) => f.write_str("the server did not answer"),
            Error::Refused(refusal) => refusal.fmt(f),
            Error::Unreadable(_) => f.write_str("the answer is not what the description says"),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status)?;
        if let Some(code) = &self.code {
            write!(f, ": {code}")?;
        }
        if let Some(message) = &self.message {
            write!(f, " {message}")?;
        }
        match &self.request_id {
            Some(id) => write!(f, " (request {id})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Transport(cause) => Some(cause),
            Error::Unreadable(cause) => Some(cause),
            Error::Invalid(_) | Error::Refused(_) => None,
        }
    }
}
