//! The request signature.
//!
//! Source: [signature algorithm](https://docs.ucloud.cn/api/summary/signature). Keys ascend by bytes; key and value
//! are joined with nothing between, unescaped; the private key is appended; SHA-1 as 40 lower-case hex digits.
//!
//! It is a plain hash over a concatenation and carries neither time nor nonce: who holds a signed request can repeat
//! it until the key is changed. Treat a signature like the key.

use sha1::{Digest, Sha1};

/// Signs pairs that already ascend by key, as [`Params`](crate::Params) does.
///
/// The private key is fed to the hash in place, so that no copy of it is left in a buffer.
pub fn sign<'a>(sorted: impl IntoIterator<Item = (&'a str, &'a str)>, private_key: &str) -> String {
    let mut hash = Sha1::new();
    for (key, value) in sorted {
        hash.update(key);
        hash.update(value);
    }
    hash.update(private_key);
    hex(&hash.finalize())
}

fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
