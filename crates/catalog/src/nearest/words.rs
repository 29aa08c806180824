//! The words of a text.

/// The words of a folded text: runs of letters and digits, in which `.`, `-` and `_` may stand between two of them
/// (`22.04`, `x86_64`), and runs of Chinese, which are not divided further. `深度学习cuda12` is two words.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let begin = rest.find(|it| matches!(Sort::of(it), Sort::Letter | Sort::Chinese))?;
        let (_, tail) = rest.split_at(begin);
        let (word, tail) = tail.split_at(end_of_word(tail));
        rest = tail;
        Some(word)
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Letter,
    Chinese,
    /// Part of a word if a letter stands on either side.
    Joint,
    Other,
}

impl Sort {
    /// By ranges, since the tables of the standard library weigh too much for a page. The alphabets of the first plane
    /// count as letters together with their few signs; Japanese and Korean count as Chinese; what is left separates words.
    fn of(it: char) -> Self {
        match it {
            '0'..='9' | 'a'..='z' | 'A'..='Z' => Self::Letter,
            '.' | '-' | '_' => Self::Joint,
            '×' | '÷' => Self::Other,
            'À'..='\u{1fff}' => Self::Letter,
            '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{9fff}' => Self::Chinese,
            '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' => Self::Chinese,
            '\u{20000}'..='\u{3ffff}' => Self::Chinese,
            _ => Self::Other,
        }
    }
}

/// Where the word ends that the text begins with.
fn end_of_word(text: &str) -> usize {
    let sort = text.chars().next().map_or(Sort::Other, Sort::of);
    let mut end = 0;
    for (at, it) in text.char_indices() {
        let found = Sort::of(it);
        if found == sort {
            end = at + it.len_utf8();
        } else if !(sort == Sort::Letter && found == Sort::Joint && at == end) {
            break; // So does a second joint, since the first has not moved the end.
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(words(text).collect::<Vec<_>>(), expected, "{text:?}");
    }

    #[test]
    fn texts_fall_into_words() {
        check("", &[]);
        check(" ._- ", &[]);
        check("ubuntu 22.04 lts", &["ubuntu", "22.04", "lts"]);
        check("x86_64-linux", &["x86_64-linux"]);
        check("(cuda12.1), rocm+", &["cuda12.1", "rocm"]);
        check("end. -x- a..b a._b", &["end", "x", "a", "b", "a", "b"]);
        check("深度学习镜像", &["深度学习镜像"]);
        check("深度学习cuda12镜像", &["深度学习", "cuda12", "镜像"]);
        check("镜像-标准.镜像", &["镜像", "标准", "镜像"]);
        check("镜像，标准。", &["镜像", "标准"]);
        check("镜像.x", &["镜像", "x"]);
        check("größe×2", &["größe", "2"]);
        check("москва 서울 🚀gpu", &["москва", "서울", "gpu"]);
    }

    proptest! {
        #[test]
        fn words_are_parts_of_the_text_in_their_order(text in "[a1.镜 _-]{0,20}|.{0,20}") {
            let mut rest = text.as_str();
            for word in words(&text) {
                prop_assert!(!word.is_empty() && !word.starts_with(['.', '-', '_', ' ']) && !word.ends_with(['.', '-', '_', ' ']));
                rest = rest.split_once(word).unwrap().1;
            }
            prop_assert!(!rest.contains(|it: char| it.is_ascii_alphanumeric()));
        }
    }
}
