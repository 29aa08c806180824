//! A browser with a fresh profile, driven over WebDriver, that is gone when it is dropped.

use std::{
    env, fs,
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpStream},
    path::PathBuf,
    process::{Child, ChildStdout, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::Duration,
};

use fantoccini::{Client, ClientBuilder, wd::Capabilities, wd::WebDriverCompatibleCommand};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A running browser.
pub(crate) struct Browser {
    pub(crate) client: Client,
    // In this order: the profile can be removed once nothing writes to it any more.
    _driver: Driver,
    _profile: Profile,
}

impl Browser {
    pub(crate) async fn start() -> Self {
        let (driver, profile) = (Driver::start(), Profile::new());
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder.capabilities(capabilities(&profile)).connect(&driver.url()).await;
        let client = client.expect("the driver should start a browser; E2E_CHROMIUM says which");
        Self { client, _driver: driver, _profile: profile }
    }

    /// What the console got since this was asked last, each entry with its level in front.
    pub(crate) async fn console(&self) -> Vec<String> {
        let entries = self.client.issue_cmd(ReadConsole).await.unwrap();
        let part = |entry: &Value, name| entry[name].as_str().unwrap_or_default().to_owned();
        let entries = entries.as_array().unwrap().iter();
        entries.map(|it| format!("{} {}", part(it, "level"), part(it, "message"))).collect()
    }

    /// The errors among them: exceptions, violated policies, files that are missing.
    pub(crate) async fn console_errors(&self) -> Vec<String> {
        errors_in(self.console().await)
    }

    /// Has a screen of so many pixels from now on. A window cannot be as narrow as a phone.
    pub(crate) async fn screen(&self, width: u64, height: u64) {
        let params =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", params).await;
    }

    /// Tells the browser what only its developer tools can, and returns what they say.
    pub(crate) async fn devtools(&self, cmd: &str, params: Value) -> Value {
        self.client.issue_cmd(DevTools(json!({ "cmd": cmd, "params": params }))).await.unwrap()
    }
}

/// The errors among the entries of a console.
pub(crate) fn errors_in(entries: Vec<String>) -> Vec<String> {
    entries.into_iter().filter(|it| it.starts_with("SEVERE")).collect()
}

fn capabilities(profile: &Profile) -> Capabilities {
    let profile = format!("--user-data-dir={}", profile.0.display());
    let mut chrome = json!({
        "args": [
            profile,
            "--headless=new",
            // Wide enough for the list and a detail beside it.
            "--window-size=1440,900",
            // Continuous integration often runs as root and with a small /dev/shm, where Chromium would not start.
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            // Nothing that asks the network for anything but the page.
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            // Whatever a journey shows, it asks nobody but the servers of the journey.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
        ],
        "prefs": {
            "intl.accept_languages": "en-US,en",
            // So that a journey may look at what was copied.
            "profile.default_content_setting_values.clipboard": 1,
        },
    });
    if let Ok(binary) = env::var("E2E_CHROMIUM") {
        chrome["binary"] = binary.into();
    }
    [("goog:chromeOptions", chrome), ("goog:loggingPrefs", json!({ "browser": "ALL" }))]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// A driver process on a port of its own choice.
struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    fn start() -> Self {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut command = Command::new(&program);
        command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().unwrap_or_else(|error| {
            panic!("{program} does not start ({error}); CHROMEDRIVER says where it is")
        });
        let port = read_port(process.stdout.take().unwrap());
        Self { process, port }
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Returns once the connection is closed, which is when it has ended its browsers.
    fn ask_to_stop(&self) -> io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
        io::copy(&mut stream, &mut io::sink()).map(drop)
    }
}

/// A driver that is killed leaves its browser behind, so it is asked first.
impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.ask_to_stop();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port that the driver says it listens on. What it prints later is read too: a full pipe would stop it.
fn read_port(stdout: ChildStdout) -> u16 {
    const BEFORE: &str = "started successfully on port ";
    let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
    let port = lines.find_map(|line| {
        let (_, port) = line.split_once(BEFORE)?;
        port.trim_end_matches('.').parse().ok()
    });
    thread::spawn(move || lines.for_each(drop));
    port.expect("the driver should say which port it listens on")
}

/// A folder for a browser's own files, in the build's folder for such things.
struct Profile(PathBuf);

impl Profile {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("journeys-{}-{number}", std::process::id());
        Self(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name))
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Takes the entries of the console that have not been taken yet.
#[derive(Debug)]
struct ReadConsole;

impl WebDriverCompatibleCommand for ReadConsole {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        let body: Value = json!({ "type": "browser" });
        (http::Method::POST, Some(body.to_string()))
    }
}

/// A command of the developer tools.
#[derive(Debug)]
struct DevTools(Value);

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.0.to_string()))
    }
}
