//! The terms of a query as people read them: each with what the query is without it.

use std::ops::Range;

use catalog::{Comparison, Leaf, Node, NodeKind, Problem, Query, Test, Word as Part};

use crate::{
    column::{Column, Word},
    describe::Catalog,
    problem::sentence,
    text::{Lang, Text},
};

/// A term of a query, or what stands in place of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// Where it stands in the query's text.
    pub span: Range<usize>,
    /// What it asks, in the reader's language.
    pub text: String,
    /// Whether rows must not be so.
    pub is_excluded: bool,
    /// What is wrong with it.
    pub mistake: Option<String>,
    /// The query's text without it.
    pub without: String,
}

/// The terms of a query, in its order. A single word by itself is none: it would only be said twice.
#[must_use]
pub fn chips(query: &Query, problems: &[Problem], catalog: &Catalog, lang: Lang) -> Vec<Chip> {
    if problems.is_empty() && matches!(query.nodes(), [node] if is_plain(node)) {
        return Vec::new();
    }
    let nodes = query.nodes().iter().enumerate();
    let mut chips: Vec<_> =
        nodes.map(|(place, node)| of_node(query, place, node, catalog, lang)).collect();
    for problem in problems {
        let said = sentence(problem, query.text(), catalog, lang);
        match chips.iter_mut().find(|it| meet(&it.span, &problem.span)) {
            Some(chip) => chip.mistake = chip.mistake.take().or(Some(said)),
            None => add_stray(&mut chips, query, problem, said),
        }
    }
    chips
}

fn is_plain(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Leaf(Leaf::Text { .. }))
}

fn meet(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn of_node(query: &Query, place: usize, node: &Node, catalog: &Catalog, lang: Lang) -> Chip {
    let (is_excluded, inner) = match &node.kind {
        NodeKind::Not(inner) => (true, &**inner),
        _ => (false, node),
    };
    let text = text(inner, catalog, lang);
    Chip {
        span: node.span.clone(),
        text: text.unwrap_or_else(|| query.source(inner.span.clone()).to_owned()),
        is_excluded,
        mistake: None,
        without: query.drop_node(place),
    }
}

/// Puts what belongs to no term among the terms: a sign without company, with the word that it hangs on (`size:>`).
fn add_stray(chips: &mut Vec<Chip>, query: &Query, problem: &Problem, said: String) {
    let text = query.text();
    let place = chips.partition_point(|it| it.span.start < problem.span.start);
    let before = place.checked_sub(1).and_then(|it| chips.get(it)).map_or(0, |it| it.span.end);
    let word = text.get(before..problem.span.start).unwrap_or_default();
    let attached = word.len() - word.trim_end_matches(|it: char| !it.is_whitespace()).len();
    let span = problem.span.start - attached..problem.span.end;
    let (left, right) = (text.get(..span.start), text.get(span.end..));
    let without = [left.unwrap_or_default().trim_end(), right.unwrap_or_default()].concat();
    let chip = Chip {
        text: query.source(span.clone()).to_owned(),
        span,
        is_excluded: false,
        mistake: Some(said),
        without: without.trim().to_owned(),
    };
    chips.insert(place, chip);
}

/// What a term asks; nothing if it says that best itself.
fn text(node: &Node, catalog: &Catalog, lang: Lang) -> Option<String> {
    match &node.kind {
        NodeKind::Leaf(Leaf::Text { text, quoted: false }) => Some(text.clone()),
        NodeKind::Leaf(Leaf::Text { text, .. }) => Some(["“", text, "”"].concat()),
        NodeKind::Leaf(Leaf::Field { name, test }) => field(&name.text, test, catalog, lang),
        _ => None,
    }
}

fn field(name: &str, test: &Test, catalog: &Catalog, lang: Lang) -> Option<String> {
    if let (Some((_, says)), Test::Values { values, .. }) = (presence(name), test) {
        let labels = values.iter().map(|it| catalog.named(&it.text).map(|it| it.label.get(lang)));
        let labels = labels.collect::<Option<Vec<_>>>()?;
        return Some([&labels.join(", "), colon(lang), says.get(lang)].concat());
    }
    let column = catalog.named(name)?;
    let label = column.label.get(lang);
    Some(match test {
        Test::Values { exact, values } => {
            let sign = if *exact { " = " } else { colon(lang) };
            let values: Vec<_> = values.iter().map(|it| name_of(column, it, lang)).collect();
            [label, sign, &values.join(if lang == Lang::En { ", " } else { "、" })].concat()
        }
        Test::Compare { op, value } => [label, sign(*op), &value.text].concat(),
        Test::Range { from: Some(from), to: Some(to) } => {
            [label, colon(lang), &from.text, "–", &to.text].concat()
        }
        Test::Range { from: Some(from), .. } => [label, " ≥ ", &from.text].concat(),
        Test::Range { to, .. } => [label, " ≤ ", to.as_ref().map_or("", |it| &it.text)].concat(),
    })
}

/// What is said of columns as a whole, by the name that it has in queries.
fn presence(name: &str) -> Option<&'static (&'static str, Text)> {
    PRESENCE.iter().find(|it| it.0.eq_ignore_ascii_case(name))
}

