use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::fmt::{self, Debug};

const MASK: &str = "***";

/// Reads a property that is there: `Some(None)` if it is null. What is not there does not come here, and is `None`.
pub fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

/// Implements `Debug` as the JSON of a type, without its secrets.
#[doc(hidden)]
#[macro_export]
macro_rules! print_without_secrets {
    ($name:ident) => {
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::generated::print(self, stringify!($name), f)
            }
        }
    };
}

pub fn print(model: &impl Serialize, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let value = serde_json::to_value(model).map_err(|_| fmt::Error)?;
    f.write_str(name)?;
    f.write_str(" ")?;
    Printed {
        name,
        value: &value,
    }
    .fmt(f)
}

/// A value under the name that it goes by, which says whether it is secret.
struct Printed<'a> {
    name: &'a str,
    value: &'a Value,
}

impl fmt::Debug for Printed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value {
            Value::Object(fields) => f
                .debug_map()
                .entries(fields.iter().map(|(name, value)| {
                    // The id of a token is the token.
                    let secret = name == "id" && self.name.to_lowercase().ends_with("token");
                    let name = if secret { "token" } else { name.as_str() };
                    (name, Printed { name, value })
                }))
                .finish(),
            Value::Array(values) => {
                let name = self.name;
                f.debug_list()
                    .entries(values.iter().map(|value| Printed { name, value }))
                    .finish()
            }
            Value::String(_) if is_secret(self.name) => f.write_str(MASK),
            Value::String(text) => text.fmt(f),
            other => write!(f, "{other}"),
        }
    }
}

fn is_secret(name: &str) -> bool {
    ["password", "passphrase", "secret", "private_key"]
        .iter()
        .any(|word| name.contains(word))
        || ["token", "app_code"].contains(&name)
}
