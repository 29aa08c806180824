//! How long the simulator takes to start, to answer and to page with a million rows, and what it
//! holds: `cargo bench -p ucloud-sim`. It prints figures and judges none, since they are the
//! machine's as much as ours.
//!
//! On two cores in November 2026 the first answer came 5 ms after the start, and a page of 100 rows
//! took 0.1 to 1.9 ms wherever it began. Filters look at every row of the region, which takes 5 to
//! 16 ms; a community in another order than its own takes 0.18 s, and at most 39 MB were resident.

#![allow(clippy::print_stdout, reason = "figures are what this program is for")]
#![allow(clippy::disallowed_methods, reason = "it measures, and never runs in a browser")]

use std::{
    fs,
    io::{BufRead, BufReader, Error, Read, Result, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Map, Value};
use ucloud_sim::{PRIVATE_KEY, PUBLIC_KEY, sign};

const ROWS: u64 = 1_000_000;
const LIMIT: u64 = 100;
const REQUESTS: usize = 200;
/// What one line of figures may take: a slow list is measured by fewer requests.
const PATIENCE: Duration = Duration::from_secs(3);

/// Every action that pages, with what it needs besides; and the filters that look at each row.
const LISTS: &[(&str, &str)] = &[
    ("DescribeImage", r#"{"Region": "cn-bj2"}"#),
    ("DescribeImage", r#"{"Region": "cn-bj2", "OsType": "Windows"}"#),
    ("DescribeImage", r#"{"Region": "cn-bj2", "Tag": "Default"}"#),
    ("DescribeULHostImage", r#"{"Region": "cn-bj2"}"#),
    ("DescribeCommunityImages", r#"{"Region": "cn-wlcb", "ExcludeReadme": "true"}"#),
    ("DescribeCommunityImages", r#"{"Region": "cn-wlcb"}"#),
    ("DescribeCommunityImages", r#"{"Region": "cn-wlcb", "SortCondition.Field": "Price"}"#),
    ("GetImageBucketList", r#"{"Region": "cn-bj2"}"#),
    ("GetDockerImageList", r#"{"Region": "cn-bj2", "BucketName": "ucs"}"#),
    ("GetRepoImage", r#"{"RepoName": "ucloudcli"}"#),
];

fn main() -> Result<()> {
    let start = Instant::now();
    let mut simulator = Simulator::start()?;
    let mut client = Client::connect(&simulator.address)?;
    client.ask(&page("DescribeImage", r#"{"Region": "cn-bj2"}"#, 0))?;
    println!("first answer after {:.1} ms with {ROWS} rows a region", millis(start.elapsed()));
    println!("resident then      {}", simulator.memory("VmRSS"));
    for (action, params) in LISTS {
        println!("{action} {params}, {LIMIT} rows");
        measure(&mut client, action, params)?;
    }
    println!("resident at most   {}", simulator.memory("VmHWM"));
    simulator.child.kill()?;
    simulator.child.wait().map(drop)
}

/// The first page, one in the middle, and the last whole one.
fn measure(client: &mut Client, action: &str, params: &str) -> Result<()> {
    let answer: Value = serde_json::from_slice(&client.ask(&page(action, params, 0))?)?;
    let total = answer["TotalCount"].as_u64().ok_or_else(|| Error::other(answer.to_string()))?;
    for offset in [0, total / 2, total.saturating_sub(LIMIT)] {
        let times = client.times(&page(action, params, offset))?;
        let count = times.len();
        let (median, slowest) = (millis(times[count / 2]), millis(times[count - 1]));
        println!(
            "  from {offset:>7}: median {median:.2} ms, slowest {slowest:.2} ms of {count} requests"
        );
    }
    Ok(())
}

fn page(action: &str, params: &str, offset: u64) -> String {
    let mut params: Map<String, Value> = serde_json::from_str(params).unwrap_or_default();
    for (key, value) in [("Action", Value::from(action)), ("PublicKey", PUBLIC_KEY.into())] {
        params.insert(key.to_owned(), value);
    }
    params.insert("Offset".to_owned(), offset.into());
    params.insert("Limit".to_owned(), LIMIT.into());
    params.insert("Signature".to_owned(), sign(&params, PRIVATE_KEY).into());
    Value::Object(params).to_string()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The program, as somebody would start it.
struct Simulator {
    child: Child,
    address: String,
}

impl Simulator {
    fn start() -> Result<Self> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ucloud-sim"));
        command.args(["--listen", "127.0.0.1:0", "--rows", &ROWS.to_string()]);
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let mut announced = String::new();
        child.stdout.as_mut().map(|it| BufReader::new(it).read_line(&mut announced)).transpose()?;
        let address = announced.split(['/', ' ']).find(|it| it.starts_with("127."));
        Ok(Self { child, address: address.unwrap_or_default().to_owned() })
    }

    /// A line of what Linux tells about a process; other systems do not tell it so simply.
    fn memory(&self, name: &str) -> String {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.unwrap_or("unknown here").trim().to_owned()
    }
}

/// HTTP over one connection that is kept: what a browser does, and no time for connecting counts.
struct Client {
    stream: BufReader<TcpStream>,
}

impl Client {
    fn connect(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream) })
    }

    fn ask(&mut self, body: &str) -> Result<Vec<u8>> {
        let length = body.len();
        let request = format!(
            "POST / HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        self.stream.get_mut().write_all(request.as_bytes())?;
        let mut answer = vec![0; self.content_length()?];
        self.stream.read_exact(&mut answer)?;
        Ok(answer)
    }

    /// How long the same request takes again and again, from fastest to slowest.
    fn times(&mut self, body: &str) -> Result<Vec<Duration>> {
        let (begin, mut times) = (Instant::now(), Vec::with_capacity(REQUESTS));
        while times.is_empty() || times.len() < REQUESTS && begin.elapsed() < PATIENCE {
            let start = Instant::now();
            self.ask(body)?;
            times.push(start.elapsed());
        }
        times.sort_unstable();
        Ok(times)
    }

    /// Reads the head, up to its empty line.
    fn content_length(&mut self) -> Result<usize> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line)?;
            match line.trim_end().split_once(": ") {
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.parse().unwrap_or_default();
                }
                Some(_) => {}
                None if line.starts_with("HTTP/") => {}
                None => return Ok(length),
            }
        }
    }
}
