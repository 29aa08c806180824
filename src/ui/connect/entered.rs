//! What was entered, out of its fields and into a connection.

use leptos::prelude::{GetUntracked, window};
use ucloud_api::KeyPair;
use view::Text;
use web_sys::HtmlInputElement;
use zeroize::Zeroizing;

use super::way::Way;
use crate::{
    browser,
    session::{AddressFault, Connection, Endpoint, EndpointAddress, Gateway, KeyPairs, Token},
    state::Store,
    words,
};

pub(super) const PUBLIC_KEY: &str = "public-key";
pub(super) const PRIVATE_KEY: &str = "private-key";
pub(super) const SECURITY_TOKEN: &str = "security-token";
pub(super) const COMPSHARE_PUBLIC_KEY: &str = "compshare-public-key";
pub(super) const COMPSHARE_PRIVATE_KEY: &str = "compshare-private-key";
pub(super) const ADDRESS: &str = "endpoint-address";
pub(super) const ENDPOINT_TOKEN: &str = "endpoint-token";
pub(super) const REMEMBER: &str = "remember-address";
pub(super) const GATEWAY_TOKEN: &str = "gateway-token";

/// Under this name the browser keeps the address of the signing endpoint, if the reader wants that.
const KEPT_ADDRESS: &str = "signing-endpoint";

/// The fields whose values leave the page as soon as they are taken.
const SECRET: &[&str] =
    &[PRIVATE_KEY, SECURITY_TOKEN, COMPSHARE_PRIVATE_KEY, ENDPOINT_TOKEN, GATEWAY_TOKEN];

/// Something that cannot be tried, and the field where it is.
pub(super) struct Mistake {
    pub(super) sentence: Text,
    pub(super) field: &'static str,
}

/// Makes a connection of what the fields hold, and empties those with secrets. Nothing is emptied while something is amiss.
pub(super) fn take(store: Store, way: Way) -> Result<Connection, Mistake> {
    let route = store.route(token(GATEWAY_TOKEN)?);
    let gateway = store.gateway().get_untracked();
    let connection = match way {
        Way::Gateway => {
            Connection::by_gateway(gateway.map(|it| it.signs).unwrap_or_default(), route)
        }
        Way::KeyPair => Connection::by_key_pairs(key_pairs()?, route),
        Way::Endpoint => Connection::by_endpoint(endpoint(gateway.as_ref())?, route),
    };
    SECRET.iter().for_each(|it| empty(it));
    Ok(connection)
}

/// Empties what is no secret but of no more use.
pub(super) fn forget() {
    [PUBLIC_KEY, COMPSHARE_PUBLIC_KEY].into_iter().for_each(empty);
}

/// The address that the browser has kept.
pub(super) fn kept_address() -> Option<String> {
    browser::stored(KEPT_ADDRESS)
}

/// Moves the focus to the first element of a kind.
pub(super) fn focus_on(selector: &str) {
    let element = window().document().and_then(|it| it.query_selector(selector).ok().flatten());
    browser::focus_on(element);
}

fn key_pairs() -> Result<KeyPairs, Mistake> {
    let ucloud = pair(PUBLIC_KEY, PRIVATE_KEY)?;
    let ucloud = ucloud.map(|it| it.with_security_token(&value(SECURITY_TOKEN)));
    let compshare = pair(COMPSHARE_PUBLIC_KEY, COMPSHARE_PRIVATE_KEY)?;
    let nothing = Mistake { sentence: words::KEYS_NEEDED, field: PUBLIC_KEY };
    KeyPairs::new(ucloud, compshare).ok_or(nothing)
}

fn pair(public: &'static str, private: &'static str) -> Result<Option<KeyPair>, Mistake> {
    let missing = |field| Mistake { sentence: words::KEYS_NEEDED, field };
    let (public_key, private_key) = (value(public), value(private));
    match (public_key.trim().is_empty(), private_key.trim().is_empty()) {
        (true, true) => Ok(None),
        (true, false) => Err(missing(public)),
        (false, true) => Err(missing(private)),
        (false, false) => Ok(Some(KeyPair::new(&public_key, &private_key))),
    }
}

fn endpoint(gateway: Option<&Gateway>) -> Result<Endpoint, Mistake> {
    let address = EndpointAddress::parse(&value(ADDRESS))
        .map_err(|it| Mistake { sentence: sentence(it), field: ADDRESS })?;
    let token = token(ENDPOINT_TOKEN)?;
    if input(REMEMBER).is_some_and(|it| it.checked()) {
        browser::store(KEPT_ADDRESS, address.as_str());
    } else {
        browser::forget(KEPT_ADDRESS);
    }
    let own = window().location().origin().unwrap_or_default();
    let is_listed = gateway.is_none_or(|it| it.lets_call(&own, address.origin()));
    Ok(Endpoint::new(address, token, is_listed))
}

fn sentence(fault: AddressFault) -> Text {
    match fault {
        AddressFault::NotAnAddress => words::NOT_AN_ADDRESS,
        AddressFault::NotEncrypted => words::NOT_ENCRYPTED,
        AddressFault::MayHoldSecret => words::MAY_HOLD_SECRET,
    }
}

fn token(field: &'static str) -> Result<Option<Token>, Mistake> {
    let text = value(field);
    if text.trim().is_empty() {
        return Ok(None);
    }
    Token::new(&text).map(Some).ok_or(Mistake { sentence: words::TOKEN_UNUSABLE, field })
}

/// What a field holds; nothing if it is not on the page.
fn value(name: &str) -> Zeroizing<String> {
    Zeroizing::new(input(name).map(|it| it.value()).unwrap_or_default())
}

fn empty(name: &str) {
    if let Some(input) = input(name) {
        input.set_value("");
    }
}

fn input(id: &str) -> Option<HtmlInputElement> {
    browser::element_as(id)
}
