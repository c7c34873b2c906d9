//! A static server for the page on this machine, with the headers that `www/_headers` gives to a real host.

use crate::build;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

const FOLDER: &str = "www";
const FIRST_PORT: u16 = 8080;
const N_THREADS: usize = 4;

pub fn run(args: &[String]) -> Result<()> {
    let options = Options::parse(args)?;
    if options.build {
        build::run()?;
    }
    let server = Arc::new(listen(options.port)?);
    let headers = Arc::new(read_headers(Path::new(FOLDER))?);
    let address = format!("http://{}/", server.server_addr().to_ip().context("no address")?);
    println!("Sorot is at {address}  (Ctrl+C stops it)");
    if options.open {
        open_browser(&address);
    }
    let workers: Vec<_> = (0..N_THREADS)
        .map(|_| {
            let (server, headers) = (server.clone(), headers.clone());
            std::thread::spawn(move || {
                for request in server.incoming_requests() {
                    answer(request, &headers);
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().ok();
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
fn listen(port: Option<u16>) -> Result<Server> {
    let bind = |port: u16| Server::http(("127.0.0.1", port));
    match port {
        Some(port) => bind(port).map_err(|error| {
            anyhow::anyhow!("port {port} cannot be used ({error}): choose another with --port, or leave it out")
        }),
        None => (FIRST_PORT..FIRST_PORT + 20)
            .find_map(|port| bind(port).ok())
            .with_context(|| format!("ports {FIRST_PORT} to {} are all taken: choose one with --port", FIRST_PORT + 19)),
    }
}

/// `_headers` in the form that static hosts read: a path pattern, then indented `Name: value` lines. We use only `/*`.
fn read_headers(folder: &Path) -> Result<Vec<Header>> {
    let path = folder.join("_headers");
    let source = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let mut headers = vec![header("Cache-Control", "no-store")];
    for line in source.lines().filter(|line| line.starts_with(' ')) {
        let (name, value) = line.trim().split_once(':').with_context(|| format!("{}: no header: {line}", path.display()))?;
        headers.push(header(name, value.trim()));
    }
    Ok(headers)
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).unwrap_or_else(|()| panic!("{name}: {value} is no header"))
}

fn answer(request: Request, headers: &[Header]) {
    let (status, body, kind) = match (request.method(), file_for(request.url())) {
        (Method::Get | Method::Head, Some(path)) => match fs::read(&path) {
            Ok(body) => (200, body, media_type(&path)),
            Err(_) => (404, format!("{} is not here\n", request.url()).into_bytes(), "text/plain; charset=utf-8"),
        },
        (Method::Get | Method::Head, None) => (400, b"not a path of this site\n".to_vec(), "text/plain; charset=utf-8"),
        _ => (405, b"only GET and HEAD\n".to_vec(), "text/plain; charset=utf-8"),
    };
    let mut response = Response::from_data(body).with_status_code(StatusCode(status)).with_header(header("Content-Type", kind));
    for header in headers {
        response.add_header(header.clone());
    }
    // The browser may have gone away meanwhile: nobody is left to tell.
    request.respond(response).ok();
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
