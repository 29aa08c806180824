//! JSON spread over lines.

/// The same JSON with a line for each member and element.
///
/// It moves white space only: order, numbers and escapes stay as they were written, which reading and printing the values anew
/// would not promise. Text that is not JSON comes out as some text and never panics.
#[must_use]
pub fn indented(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    let mut depth = 0_usize;
    let mut rest = json.trim().chars().peekable();
    while let Some(it) = rest.next() {
        match it {
            '"' => string(&mut rest, &mut out),
            '{' | '[' if rest.next_if(|next| *next == closing(it)).is_some() => {
                out.extend([it, closing(it)]);
            }
            '{' | '[' => {
                depth += 1;
                out.push(it);
                new_line(depth, &mut out);
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                new_line(depth, &mut out);
                out.push(it);
            }
            ',' => {
                out.push(it);
                new_line(depth, &mut out);
            }
            ':' => out.push_str(": "),
            it if it.is_ascii_whitespace() => {}
            it => out.push(it),
        }
    }
    out
}

/// Where a word stands in a text, as ranges of UTF-16 units, which is how pages count. Case counts in letters beyond ASCII only.
#[must_use]
pub fn occurrences(text: &str, word: &str) -> Vec<(u32, u32)> {
    let (mut found, mut units, mut last) = (Vec::new(), 0, 0);
    if word.is_empty() {
        return found;
    }
    let wide = utf16_len(word);
    let mut at = 0;
    while let Some(rest) = text.as_bytes().get(at..at + word.len()) {
        if rest.eq_ignore_ascii_case(word.as_bytes()) {
            // Only a whole character can be equal to one, so this is the beginning of one.
            units += utf16_len(text.get(last..at).unwrap_or_default());
            found.push((units, units + wide));
            last = at;
            at += word.len();
        } else {
            at += 1;
        }
    }
    found
}

fn utf16_len(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// Copies a string to its closing quote, escapes and all.
fn string(rest: &mut impl Iterator<Item = char>, out: &mut String) {
    out.push('"');
    let mut escaped = false;
    for it in rest {
        out.push(it);
        match it {
            '"' if !escaped => return,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
}

fn closing(opening: char) -> char {
    if opening == '{' { '}' } else { ']' }
}

fn new_line(depth: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spreads_and_keeps() {
        for (json, expected) in [
            ("", ""),
            ("{}", "{}"),
            (r#"{"b":1,"a":[1.50,{}]}"#, "{\n  \"b\": 1,\n  \"a\": [\n    1.50,\n    {}\n  ]\n}"),
            (r#"{"a" : "x, y: {z}\"" }"#, "{\n  \"a\": \"x, y: {z}\\\"\"\n}"),
            (r#"["\\",2]"#, "[\n  \"\\\\\",\n  2\n]"),
        ] {
            assert_eq!(indented(json), expected, "{json}");
        }
    }

    #[test]
    fn words_are_found_where_pages_count_them() {
        let check = |text: &str, word: &str, expected: &[(u32, u32)]| {
            assert_eq!(occurrences(text, word), expected, "{word} in {text}");
        };
        check("", "a", &[]);
        check("abc", "", &[]);
        check("abc", "abcd", &[]);
        check("Name: name", "NAME", &[(0, 4), (6, 10)]);
        check("aaa", "aa", &[(0, 2)]);
        check("镜像 id 镜像", "镜像", &[(0, 2), (6, 8)]);
        check("😀 a 😀a", "a", &[(3, 4), (7, 8)]);
        check("é", "É", &[]);
    }

    proptest! {
        #[test]
        fn adds_white_space_only(text in "[a-z{}\\[\\],: \n]{0,40}") {
            let bare = |it: &str| it.chars().filter(|it| !it.is_whitespace()).collect::<String>();
            prop_assert_eq!(bare(&indented(&text)), bare(&text));
        }

        #[test]
        fn what_stands_in_quotes_is_untouched(text in "[^\"\\\\]{0,40}") {
            prop_assert_eq!(indented(&format!("\"{text}\"")), format!("\"{text}\""));
        }
    }
}
