use crate::iam::TokenApi;
use crate::iam::models::{
    KeystoneCreateUserTokenByPasswordRequestBody, TokenAuth, TokenAuthDomain, TokenAuthIdentity,
    TokenAuthMethod, TokenAuthPassword, TokenAuthProject, TokenAuthScope, TokenAuthUser,
};
use crate::{Client, Error, signing};
use chrono::Utc;
use reqwest::Request;
use reqwest::header::HeaderValue;
use std::fmt;

/// Who the requests of a client come from. What is secret in it is never printed.
#[derive(Clone, Debug)]
pub struct Credentials(Kind);

#[derive(Clone)]
enum Kind {
    Nobody,
    Token(String),
    Keys {
        access_key: String,
        secret_key: String,
        project_id: Option<String>,
    },
}

/// What a token is asked for with; the password is never printed.
#[derive(Clone, Default)]
pub struct Login {
    /// The name of the account.
    pub domain: String,
    /// The name of the user in it.
    pub user: String,
    /// The user's password.
    pub password: String,
    /// The id of the project that the token opens.
    pub project_id: String,
}

impl Credentials {
    /// A token, as IAM gives it in the header X-Subject-Token. It is sent as X-Auth-Token.
    pub fn token(token: impl Into<String>) -> Self {
        Self(Kind::Token(token.into()))
    }

    /// An access key, with which each request is signed.
    pub fn keys(access_key: impl Into<String>, secret_key: impl Into<String>) -> Self {
        Self(Kind::Keys {
            access_key: access_key.into(),
            secret_key: secret_key.into(),
            project_id: None,
        })
    }

    /// Says which project the requests are for, as X-Project-Id; of use where an access key opens several.
    pub fn project(mut self, id: impl Into<String>) -> Self {
        if let Kind::Keys { project_id, .. } = &mut self.0 {
            *project_id = Some(id.into());
        }
        self
    }

    /// Gets a token for a user from the IAM at the endpoint. It is good for a day.
    pub async fn login(endpoint: &str, login: &Login) -> Result<Self, Error> {
        for (name, value) in [
            ("domain", &login.domain),
            ("user", &login.user),
            ("password", &login.password),
            ("project_id", &login.project_id),
        ] {
            if value.is_empty() {
                return Err(Error::Invalid(format!(
                    "A token is asked for with domain, user, password and project_id; {name} is empty"
                )));
            }
        }
        let answer = TokenApi::new(&Client::new(endpoint, Self(Kind::Nobody))?)
            .keystone_create_user_token_by_password(&login.body(), Default::default())
            .answer()
            .await?;
        match answer
            .headers
            .get("x-subject-token")
            .map(HeaderValue::to_str)
        {
            Some(Ok(token)) => Ok(Self::token(token)),
            _ => Err(Error::Invalid(format!(
                "{endpoint} is no IAM: its answer has no header X-Subject-Token"
            ))),
        }
    }

    /// Refuses what can never be accepted.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let (sent, secret_key, hint) = match &self.0 {
            Kind::Nobody => return Ok(()),
            Kind::Token(token) => (
                vec![("token", token)],
                None,
                "Give what IAM answers in the header X-Subject-Token",
            ),
            Kind::Keys {
                access_key,
                secret_key,
                project_id,
            } => (
                [("access key", access_key)]
                    .into_iter()
                    .chain(project_id.iter().map(|id| ("project id", id)))
                    .collect(),
                Some(secret_key),
                "Give both keys of an access key, and the id of a project or none",
            ),
        };
        let refused = |what: String| Err(Error::Invalid(format!("The {what}. {hint}")));
        for (name, value) in sent {
            if value.is_empty() {
                return refused(format!("{name} is empty"));
            }
            if !value.bytes().all(|byte| byte.is_ascii_graphic()) {
                return refused(format!("{name} is not plain text without blanks"));
            }
        }
        match secret_key {
            Some(key) if key.is_empty() => refused("secret key is empty".to_owned()),
            _ => Ok(()),
        }
    }

    /// The last thing that happens to a request before it is sent.
    pub(crate) fn apply(&self, request: &mut Request) {
        match &self.0 {
            Kind::Nobody => {}
            Kind::Token(token) => {
                let mut value = HeaderValue::from_str(token).expect("a token is checked");
                value.set_sensitive(true);
                request.headers_mut().insert("x-auth-token", value);
            }
            Kind::Keys {
                access_key,
                secret_key,
                project_id,
            } => {
                if let Some(id) = project_id {
                    let value = HeaderValue::from_str(id).expect("a project id is checked");
                    request.headers_mut().insert("x-project-id", value);
                }
                signing::sign(request, access_key, secret_key, Utc::now());
            }
        }
    }
}

impl Login {
    fn body(&self) -> KeystoneCreateUserTokenByPasswordRequestBody {
        let user = TokenAuthUser {
            name: Some(self.user.clone()),
            password: self.password.clone(),
            domain: Some(TokenAuthDomain {
                name: Some(self.domain.clone()),
                ..Default::default()
            }),
            ..Default::default()
        };
        let project = TokenAuthProject {
            id: Some(self.project_id.clone()),
            ..Default::default()
        };
        KeystoneCreateUserTokenByPasswordRequestBody {
            auth: TokenAuth {
                identity: TokenAuthIdentity {
                    methods: vec![TokenAuthMethod::Password],
                    password: Some(TokenAuthPassword { user }),
                    ..Default::default()
                },
                scope: Some(TokenAuthScope {
                    project: Some(project),
                    ..Default::default()
                }),
            },
        }
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Nobody => f.write_str("nobody"),
            Kind::Token(_) => f.write_str("a token"),
            Kind::Keys { access_key, .. } => write!(f, "the access key {access_key}"),
        }
    }
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Login")
            .field("domain", &self.domain)
            .field("user", &self.user)
            .field("project_id", &self.project_id)
            .finish_non_exhaustive()
    }
}
