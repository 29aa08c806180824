//! Paths of files that a link may open.

/// The longest path of a file.
const LONGEST: usize = 200;

/// Whether a path leads to a file beside the page or below it, and nowhere else.
///
/// Names are made of letters, digits, `-`, `_`, `.` and `~`, with single slashes between them, and none begins with a dot. That is a
/// list of what may stand there and not of what is dangerous: without a colon there is no scheme, without an empty name no other
/// host and no root, without a per cent sign nothing that is decoded a second time, and without a leading dot no way up.
#[must_use]
pub fn is_beside_page(path: &str) -> bool {
    let is_letter = |it: char| it.is_alphanumeric() || "-_.~".contains(it);
    let is_name = |it: &str| !it.is_empty() && !it.starts_with('.') && it.chars().all(is_letter);
    path.len() <= LONGEST && path.split('/').all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expected: bool, paths: &[&str]) {
        for path in paths {
            assert_eq!(is_beside_page(path), expected, "{path:?}");
        }
    }

    #[test]
    fn files_beside_the_page_and_below_it_may_be_opened() {
        check(
            true,
            &["big.rows", "a/b/c.rows", "2026-11-22_x~1.rows", "镜像.rows", "a..b", "rows"],
        );
    }

    #[test]
    fn nothing_else_may() {
        check(false, &["", " ", ".", "/", "a b.rows", "a.rows?x=1", "a.rows#x", &"x".repeat(201)]);
        // Another host, or the root of this one.
        check(
            false,
            &["//evil.example/x", "/\\evil.example", "\\\\evil", "/etc/passwd", "a//b", "a/"],
        );
        check(false, &["evil.example:443", "user@evil.example", "[::1]"]);
        // Schemes.
        check(
            false,
            &["https://evil.example/x", "HTTPS:x", "https:/x", "data:,x", "javascript:alert(1)"],
        );
        check(false, &["blob:x", "file:///x", "java\tscript:x", "about:blank"]);
        // What is decoded later.
        check(false, &["%2f%2fevil.example", "%2e%2e/x", "a%00.rows", "%5c%5cevil", "%68ttps:x"]);
        // The way up.
        check(
            false,
            &["..", "../x", "a/../x", "a/../../x", "./x", "a/./x", ".hidden", "a/.git/config"],
        );
        // What browsers take away or read as something else.
        check(
            false,
            &["\t//evil", "a\n.rows", "\u{0}x", " a.rows", "a.rows ", "a\u{7f}", "\u{200b}x"],
        );
        check(false, &["\u{ff0f}\u{ff0f}evil", "\u{2044}x", "\u{3002}\u{3002}/x", "\u{202e}x"]);
    }
}
