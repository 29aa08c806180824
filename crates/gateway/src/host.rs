//! What the name in an address says about where it leads.

use std::net::IpAddr;

/// Whether a host, without port, can only be this machine. Brackets of IPv6 are allowed.
pub(crate) fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || ip(host).is_some_and(|it| it.is_loopback())
}

/// Whether a host is an address and not a name.
pub(crate) fn is_ip(host: &str) -> bool {
    ip(host).is_some()
}

fn ip(host: &str) -> Option<IpAddr> {
    let inner = host.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    inner.unwrap_or(host).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_addresses() {
        let cases = [
            ("localhost", true, false),
            ("LocalHost", true, false),
            ("127.0.0.1", true, true),
            ("127.9.9.9", true, true),
            ("[::1]", true, true),
            ("10.0.0.7", false, true),
            ("[fe80::1]", false, true),
            ("localhost.evil.example", false, false),
            ("127.0.0.1.evil.example", false, false),
            ("", false, false),
        ];
        for (host, loopback, address) in cases {
            assert_eq!((is_loopback(host), is_ip(host)), (loopback, address), "{host}");
        }
    }
}
