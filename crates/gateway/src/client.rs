//! Which client a request comes from.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::http::{HeaderMap, HeaderName};

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The address that counts as the client's.
///
/// Each proxy appends to `X-Forwarded-For` whom it was called by, and whatever stands further left was written by a
/// stranger. With as many proxies as were said to be in front, the client is that many places from the end; without
/// proxies the header is not looked at. What cannot be read leaves the peer, which is the strictest guess.
pub(crate) fn address(peer: Option<IpAddr>, headers: &HeaderMap, proxies: usize) -> IpAddr {
    let forwarded = || {
        let values = headers.get_all(FORWARDED_FOR).iter().rev();
        let places = values.filter_map(|it| it.to_str().ok()).flat_map(|it| it.rsplit(','));
        places.map(str::trim).nth(proxies.checked_sub(1)?).and_then(read)
    };
    let address = forwarded().or(peer).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
    network(address.to_canonical())
}

/// Some proxies write a port too.
fn read(text: &str) -> Option<IpAddr> {
    text.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|it| it.ip()))
}

/// Whoever has one address of IPv6 has at least 2⁶⁴ of them.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(it) => IpAddr::V6(Ipv6Addr::from_bits(it.to_bits() & !u128::from(u64::MAX))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(headers: &[&str], proxies: usize, expected: &str) {
        let mut map = HeaderMap::new();
        for value in headers {
            map.append(FORWARDED_FOR, value.parse().unwrap());
        }
        let actual = address(Some("192.0.2.1".parse().unwrap()), &map, proxies);
        assert_eq!(actual.to_string(), expected, "{headers:?} {proxies}");
    }

    #[test]
    fn forwarded_addresses_count_from_the_end() {
        check(&[], 0, "192.0.2.1");
        check(&["203.0.113.5"], 0, "192.0.2.1");
        check(&["203.0.113.5"], 1, "203.0.113.5");
        check(&["10.9.9.9, 203.0.113.5"], 1, "203.0.113.5");
        check(&["10.9.9.9, 203.0.113.5, 10.0.0.1"], 2, "203.0.113.5");
        check(&["10.9.9.9", "203.0.113.5"], 1, "203.0.113.5");
        check(&["10.9.9.9", "203.0.113.5, 10.0.0.1"], 3, "10.9.9.9");
        check(&["203.0.113.5:4711"], 1, "203.0.113.5");
        check(&["[2001:db8::5]:4711"], 1, "2001:db8::");
    }

    #[test]
    fn what_cannot_be_read_is_the_peer() {
        check(&[], 1, "192.0.2.1");
        check(&["203.0.113.5"], 2, "192.0.2.1");
        check(&["203.0.113.5, unknown"], 1, "192.0.2.1");
        check(&[""], 1, "192.0.2.1");
    }

    #[test]
    fn a_network_of_ipv6_is_one_client() {
        check(&["2001:db8:1:2:3:4:5:6"], 1, "2001:db8:1:2::");
        check(&["::ffff:203.0.113.5"], 1, "203.0.113.5");
        let nobody = address(None, &HeaderMap::new(), 0);
        assert_eq!(nobody.to_string(), "0.0.0.0");
    }
}