const PRESENCE: &[(&str, Text)] =
    &[("has", Text::new("any", "有值")), ("missing", Text::new("not returned", "未返回"))];

fn name_of<'a>(column: &Column, value: &'a Part, lang: Lang) -> &'a str {
    Word::find(column.words(), &value.text).map_or(&value.text, |it| it.name.get(lang))
}

fn colon(lang: Lang) -> &'static str {
    if lang == Lang::En { ": " } else { "：" }
}

fn sign(op: Comparison) -> &'static str {
    match op {
        Comparison::Less => " < ",
        Comparison::AtMost => " ≤ ",
        Comparison::Greater => " > ",
        Comparison::AtLeast => " ≥ ",
    }
}

#[cfg(test)]
mod tests {
    use catalog::Filter;

    use super::*;
    use crate::catalogs;

    fn of(text: &str, lang: Lang) -> Vec<Chip> {
        let catalog = catalogs::first();
        let query = Query::parse(text);
        let filter = Filter::new(&query, &catalog.schema(), 1_700_000_000);
        chips(&query, filter.problems(), catalog, lang)
    }

    #[test]
    fn terms_are_said_in_the_reader_s_language() {
        let check = |query: &str, en: &[&str], zh: &[&str]| {
            for (lang, expected) in [(Lang::En, en), (Lang::Zh, zh)] {
                let say =
                    |it: Chip| if it.is_excluded { ["-", &it.text].concat() } else { it.text };
                let said: Vec<_> = of(query, lang).into_iter().map(say).collect();
                assert_eq!(said, expected, "{query}");
            }
        };
        check("", &[], &[]);
        check("ubuntu", &[], &[]);
        check("\"ubuntu 22\"", &[], &[]);
        check("-ubuntu", &["-ubuntu"], &["-ubuntu"]);
        check("ubuntu \"a b\"", &["ubuntu", "“a b”"], &["ubuntu", "“a b”"]);
        check("type:base,custom", &["Type: Standard, Custom"], &["类型：标准镜像、自定义镜像"]);
        check("-类型:base", &["-Type: Standard"], &["-类型：标准镜像"]);
        check("name:=x", &["Name = x"], &["名称 = x"]);
        check("size:>=20GB", &["Size ≥ 20GB"], &["大小 ≥ 20GB"]);
        check("size:10..40", &["Size: 10–40"], &["大小：10–40"]);
        check("size:10..", &["Size ≥ 10"], &["大小 ≥ 10"]);
        check("size:..40", &["Size ≤ 40"], &["大小 ≤ 40"]);
        check("has:size", &["Size: any"], &["大小：有值"]);
        check("-missing:size", &["-Size: not returned"], &["-大小：未返回"]);
        check("is:own", &["is:own"], &["is:own"]);
        check("(a OR b) NOT (c d)", &["a OR b", "-c d"], &["a OR b", "-c d"]);
        check("nginx:1.25", &["nginx:1.25"], &["nginx:1.25"]);
    }

    #[test]
    fn a_term_can_be_taken_away() {
        let check = |query: &str, without: &[&str]| {
            let chips = of(query, Lang::En);
            let rest: Vec<_> = chips.iter().map(|it| it.without.as_str()).collect();
            assert_eq!(rest, without, "{query}");
            chips.iter().for_each(|it| assert!(query.get(it.span.clone()).is_some(), "{query}"));
        };
        check("ubuntu size:>20", &["size:>20", "ubuntu"]);
        check("-windows", &[""]);
        check("a size:> b", &["size:> b", "a b", "a size:>"]);
        check("size:>", &[""]);
        check("a OR", &["OR", "a"]);
    }

    #[test]
    fn mistakes_are_said_where_they_are() {
        let check = |query: &str, wrong: &[&str]| {
            let chips = of(query, Lang::En).into_iter();
            let found: Vec<_> = chips
                .filter(|it| it.mistake.is_some())
                .map(|it| query[it.span].to_owned())
                .collect();
            assert_eq!(found, wrong, "{query}");
        };
        check("ubuntu size:>20", &[]);
        check("ubuntu size:>big", &["size:>big"]);
        check("ubuntu size:>", &["size:>"]);
        check("a ) b", &[")"]);
        check("(cuda rocm", &["("]);
        check("sise:3", &["sise:3"]);
        check("大小:>", &["大小:>"]);
    }
}
