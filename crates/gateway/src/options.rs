//! The command line, and the settings that it and the environment amount to.

use std::{net::SocketAddr, num::NonZeroU32, path::PathBuf, sync::Arc};

use clap::Parser;
use gateway::{Config, Error, Limits, Origin, Upstream};
use ucloud_api::Product;
use ucloud_sim::Simulator;

use crate::{
    credentials::{self, Variable},
    upstream_option::{self, UpstreamOption},
};

/// Serves the page of Image Catalog for UCloud, relays its signed requests, and signs where it holds credentials.
///
/// Secrets come from the environment or from files, since every program on a machine can read the options of all
/// others: UCLOUD_PUBLIC_KEY and UCLOUD_PRIVATE_KEY (and UCLOUD_SECURITY_TOKEN with a temporary key pair),
/// COMPSHARE_PUBLIC_KEY and COMPSHARE_PRIVATE_KEY, and the access token in GATEWAY_ACCESS_TOKEN. CompShare has keys of
/// its own, and UCloud's are never used in their place. A gateway that holds a key pair and can be reached by others
/// starts only with an access token.
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
    /// An address instead of UCloud's own, for all products or, as PRODUCT=URL, for ucloud or compshare
    #[arg(long = "upstream", value_name = "[PRODUCT=]URL", conflicts_with = "demo")]
    upstreams: Vec<UpstreamOption>,
    /// Take UCloud's key pair from a profile of ucloud-cli, without NAME from its active one
    #[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "", conflicts_with = "demo")]
    profile: Option<String>,
    /// Take CompShare's key pair from a profile of compshare-cli, without NAME from its current one
    #[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "", conflicts_with = "demo")]
    compshare_profile: Option<String>,
    /// The account of the key pair, which the page then shows
    #[arg(long, value_name = "ID")]
    account: Option<String>,
    /// A file that holds the token which callers of /api and /sign must bring
    #[arg(long, value_name = "FILE")]
    access_token_file: Option<PathBuf>,
    /// Another origin whose pages may use this gateway; may be given more than once
    #[arg(long = "allow-origin", value_name = "ORIGIN")]
    allow_origins: Vec<Origin>,
    /// Another origin that the page served here may call; may be given more than once
    #[arg(long = "connect-src", value_name = "ORIGIN")]
    connect: Vec<Origin>,
    /// How many proxies in front append to X-Forwarded-For; with 0 that header is not looked at
    #[arg(long, value_name = "N", default_value_t = 0)]
    proxies: usize,
    /// Requests to /api and /sign in a second for each client address; 0 for no limit
    #[arg(long, value_name = "N", default_value_t = Limits::default().rate.map_or(0, NonZeroU32::get))]
    rate: u32,
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
    /// The settings, with the secrets that `variable` and the named files hold. The demo asks for no key pair.
    ///
    /// # Errors
    ///
    /// [`Error::Demo`], and whatever is wrong with a key pair, a profile or the token.
    pub(crate) fn into_config(self, variable: Variable<'_>) -> Result<Config, Error> {
        let token = credentials::access_token(self.access_token_file.as_deref(), variable)?;
        let config = if self.demo { self.demo()? } else { self.real(variable)? };
        let rate = NonZeroU32::new(self.rate);
        Ok(Config {
            hosts: self.hosts,
            allow_origins: self.allow_origins,
            connect: self.connect,
            token,
            account: self.account.filter(|it| !it.trim().is_empty()),
            proxies: self.proxies,
            limits: Limits { rate, ..config.limits },
            ..config
        })
    }

    fn demo(&self) -> Result<Config, Error> {
        let options = ucloud_sim::Options {
            rows_per_region: self.demo_rows,
            seed: self.demo_seed,
            ..ucloud_sim::Options::default()
        };
        let simulator = Simulator::new(options).map_err(Error::Demo)?;
        Ok(Config::demo(&self.page, Arc::new(simulator)))
    }

    /// A profile that was named is where its key pair comes from; the variables of that product are not looked at.
    fn real(&self, variable: Variable<'_>) -> Result<Config, Error> {
        let mut bases = upstream_option::each(&self.upstreams);
        let key = match &self.profile {
            Some(name) => {
                let (key, base) = credentials::from_ucloud_cli(name, variable)?;
                let place = bases.get_mut(Product::UCloud);
                *place = place.take().or(base);
                Some(key)
            }
            None => credentials::from_environment(Product::UCloud, variable)?,
        };
        let compshare_key = match &self.compshare_profile {
            Some(name) => Some(credentials::from_compshare_cli(name, variable)?),
            None => credentials::from_environment(Product::CompShare, variable)?,
        };
        Ok(Config { key, compshare_key, ..Config::new(&self.page, Upstream::Each(bases)) })
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use gateway::{BaseUrl, Mode};

    use super::*;

    type Variables<'a> = &'a [(&'a str, &'a str)];

    const UCLOUD: [(&str, &str); 2] = [("UCLOUD_PUBLIC_KEY", "p"), ("UCLOUD_PRIVATE_KEY", "k")];
    const COMPSHARE: [(&str, &str); 2] =
        [("COMPSHARE_PUBLIC_KEY", "p"), ("COMPSHARE_PRIVATE_KEY", "k")];

    fn config(arguments: &str, variables: Variables<'_>) -> Result<Config, String> {
        let arguments = std::iter::once("gateway").chain(arguments.split_whitespace());
        let options =
            Options::try_parse_from(arguments).map_err(|error| format!("{:?}", error.kind()))?;
        let variable = |name: &str| {
            variables.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned())
        };
        options.into_config(&variable).map_err(|error| error.to_string())
    }

    fn check(arguments: &str, variables: Variables<'_>, expected: &str) {
        let shown = |config: Config| {
            let signs = [("ucloud", &config.key), ("compshare", &config.compshare_key)];
            let signs = signs.into_iter().filter(|it| it.1.is_some()).map(|it| it.0);
            std::iter::once(format!("{:?}", config.mode()))
                .chain(signs.map(str::to_owned))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let outcome = config(arguments, variables).map(shown);
        assert_eq!(outcome.unwrap_or_else(|it| it), expected, "{arguments} {variables:?}");
    }

    #[test]
    fn options_and_variables_choose_the_mode() {
        let upstream = "--upstream http://127.0.0.1:9000";
        check("", &[], "Relay");
        check("", &UCLOUD, "Signing ucloud");
        check("", &COMPSHARE, "Signing compshare");
        check("", &[UCLOUD, COMPSHARE].concat(), "Signing ucloud compshare");
        check("", &[("UCLOUD_PUBLIC_KEY", ""), ("UCLOUD_PRIVATE_KEY", " ")], "Relay");
        let half = |missing| format!("half of the key pair is set, but {missing} is missing");
        check("", &UCLOUD[..1], &half("UCLOUD_PRIVATE_KEY"));
        check("", &UCLOUD[1..], &half("UCLOUD_PUBLIC_KEY"));
        check("", &COMPSHARE[..1], &half("COMPSHARE_PRIVATE_KEY"));
        check(upstream, &UCLOUD, "Signing ucloud");
        check("--upstream 127.0.0.1:9000", &[], "ValueValidation");
        check("--upstream uhost=http://127.0.0.1:9000", &[], "ValueValidation");
        check("--demo", &[], "Demo ucloud compshare");
        check("--demo --demo-rows 5 --demo-seed 2", &UCLOUD[..1], "Demo ucloud compshare");
        check(&format!("--demo {upstream}"), &[], "ArgumentConflict");
        check("--demo --profile", &[], "ArgumentConflict");
        check("--demo-rows 5", &[], "MissingRequiredArgument");
        check("--listen here", &[], "ValueValidation");
        check("--allow-origin *", &[], "ValueValidation");
        check("--connect-src https://a.example/sign", &[], "ValueValidation");
        check("--private-key k", &[], "UnknownArgument");
        check("--access-token 0123456789abcdef", &[], "UnknownArgument");
    }

    fn check_base(arguments: &str, expected: &str) {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/profiles");
        let file = |name: &str| format!("{folder}/{name}");
        let (settings, credentials) = (file("config.json"), file("credential.json"));
        let variables = [
            ("UCLOUD_SHARED_CONFIG_FILE", settings.as_str()),
            ("UCLOUD_SHARED_CREDENTIAL_FILE", credentials.as_str()),
        ];
        let Upstream::Each(bases) = config(arguments, &variables).unwrap().upstream else {
            panic!("{arguments}")
        };
        let shown = bases.iter().map(|(product, base)| {
            format!(
                "{} {}",
                product.id(),
                base.as_ref().map_or("public".to_owned(), BaseUrl::to_string)
            )
        });
        assert_eq!(shown.collect::<Vec<_>>().join(", "), expected, "{arguments}");
    }

    #[test]
    fn a_profile_knows_where_its_api_is_unless_an_option_does() {
        let work = "ucloud https://api.work.example/, compshare public";
        check_base("", "ucloud public, compshare public");
        check_base("--profile", work);
        check_base("--profile work", work);
        check_base(
            "--profile --upstream compshare=http://127.0.0.1:1",
            "ucloud https://api.work.example/, compshare http://127.0.0.1:1/",
        );
        check_base(
            "--profile --upstream http://127.0.0.1:1",
            "ucloud http://127.0.0.1:1/, compshare http://127.0.0.1:1/",
        );
    }

    #[test]
    fn a_token_comes_from_file_or_environment() {
        let token = |arguments: &str, value: &str| {
            let variables = [("GATEWAY_ACCESS_TOKEN", value)];
            config(arguments, &variables).map(|it| it.token.is_some())
        };
        assert_eq!(token("--demo", "0123456789abcdef"), Ok(true));
        assert_eq!(token("--demo", ""), Ok(false));
        let short = token("--demo", "short").unwrap_err();
        assert!(short.starts_with("the access token cannot be used: it is shorter"), "{short}");
        let absent = token("--demo --access-token-file /nowhere", "0123456789abcdef").unwrap_err();
        assert!(absent.starts_with("cannot read /nowhere: "), "{absent}");
    }

    #[test]
    fn a_rate_of_nothing_is_no_limit() {
        for (arguments, expected) in [("", Some(100)), ("--rate 5", Some(5)), ("--rate 0", None)] {
            let limits = config(arguments, &[]).unwrap().limits;
            assert_eq!(limits.rate.map(NonZeroU32::get), expected, "{arguments}");
        }
    }

    #[test]
    fn the_demo_does_not_take_the_readers_key() {
        let options = Options::try_parse_from(["gateway", "--demo"]).unwrap();
        let variable = |name: &str| match name {
            "GATEWAY_ACCESS_TOKEN" => None,
            _ => panic!("{name} was asked for"),
        };
        assert_eq!(options.into_config(&variable).unwrap().mode(), Mode::Demo);
    }

    #[test]
    fn the_command_is_well_formed() {
        Options::command().debug_assert();
    }
}
