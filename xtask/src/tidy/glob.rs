//! Patterns over paths: `*` stands for any characters within one part, `**` for any number of parts.

/// Whether the whole path fits the pattern.
pub(crate) fn fits(pattern: &str, path: &str) -> bool {
    let pattern: Vec<_> = pattern.split('/').collect();
    let path: Vec<_> = path.split('/').collect();
    parts_fit(&pattern, &path)
}

fn parts_fit(pattern: &[&str], path: &[&str]) -> bool {
    match (pattern, path) {
        ([], []) => true,
        (["**", rest @ ..], _) => (0..=path.len()).any(|skipped| parts_fit(rest, &path[skipped..])),
        ([first, rest @ ..], [part, parts @ ..]) => {
            part_fits(first, part) && parts_fit(rest, parts)
        }
        _ => false,
    }
}

fn part_fits(pattern: &str, part: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == part,
        Some((before, after)) => part.strip_prefix(before).is_some_and(|rest| {
            (0..=rest.len()).any(|it| rest.is_char_boundary(it) && part_fits(after, &rest[it..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        let check = |pattern: &str, path: &str, expected: bool| {
            assert_eq!(fits(pattern, path), expected, "{pattern} on {path}");
        };
        check("src/main.rs", "src/main.rs", true);
        check("src/*.rs", "src/main.rs", true);
        check("src/*.rs", "src/ui/table.rs", false);
        check("src/**/*.rs", "src/ui/table.rs", true);
        check("src/**/*.rs", "src/main.rs", true);
        check("src/**", "src/ui/table.rs", true);
        check("src/**", "crates/view/src/lib.rs", false);
        check("crates/*/src/**", "crates/view/src/lib.rs", true);
        check("**", "Cargo.toml", true);
        check("**/*.rs", "build.rs", true);
        check("**/*.rs", "a/b/c.rs.txt", false);
        check("style/*.css", "style/数.css", true);
        check("a*b*c", "axxbyyc", true);
        check("a*b*c", "axxcyyb", false);
        check("", "src", false);
    }
}
