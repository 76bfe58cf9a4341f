use reqwest::header::HeaderValue;
use std::io;
use std::path::Path;

/// A file to be sent: a name and what is in it.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, without a folder.
    pub name: String,
    /// All of its bytes.
    pub content: Vec<u8>,
}

impl File {
    /// A file made of these bytes.
    pub fn new(name: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            content: content.into(),
        }
    }

    /// Reads a file. It is kept in memory, because a signature is made of all of it.
    pub fn read(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Ok(Self::new(name, std::fs::read(path)?))
    }
}

impl std::fmt::Debug for File {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "File {{ {:?}, {} bytes }}",
            self.name,
            self.content.len()
        )
    }
}

/// A body of multipart/form-data that is all in memory, so that it can be signed and sent twice.
#[derive(Clone, Default)]
pub(crate) struct Form(Vec<Vec<u8>>);

impl Form {
    pub(crate) fn field(&mut self, name: &str, value: &str) {
        let head = format!(
            "Content-Disposition: form-data; name=\"{}\"\r\n\r\n",
            quoted(name)
        );
        self.0.push([head.as_bytes(), value.as_bytes()].concat());
    }

    pub(crate) fn file(&mut self, name: &str, file: &File) {
        let head = format!(
            "Content-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: application/octet-stream\r\n\r\n",
            quoted(name),
            quoted(&file.name),
        );
        self.0.push([head.as_bytes(), &file.content].concat());
    }

    /// The value of the header Content-Type, and the body.
    pub(crate) fn finish(self) -> (HeaderValue, Vec<u8>) {
        let boundary = format!(
            "postern-{:016x}{:016x}",
            fastrand::u64(..),
            fastrand::u64(..)
        );
        let mut body = Vec::new();
        for part in self.0 {
            body.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
            body.extend(part);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        let content_type = format!("multipart/form-data; boundary={boundary}");
        (
            content_type.parse().expect("a boundary is visible ASCII"),
            body,
        )
    }
}

/// As browsers quote names.
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
