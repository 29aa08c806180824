//! The table of forbidden words.

/// Some words that must not stand in some files.
#[derive(Debug)]
pub(crate) struct Rule {
    /// Patterns of paths; a folder that does not exist breaks no rule.
    pub(crate) files: &'static [&'static str],
    pub(crate) except: &'static [&'static str],
    pub(crate) words: &'static [&'static str],
    pub(crate) part: Part,
    pub(crate) reason: &'static str,
}

/// How much of a file a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// What is compiled into the product: no comments, no test module at the end.
    Product,
    Everything,
}

use Part::{Everything, Product};

/// Names of the browser's side.
const BROWSER: &[&str] =
    &["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo_net", "gloo_timers"];
/// The rules themselves have to name what they forbid.
const THIS_TABLE: &[&str] = &["xtask/src/tidy/*"];
/// What stands in for a library of the browser has to name what that library does.
const STAND_INS: &[&str] = &["xtask/src/tidy/*", "crates/no-streams/**"];

pub(crate) const RULES: &[Rule] = &[
    Rule {
        files: &["crates/**/*.rs", "xtask/**/*.rs", "tests/e2e/**/*.rs"],
        except: STAND_INS,
        words: &["leptos", "web_sys"],
        part: Product,
        reason: "only src/ knows the browser and Leptos",
    },
    Rule {
        files: &["src/**/*.rs"],
        except: &["src/state/url.rs"],
        words: &[
            "history()",
            "History",
            "push_state",
            "replace_state",
            "push_state_with_url",
            "replace_state_with_url",
        ],
        part: Product,
        reason: "only src/state/url.rs touches the browser's history",
    },
    Rule {
        files: &["src/**/*.rs"],
        except: &["src/session/transport.rs"],
        words: &[
            "gloo_net",
            "fetch_with_str",
            "fetch_with_request",
            "fetch_with_str_and_init",
            "XmlHttpRequest",
        ],
        part: Product,
        reason: "only src/session/transport.rs fetches",
    },
    Rule {
        files: &["crates/catalog/**/*.rs"],
        except: &[],
        words: BROWSER,
        part: Product,
        reason: "the engine knows no browser",
    },
    Rule {
        files: &["crates/catalog/**/*.rs", "crates/catalog/Cargo.toml"],
        except: &[],
        words: &["ucloud_api", "ucloud-api"],
        part: Product,
        reason: "the engine knows no API: crates/view turns answers into rows",
    },
    Rule {
        files: &["crates/ucloud-api/**/*.rs", "crates/ucloud-api/Cargo.toml"],
        except: &[],
        words: &["catalog::", "catalog.workspace", "catalog ="],
        part: Product,
        reason: "the API knows no engine: crates/view turns answers into rows",
    },
    Rule {
        files: &["crates/ucloud-sim/src/**", "crates/ucloud-sim/Cargo.toml"],
        except: &[],
        words: &["ucloud_api", "ucloud-api"],
        part: Product,
        reason: "the simulator shares no code with what it tests",
    },
    Rule {
        files: &["src/**/*.rs", "crates/catalog/src/**", "crates/view/src/**"],
        except: &["crates/view/src/catalogs/**", "**/tests.rs", "**/*_tests.rs"],
        words: &[
            "\"uhost\"",
            "\"community\"",
            "\"buckets\"",
            "\"docker\"",
            "\"repo\"",
            "catalogs::uhost",
        ],
        part: Product,
        reason: "nothing outside crates/view/src/catalogs/ knows a catalog by name",
    },
    Rule {
        files: &["src/**/*.rs", "*.js"],
        except: &[],
        words: &[
            "inner_html",
            "set_inner_html",
            "innerHTML",
            "outerHTML",
            "insert_adjacent_html",
            "insertAdjacentHTML",
        ],
        part: Product,
        reason: "no HTML string exists that could carry a script",
    },
    Rule {
        files: &["src/**/*.rs", "index.html"],
        except: &[],
        words: &[" style=\"", " style={", " style=move", " style=("],
        part: Product,
        reason: "the content security policy refuses style attributes; a class, or `style:name=` for one computed property",
    },
    Rule {
        files: &["**"],
        except: THIS_TABLE,
        words: &["TODO", "FIXME", "XXX", "dbg!"],
        part: Everything,
        reason: "finish it, or leave it out",
    },
    Rule {
        files: &["**"],
        except: &["xtask/src/tidy/*", "**/Cargo.lock"],
        words: &[
            "/home/",
            "/root/.",
            "/work/",
            "/Users/",
            "crates.io-index",
            "index.crates.io",
            "registry.npmjs.org",
        ],
        part: Everything,
        reason: "the project does not know the machine it was written on",
    },
];
