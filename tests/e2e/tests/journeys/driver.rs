//! What a browser consists of on the machine: its driver, the session with it, and the folder with its files.

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

use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

/// A running browser that any test can drive, one after another: a client ends with the test that it was made in. It is gone when this is dropped.
pub(crate) struct Driven {
    session: String,
    // In this order: the profile can be removed once nothing writes to it any more.
    driver: Driver,
    _profile: Profile,
}

impl Driven {
    pub(crate) async fn start() -> Self {
        let (driver, profile) = (Driver::start(), Profile::new());
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder.capabilities(capabilities(&profile)).connect(&driver.url()).await;
        let client = client.expect("the driver should start a browser; E2E_CHROMIUM says which");
        // Without it the session would end with this client.
        client.persist().await.unwrap();
        let session = client.session_id().await.unwrap().expect("a client has a session");
        Self { session, driver, _profile: profile }
    }

    pub(crate) async fn client(&self) -> Client {
        let (url, connector) = (self.driver.url(), HttpConnector::new());
        let client = Client::with_existing_session(&url, &self.session, connector).await.unwrap();
        client.persist().await.unwrap();
        client
    }
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

/// How often a driver may end before it listens.
const TRIES: u32 = 5;

/// A driver process on a port of its own choice.
struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    fn start() -> Self {
        // It takes a free port of IPv4 and ends if the same one of IPv6 is taken, by a server of another journey for example.
        (0..TRIES).find_map(|_| Self::try_start()).expect("the driver should listen on a port")
    }

    fn try_start() -> Option<Self> {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut command = Command::new(&program);
        command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().unwrap_or_else(|error| {
            panic!("{program} does not start ({error}); CHROMEDRIVER says where it is")
        });
        let Some(port) = read_port(process.stdout.take().unwrap()) else {
            let _ = process.kill();
            let _ = process.wait();
            return None;
        };
        Some(Self { process, port })
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

/// The port that the driver says it listens on, unless it ends before. What it prints later is read too: a full pipe would stop it.
fn read_port(stdout: ChildStdout) -> Option<u16> {
    const BEFORE: &str = "started successfully on port ";
    let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
    let port = lines.find_map(|line| {
        let (_, port) = line.split_once(BEFORE)?;
        port.trim_end_matches('.').parse().ok()
    });
    thread::spawn(move || lines.for_each(drop));
    port
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
