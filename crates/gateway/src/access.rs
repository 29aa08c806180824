//! The access token: who may use the gateway's credentials.

use std::{fmt, str::FromStr, sync::Arc};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, header},
    middleware::Next,
    response::Response,
};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::{Error, app::Gateway, refusal::Refusal};

/// What a caller must know to use `/api` and `/sign`. Its `Debug` shows nothing.
pub struct AccessToken(Zeroizing<String>);

/// Shorter ones can be guessed over a network; 32 hex digits are 128 bits.
const SHORTEST: usize = 16;

/// Lets a request through that brings the token, or every request if there is none.
pub(crate) async fn admitted(
    State(gateway): State<Arc<Gateway>>,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    if let Some(token) = &gateway.token {
        token.check(request.headers())?;
    }
    Ok(next.run(request).await)
}

impl AccessToken {
    fn check(&self, headers: &HeaderMap) -> Result<(), Refusal> {
        let given = bearer(headers).ok_or(Refusal::TokenMissing)?;
        // In constant time: how long a refusal takes must not tell how much of the token was right.
        let is_equal = self.0.as_bytes().ct_eq(given);
        if is_equal.into() { Ok(()) } else { Err(Refusal::TokenWrong) }
    }
}

/// The token of `Authorization: Bearer …`; the scheme has no case (RFC 9110, section 11.1).
fn bearer(headers: &HeaderMap) -> Option<&[u8]> {
    let value = headers.get(header::AUTHORIZATION)?.as_bytes();
    let (scheme, token) = value.split_at_checked("Bearer ".len())?;
    scheme.eq_ignore_ascii_case(b"Bearer ").then(|| token.trim_ascii())
}

impl FromStr for AccessToken {
    type Err = Error;

    /// White space around it is dropped: editors end a file with a line break.
    fn from_str(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        match () {
            () if text.len() < SHORTEST => Err(Error::BadToken("it is shorter than 16 characters")),
            () if !text.bytes().all(|it| it.is_ascii_graphic()) => {
                Err(Error::BadToken("a header can hold printable ASCII without spaces only"))
            }
            () => Ok(Self(Zeroizing::new(text.to_owned()))),
        }
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "0123456789abcdef";

    #[test]
    fn a_token_is_long_enough_and_fits_a_header() {
        let cases = [
            (TOKEN, true),
            ("0123456789abcdef\n", true),
            ("0123456789abcde", false),
            ("", false),
            ("0123456789 abcdef", false),
            ("0123456789abcdefé", false),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<AccessToken>().is_ok(), expected, "{text}");
        }
        assert_eq!(format!("{:?}", TOKEN.parse::<AccessToken>().unwrap()), "AccessToken(…)");
    }

    fn check(authorization: Option<&str>, expected: &str) {
        let mut headers = HeaderMap::new();
        if let Some(value) = authorization {
            headers.insert(header::AUTHORIZATION, value.parse().unwrap());
        }
        let outcome = TOKEN.parse::<AccessToken>().unwrap().check(&headers);
        let outcome = outcome.map_or_else(|refusal| format!("{refusal:?}"), |()| "in".to_owned());
        assert_eq!(outcome, expected, "{authorization:?}");
    }

    #[test]
    fn only_the_whole_token_opens() {
        check(Some("Bearer 0123456789abcdef"), "in");
        check(Some("bearer 0123456789abcdef"), "in");
        check(Some("Bearer  0123456789abcdef"), "in");
        check(Some("Bearer 0123456789abcdeF"), "TokenWrong");
        check(Some("Bearer 0123456789abcde"), "TokenWrong");
        check(Some("Bearer 0123456789abcdef0"), "TokenWrong");
        check(Some("Bearer "), "TokenWrong");
        check(Some("Bearer"), "TokenMissing");
        check(Some("Basic 0123456789abcdef"), "TokenMissing");
        check(Some(""), "TokenMissing");
        check(None, "TokenMissing");
    }
}
