//! Web addresses that others have written.

/// The host of an address, if the page may make a link of it.
///
/// Only `https:` may lead out, and only where what is read is where one gets: a user name in front of the host, a host in letters
/// that look like others, or a character that a browser would take away leave the address a text.
#[must_use]
pub fn host(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let is_plain = host.chars().all(|it| it.is_ascii_alphanumeric() || ".-:[]".contains(it));
    let is_clean = !path.contains(|it: char| it.is_control() || it.is_whitespace() || it == '\\');
    (scheme.eq_ignore_ascii_case("https") && !host.is_empty() && is_plain && is_clean)
        .then_some(host)
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_what_leads_where_it_says_has_a_host() {
        let check = |address, expected| assert_eq!(super::host(address), expected, "{address:?}");
        check("https://example.com", Some("example.com"));
        check("HTTPS://example.com:8443/a?b#c", Some("example.com:8443"));
        check("https://example.com/文档?q=图", Some("example.com"));
        check("https://[2001:db8::1]/", Some("[2001:db8::1]"));
        check("http://example.com", None);
        check("//example.com", None);
        check("docs/readme.md", None);
        check("https:example.com", None);
        check("https://", None);
        check("https://ucloud.cn@example.com/", None);
        check("https://ucloud.cn\\@example.com/", None);
        check("https://exаmple.com/", None);
        check("https://example.com/\n", None);
        check(" https://example.com", None);
        check("javascript:alert(1)//https://example.com", None);
        check("java\tscript:alert(1)", None);
        check("data:text/html,https://example.com", None);
    }
}
