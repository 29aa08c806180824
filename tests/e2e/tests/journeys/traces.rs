//! Whether anything that was entered as a secret is left somewhere.

use serde_json::json;

use crate::{browser::errors_in, page::Page};

/// No secret is anywhere that outlives a request, or that a person behind the chair could read. Gives back the errors in the console,
/// which has been read with that.
pub(crate) async fn leaves_none(page: &Page, secrets: &[&str]) -> Vec<String> {
    let look = "const [secrets] = arguments;
        const inputs = [...document.querySelectorAll('input, textarea')];
        const places = {
          address: decodeURIComponent(location.href),
          history: JSON.stringify(history.state),
          document: document.documentElement.outerHTML,
          'local storage': JSON.stringify({ ...localStorage }),
          'session storage': JSON.stringify({ ...sessionStorage }),
          cookies: document.cookie,
          'the name of the tab': window.name,
        };
        for (const it of inputs) places[`the field ${it.name || it.id}`] = it.value;
        return Object.keys(places).filter((place) => secrets.some((it) => places[place]?.includes(it)));";
    let places: Vec<String> = page.run(look, vec![json!(secrets)]).await;
    assert_eq!(places, [""; 0], "these still hold a secret");
    let console = page.console().await;
    let told = console.iter().filter(|it| secrets.iter().any(|secret| it.contains(secret)));
    assert_eq!(told.count(), 0, "the console tells a secret: {console:#?}");
    errors_in(console)
}
