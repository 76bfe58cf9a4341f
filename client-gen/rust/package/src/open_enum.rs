/// Declares an enum that takes and keeps values it does not know, because the server may be newer.
///
/// Its default is no value at all, which a server refuses: what was forgotten is not made up.
#[doc(hidden)]
#[macro_export]
macro_rules! open_enum {
    ($(#[$doc:meta])* $name:ident: String { $($(#[$about:meta])* $variant:ident = $value:literal,)* }) => {
        $crate::open_enum!(@ $(#[$doc])* $name: String { $($(#[$about])* $variant = $value,)* });

        impl From<String> for $name {
            fn from(value: String) -> Self {
                match value.as_str() {
                    $($value => Self::$variant,)*
                    _ => Self::UnknownValue(value),
                }
            }
        }

        impl From<&str> for $name {
            fn from(value: &str) -> Self {
                value.to_owned().into()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                match value {
                    $($name::$variant => $value.to_owned(),)*
                    $name::UnknownValue(value) => value,
                }
            }
        }
    };
    ($(#[$doc:meta])* $name:ident: i64 { $($(#[$about:meta])* $variant:ident = $value:literal,)* }) => {
        $crate::open_enum!(@ $(#[$doc])* $name: i64 { $($(#[$about])* $variant = $value,)* });

        impl From<i64> for $name {
            fn from(value: i64) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::UnknownValue(value),
                }
            }
        }

        impl From<$name> for i64 {
            fn from(value: $name) -> Self {
                match value {
                    $($name::$variant => $value,)*
                    $name::UnknownValue(value) => value,
                }
            }
        }
    };
    (@ $(#[$doc:meta])* $name:ident: $type:ty { $($(#[$about:meta])* $variant:ident = $value:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$about])* $variant,)*
            /// A value that this client does not know.
            UnknownValue($type),
        }

        impl Default for $name {
            fn default() -> Self {
                Self::UnknownValue(<$type>::default())
            }
        }

        impl $crate::generated::Serialize for $name {
            fn serialize<S: $crate::generated::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                <$type>::from(self.clone()).serialize(to)
            }
        }

        impl<'de> $crate::generated::Deserialize<'de> for $name {
            fn deserialize<D: $crate::generated::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                <$type>::deserialize(from).map(Self::from)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    $(Self::$variant => f.write_str(&$value.to_string()),)*
                    Self::UnknownValue(value) => value.fmt(f),
                }
            }
        }
    };
}
