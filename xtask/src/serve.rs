//! A static server for the page on this machine, with the headers that `www/_headers` gives to a real host.

use crate::build;
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

const FOLDER: &str = "www";
const FIRST_PORT: u16 = 8080;
/// Longer request lines and headers than this are no browser's.
const MAX_LINE: u64 = 16_384;

pub fn run(args: &[String]) -> Result<()> {
    let options = Options::parse(args)?;
    if options.build {
        build::run()?;
    }
    let listener = listen(options.port)?;
    let headers: Arc<str> = read_headers(Path::new(FOLDER))?.into();
    let address = format!("http://{}/", listener.local_addr().context("no address")?);
    println!("Sorot is at {address}  (Ctrl+C stops it)");
    if options.open {
        open_browser(&address);
    }
    // A thread for each connection: browsers open some that they never use, and no other may wait for those.
    for stream in listener.incoming().flatten() {
        let headers = headers.clone();
        std::thread::spawn(move || converse(&stream, &headers));
    }
    Ok(())
}

struct Options {
    port: Option<u16>,
    open: bool,
    build: bool,
}

impl Options {
    fn parse(args: &[String]) -> Result<Self> {
        let mut options = Self { port: None, open: true, build: true };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--port" => {
                    options.port =
                        Some(args.next().and_then(|port| port.parse().ok()).context("--port needs a number, 0 to 65535")?)
                }
                "--no-open" => options.open = false,
                "--no-build" => options.build = false,
                other => bail!("serve does not know {other:?}: --port N, --no-open, --no-build"),
            }
        }
        Ok(options)
    }
}

/// The port asked for, or the first free one from 8080 on; port 0 lets the system choose.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port: u16| TcpListener::bind(("127.0.0.1", port));
    match port {
        Some(port) => {
            bind(port).with_context(|| format!("port {port} cannot be used: choose another with --port, or leave it out"))
        }
        None => (FIRST_PORT..FIRST_PORT + 20)
            .find_map(|port| bind(port).ok())
            .with_context(|| format!("ports {FIRST_PORT} to {} are all taken: choose one with --port", FIRST_PORT + 19)),
    }
}

/// `_headers` in the form that static hosts read: a path pattern, then indented `Name: value` lines. We use only `/*`.
fn read_headers(folder: &Path) -> Result<String> {
    let path = folder.join("_headers");
    let source = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let mut headers = String::from("Cache-Control: no-store\r\n");
    for line in source.lines().filter(|line| line.starts_with(' ')) {
        line.contains(": ").then_some(()).with_context(|| format!("{}: no header: {line}", path.display()))?;
        headers.push_str(line.trim());
        headers.push_str("\r\n");
    }
    Ok(headers)
}

/// Answers the requests of one connection until the browser closes it.
fn converse(stream: &TcpStream, headers: &str) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    loop {
        let request = read_line(&mut reader)?;
        while !read_line(&mut reader)?.is_empty() {}
        let mut words = request.split(' ');
        let (Some(method), Some(url)) = (words.next(), words.next()) else { return Ok(()) };
        answer(stream, method, url, headers)?;
    }
}

/// A line without its end; empty at the end of the headers and of the connection.
fn read_line(reader: &mut BufReader<&TcpStream>) -> io::Result<String> {
    let mut line = String::new();
    reader.by_ref().take(MAX_LINE).read_line(&mut line)?;
    Ok(line.trim_end().to_string())
}

fn answer(mut stream: &TcpStream, method: &str, url: &str, headers: &str) -> io::Result<()> {
    const PLAIN: &str = "text/plain; charset=utf-8";
    let (status, body, kind) = match (method, file_for(url)) {
        ("GET" | "HEAD", Some(path)) => match fs::read(&path) {
            Ok(body) => ("200 OK", body, media_type(&path)),
            Err(_) => ("404 Not Found", format!("{url} is not here\n").into_bytes(), PLAIN),
        },
        ("GET" | "HEAD", None) => ("400 Bad Request", b"not a path of this site\n".to_vec(), PLAIN),
        _ => ("405 Method Not Allowed", b"only GET and HEAD\n".to_vec(), PLAIN),
    };
    let length = body.len();
    let mut response =
        format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{headers}\r\n").into_bytes();
    if method != "HEAD" {
        response.extend(body);
    }
    stream.write_all(&response)
}

/// The file of a URL, never outside the folder.
fn file_for(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let is_plain = |part: &str| !part.starts_with('.') && !part.contains(['\\', '%', ':', '\0']);
    let mut file = PathBuf::from(FOLDER);
    for part in path.split('/').filter(|part| !part.is_empty()) {
        is_plain(part).then(|| file.push(part))?;
    }
    if path.is_empty() || path.ends_with('/') {
        file.push("index.html");
    }
    Some(file)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ext| ext.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Opens the reader's browser where there is a screen; silence where there is none.
fn open_browser(address: &str) {
    let has_screen = cfg!(any(target_os = "macos", windows))
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    if has_screen {
        Command::new(opener).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_never_leave_the_folder() {
        assert_eq!(file_for("/"), Some(PathBuf::from("www/index.html")));
        assert_eq!(file_for("/js/app.js?v=1"), Some(PathBuf::from("www/js/app.js")));
        for url in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/.git/config", "/a\\b", "Cargo.toml", "/c:/x"] {
            assert_eq!(file_for(url), None, "{url}");
        }
    }
}
