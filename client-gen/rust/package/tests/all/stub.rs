use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Gives the answers that it was made with, one after the other and then the last one, and keeps the requests.
pub struct Stub {
    pub endpoint: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Stub {
    pub async fn json(status: u16, body: &str) -> Self {
        Self::new(vec![answer(status, "Content-Type: application/json", body)]).await
    }

    pub async fn new(answers: Vec<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let kept = requests.clone();
        tokio::spawn(async move {
            for number in 0.. {
                let (mut socket, _) = listener.accept().await.unwrap();
                let request = request(&mut socket).await;
                kept.lock().unwrap().push(request);
                let answer = &answers[number.min(answers.len() - 1)];
                socket.write_all(answer.as_bytes()).await.unwrap();
            }
        });
        Self { endpoint, requests }
    }

    /// Whole requests, head and body.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }

    /// The first line of the last request, without the version.
    pub fn line(&self) -> String {
        let requests = self.requests();
        let line = requests.last().unwrap().lines().next().unwrap();
        line.trim_end_matches(" HTTP/1.1").to_owned()
    }

    /// A header of a request.
    pub fn header(&self, number: usize, name: &str) -> Option<String> {
        let request = &self.requests()[number];
        let (head, _) = request.split_once("\r\n\r\n").unwrap();
        head.lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.to_owned())
    }
}

pub fn answer(status: u16, headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status} Said\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n\r\n{body}"
    )
}

/// Reads the head and as many bytes of body as it names.
async fn request(socket: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut buffer = [0; 65536];
    loop {
        let complete = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = complete.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .filter_map(|line| {
                    line.to_lowercase()
                        .strip_prefix("content-length: ")?
                        .parse()
                        .ok()
                })
                .next()
                .unwrap_or(0);
            if body.len() >= length {
                return complete;
            }
        }
        let read = tokio::time::timeout(Duration::from_secs(10), socket.read(&mut buffer));
        let count = read.await.unwrap().unwrap();
        assert!(count > 0, "a request ends early");
        bytes.extend_from_slice(&buffer[..count]);
    }
}
