//! The command line: as typed, to a [`Command`].

use crate::bench;
use crate::error::{Error, Result};
use crate::lighthouse;

pub(crate) const USAGE: &str = "\
cargo xtask <command>

  serve    build the page and the gateway, serve sample data, print the address
             --port <number>    8080 unless told
             --open             open the page in the browser
             -- <arguments>     handed on to the gateway
  test     everything: format, lints, docs, native and browser tests, page, journeys, tidy, size
  check    the fast half: format, lints, native tests, tidy
  dist     build the page into target/dist and weigh it
  site     the page with sample data beside it in target/site, for a host that only serves files
  rows     write a file of rows that the page opens by a link; docs/rows-file.md says more
             --catalog <name>   as in links: uhost, community, …
             --rows <number>    so many from the simulator, or
             --from <file>      those of a JSON file, as the API returns them
             --out <file>       where to write it
  tidy     the rules of ARCHITECTURE.md that no compiler knows
  bench    measure the engine, natively and in a browser, and the page, and write docs/benchmarks.md
             --rows <numbers>   10000,100000,1000000 unless told
             --reps <number>    fresh browsers that measure the page, 3 unless told
             --only <part>      engine, wasm or page
  lighthouse   what Lighthouse says of the page, into docs/lighthouse.md
             --reps <number>    runs for each device and theme, 5 unless told
             --only <device>    desktop or mobile
  screenshots  chosen pictures of the page, into docs/screenshots
             --all              every state on each screen, in each theme and language, into target/screenshots
  help     this text

Every command first installs what it needs and says so.
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Serve(Serve),
    /// Waits for the gateway and prints its address: what `serve` starts beside it, not meant to be typed.
    Announce {
        port: u16,
        open: bool,
    },
    Test,
    Check,
    Dist,
    Site,
    /// Handed on to the program that writes the file, as they are.
    Rows(Vec<String>),
    Tidy,
    Bench(bench::Options),
    Lighthouse(lighthouse::Options),
    Screenshots {
        all: bool,
    },
}

/// The options of `serve`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Serve {
    pub(crate) port: u16,
    pub(crate) open: bool,
    /// Handed on to the gateway as they are.
    pub(crate) gateway_args: Vec<String>,
}

impl Default for Serve {
    fn default() -> Self {
        Self { port: 8080, open: false, gateway_args: Vec::new() }
    }
}

/// Reads the arguments that follow the program's name.
///
/// # Errors
/// An unknown command or option, or a port that is not one.
pub(crate) fn parse(args: impl IntoIterator<Item = String>) -> Result<Command> {
    let mut args = args.into_iter();
    let name = args.next().unwrap_or_else(|| "help".to_owned());
    match name.as_str() {
        "serve" => Ok(Command::Serve(parse_serve(args)?)),
        "announce" => {
            parse_serve(args).map(|it| Command::Announce { port: it.port, open: it.open })
        }
        "test" => alone(args, Command::Test),
        "check" => alone(args, Command::Check),
        "dist" => alone(args, Command::Dist),
        "site" => alone(args, Command::Site),
        "rows" => Ok(Command::Rows(args.collect())),
        "tidy" => alone(args, Command::Tidy),
        "bench" => bench::Options::parse(args).map(Command::Bench),
        "lighthouse" => lighthouse::Options::parse(args).map(Command::Lighthouse),
        "screenshots" => parse_screenshots(args),
        "help" | "--help" | "-h" => Ok(Command::Help),
        _ => Err(usage(format!("there is no command `{name}`"))),
    }
}

fn parse_serve(mut args: impl Iterator<Item = String>) -> Result<Serve> {
    let mut serve = Serve::default();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--port" => serve.port = parse_port(args.next())?,
            "--open" => serve.open = true,
            "--" => serve.gateway_args.extend(args.by_ref()),
            _ => match arg.strip_prefix("--port=") {
                Some(port) => serve.port = parse_port(Some(port.to_owned()))?,
                None => return Err(unexpected(&arg)),
            },
        }
    }
    Ok(serve)
}

fn parse_port(text: Option<String>) -> Result<u16> {
    let text = text.unwrap_or_default();
    match text.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err(usage(format!("`--port` takes a number from 1 to 65535, not `{text}`"))),
    }
}

fn parse_screenshots(args: impl Iterator<Item = String>) -> Result<Command> {
    let mut args = args.peekable();
    let all = args.next_if(|it| it == "--all").is_some();
    alone(args, Command::Screenshots { all })
}

fn alone(mut args: impl Iterator<Item = String>, command: Command) -> Result<Command> {
    match args.next() {
        Some(arg) if arg == "--help" || arg == "-h" => Ok(Command::Help),
        Some(arg) => Err(unexpected(&arg)),
        None => Ok(command),
    }
}

fn unexpected(arg: &str) -> Error {
    usage(format!("`{arg}` is not expected here"))
}

fn usage(problem: String) -> Error {
    Error::Usage(problem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::needless_pass_by_value, reason = "the cases read better")]
    fn check(typed: &str, expected: Option<Command>) {
        let parsed = parse(typed.split_whitespace().map(str::to_owned));
        assert_eq!(parsed.ok(), expected, "cargo xtask {typed}");
    }

    fn serve(port: u16, open: bool, gateway_args: &[&str]) -> Option<Command> {
        let gateway_args = gateway_args.iter().map(|&it| it.to_owned()).collect();
        Some(Command::Serve(Serve { port, open, gateway_args }))
    }

    #[test]
    fn commands() {
        check("", Some(Command::Help));
        check("help", Some(Command::Help));
        check("--help", Some(Command::Help));
        check("test", Some(Command::Test));
        check("test --help", Some(Command::Help));
        check("check", Some(Command::Check));
        check("dist", Some(Command::Dist));
        check("site", Some(Command::Site));
        check("tidy", Some(Command::Tidy));
        let typed = ["--catalog", "uhost", "--help"].map(str::to_owned).to_vec();
        check("rows --catalog uhost --help", Some(Command::Rows(typed)));
        check("bench", Some(Command::Bench(bench::Options::default())));
        check("lighthouse", Some(Command::Lighthouse(lighthouse::Options::default())));
        check("screenshots", Some(Command::Screenshots { all: false }));
        check("screenshots --all", Some(Command::Screenshots { all: true }));
        check("screenshots --some", None);
        check("tset", None);
        check("dist --fast", None);
    }

    #[test]
    fn serve_options() {
        check("serve", serve(8080, false, &[]));
        check("serve --port 9000", serve(9000, false, &[]));
        check("serve --port=9000 --open", serve(9000, true, &[]));
        check("serve -- --port 1 --rows 5", serve(8080, false, &["--port", "1", "--rows", "5"]));
        check("serve --port", None);
        check("serve --port 0", None);
        check("serve --port 65536", None);
        check("serve --port=http", None);
        check("serve 9000", None);
    }
}
