//! The command line and the environment, and the settings they amount to.

use std::{net::SocketAddr, path::PathBuf, sync::Arc};

use clap::Parser;
use gateway::{BaseUrl, Config, Error, Upstream};
use ucloud_api::KeyPair;
use ucloud_sim::Simulator;

const PUBLIC_KEY: &str = "UCLOUD_PUBLIC_KEY";
const PRIVATE_KEY: &str = "UCLOUD_PRIVATE_KEY";
const SECURITY_TOKEN: &str = "UCLOUD_SECURITY_TOKEN";

/// Serves the page of Image Catalog for UCloud, relays its signed requests, and signs where it holds credentials.
///
/// Credentials come from the environment alone, since every program on a machine can read the options of all others:
/// UCLOUD_PUBLIC_KEY and UCLOUD_PRIVATE_KEY, and UCLOUD_SECURITY_TOKEN with a temporary key pair. A gateway that has
/// them listens on loopback only.
///
/// It answers to localhost, to IP addresses, and to the names given with --host. RUST_LOG chooses what is logged.
#[derive(Debug, Parser)]
#[command(version)]
pub(crate) struct Options {
    /// Where to listen
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,
    /// A name that it is reached by; may be given more than once
    #[arg(long = "host", value_name = "NAME")]
    hosts: Vec<String>,
    /// The folder with the built page
    #[arg(long, value_name = "DIR", default_value = "target/dist")]
    page: PathBuf,
    /// An address that answers for all products, instead of UCloud's own
    #[arg(long, value_name = "URL", conflicts_with = "demo")]
    upstream: Option<BaseUrl>,
    /// Answer from made-up data, signed with the published sample key
    #[arg(long)]
    demo: bool,
    /// Image rows for each region; without it, a natural number
    #[arg(long, value_name = "N", requires = "demo")]
    demo_rows: Option<u64>,
    /// Equal seeds give equal rows
    #[arg(long, value_name = "S", requires = "demo", default_value_t = ucloud_sim::Options::default().seed)]
    demo_seed: u64,
}

impl Options {
    /// The settings, with the credentials that `variable` finds. The demo asks for none.
    ///
    /// # Errors
    ///
    /// [`Error::HalfKeyPair`] and [`Error::Demo`].
    pub(crate) fn into_config(
        self,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Config, Error> {
        let mut config = if self.demo {
            let options =
                ucloud_sim::Options { rows_per_region: self.demo_rows, seed: self.demo_seed };
            let simulator = Simulator::new(options).map_err(Error::Demo)?;
            Config::demo(self.page, Arc::new(simulator))
        } else {
            let upstream = self.upstream.map_or(Upstream::Public, Upstream::At);
            Config { key: key_pair(variable)?, ..Config::new(self.page, upstream) }
        };
        config.hosts = self.hosts;
        Ok(config)
    }
}

/// A variable that is set to nothing is one that is not set.
fn key_pair(variable: impl Fn(&str) -> Option<String>) -> Result<Option<KeyPair>, Error> {
    let set = |name| variable(name).filter(|it| !it.trim().is_empty());
    match (set(PUBLIC_KEY), set(PRIVATE_KEY)) {
        (None, None) => Ok(None),
        (Some(_), None) => Err(Error::HalfKeyPair(PRIVATE_KEY)),
        (None, Some(_)) => Err(Error::HalfKeyPair(PUBLIC_KEY)),
        (Some(public), Some(private)) => {
            let token = set(SECURITY_TOKEN).unwrap_or_default();
            Ok(Some(KeyPair::new(&public, &private).with_security_token(&token)))
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use gateway::Mode;

    use super::*;

    fn outcome(arguments: &str, variables: &[(&str, &str)]) -> String {
        let arguments = std::iter::once("gateway").chain(arguments.split_whitespace());
        let options = match Options::try_parse_from(arguments) {
            Ok(options) => options,
            Err(error) => return format!("{:?}", error.kind()),
        };
        let variable = |name: &str| {
            variables.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned())
        };
        match options.into_config(variable) {
            Ok(config) => format!("{:?}", config.mode()),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn options_and_variables_choose_the_mode() {
        let both = [(PUBLIC_KEY, "p"), (PRIVATE_KEY, "k")];
        let cases: &[(&str, &[(&str, &str)], &str)] = &[
            ("", &[], "Relay"),
            ("", &both, "Signing"),
            ("", &[(PUBLIC_KEY, ""), (PRIVATE_KEY, " ")], "Relay"),
            ("", &both[..1], "half of the key pair is set, but UCLOUD_PRIVATE_KEY is missing"),
            ("", &both[1..], "half of the key pair is set, but UCLOUD_PUBLIC_KEY is missing"),
            ("--upstream http://127.0.0.1:9000", &both, "Signing"),
            ("--upstream 127.0.0.1:9000", &[], "ValueValidation"),
            ("--demo", &[], "Demo"),
            ("--demo", &both[..1], "Demo"),
            ("--demo --demo-rows 5 --demo-seed 2", &both, "Demo"),
            ("--demo --upstream http://127.0.0.1:9000", &[], "ArgumentConflict"),
            ("--demo-rows 5", &[], "MissingRequiredArgument"),
            ("--listen here", &[], "ValueValidation"),
            ("--private-key k", &[], "UnknownArgument"),
        ];
        for (arguments, variables, expected) in cases {
            assert_eq!(outcome(arguments, variables), *expected, "{arguments} {variables:?}");
        }
    }

    #[test]
    fn the_demo_does_not_take_the_readers_key() {
        let options = Options::try_parse_from(["gateway", "--demo"]).unwrap();
        let config = options.into_config(|_| panic!("the environment was asked")).unwrap();
        assert_eq!(config.mode(), Mode::Demo);
    }

    #[test]
    fn the_command_is_well_formed() {
        Options::command().debug_assert();
    }
}
