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
