//! What is wrong with a query, in a sentence that says what was expected.

use catalog::{MistakeKind, Problem, ProblemKind, Symbol, ValueError};

use crate::{
    column::{Column, Format},
    describe::Catalog,
    format::visible,
    schema::FacetKind,
    text::{Lang, Text},
};

/// What is wrong with a query and what was expected, with an example in terms of the catalog. `query` is its text, which the problem
/// points into.
#[must_use]
pub fn sentence(problem: &Problem, query: &str, catalog: &Catalog, lang: Lang) -> String {
    let found = quote(query.get(problem.span.clone()).unwrap_or_default());
    let say = |text: Text, parts: &[&str]| fill(text.get(lang), parts);
    match problem.kind {
        ProblemKind::Syntax(mistake) => syntax(mistake, &found, catalog, lang),
        ProblemKind::UnknownField(Some(nearest)) => say(NEARLY_A_FIELD, &[&found, nearest]),
        ProblemKind::UnknownField(None) => say(NO_FIELD, &[&found, catalog.title_column]),
        ProblemKind::UnknownFlag => {
            let known: Vec<_> = catalog.flag_names().collect();
            if known.is_empty() {
                say(NO_FLAGS, &[])
            } else {
                say(NO_FLAG, &[&found, &list(&known, lang)])
            }
        }
        ProblemKind::Value(place, error) => match catalog.columns.get(place) {
            Some(column) => value(error, &found, column, lang),
            None => say(NO_VALUE, &[&found]),
        },
        ProblemKind::NotComparable(place) => match catalog.columns.get(place) {
            Some(column) => say(YES_OR_NO, &[column.label.get(lang), column.key, column.key]),
            None => say(NO_VALUE, &[&found]),
        },
    }
}

fn syntax(mistake: MistakeKind, found: &str, catalog: &Catalog, lang: Lang) -> String {
    let text = match mistake {
        MistakeKind::MissingClosing => MISSING_CLOSING,
        MistakeKind::UnexpectedClosing => UNEXPECTED_CLOSING,
        MistakeKind::EmptyParentheses => EMPTY_PARENTHESES,
        MistakeKind::EmptyRange => EMPTY_RANGE,
        MistakeKind::TooDeep => TOO_DEEP,
        MistakeKind::NothingAfter(symbol) => {
            return fill(NOTHING_AFTER.get(lang), &[found, &company(symbol, catalog)]);
        }
        MistakeKind::NothingBefore(symbol) => {
            return fill(NOTHING_BEFORE.get(lang), &[found, &company(symbol, catalog)]);
        }
    };
    text.get(lang).to_owned()
}

/// An example of a sign in the company that it needs.
fn company(symbol: Symbol, catalog: &Catalog) -> String {
    let compared = catalog.columns.iter().find(|it| it.facet() == FacetKind::Histogram);
    match symbol {
        Symbol::Or => "cuda OR rocm".to_owned(),
        Symbol::And => "cuda AND linux".to_owned(),
        Symbol::Not => "NOT windows".to_owned(),
        Symbol::Minus => "-windows".to_owned(),
        Symbol::Colon => fill("{}:linux", &[catalog.title_column]),
        Symbol::Comma => fill("{}:linux,cuda", &[catalog.title_column]),
        Symbol::Comparison => {
            let (key, [_, example, _]) = compared
                .map_or((catalog.title_column, ["", ">a", ""]), |it| (it.key, it.examples()));
            fill("{}:{}", &[key, example])
        }
    }
}

fn value(error: ValueError, found: &str, column: &Column, lang: Lang) -> String {
    let label = column.label.get(lang);
    let examples = list(&column.examples(), lang);
    let units: Vec<_> =
        column.units().iter().map(|it| it.name).filter(|it| !it.is_empty()).collect();
    match error {
        ValueError::NotANumber => fill(NOT_A_NUMBER.get(lang), &[label, &examples, found]),
        ValueError::UnknownUnit if units.is_empty() => {
            fill(NO_UNITS.get(lang), &[label, &examples, found])
        }
        ValueError::UnknownUnit => {
            fill(UNKNOWN_UNIT.get(lang), &[label, &list(&units, lang), found])
        }
        ValueError::NotATime => fill(NOT_A_TIME.get(lang), &[label, &examples, found]),
        ValueError::NoSuchDate => fill(NO_SUCH_DATE.get(lang), &[found]),
    }
}

impl Column {
    /// What its numbers or times may be asked for, as examples: a value, a comparison and a range.
    #[must_use]
    pub fn examples(&self) -> [&'static str; 3] {
        match self.format {
            Format::Gigabytes | Format::Megabytes => ["20", ">20GB", "10..40"],
            Format::Hours => ["24", ">10d", "1d..7d"],
            Format::YuanPerHour => ["0", "<1.5", "0.5..2"],
            Format::Time => ["2024-05-01", "<90d", "2024-01..2024-06"],
            Format::Deadline => ["2027", "<180d", "2027-01..2027-06"],
            _ => ["100", ">1000", "10..100"],
        }
    }
}

/// As much of a text as fits into a sentence.
fn quote(text: &str) -> String {
    let shown = visible(text);
    match shown.char_indices().nth(LONGEST) {
        Some((end, _)) => [shown.get(..end).unwrap_or_default(), "…"].concat(),
        None => shown.into_owned(),
    }
}

/// Letters of a quotation.
const LONGEST: usize = 40;

/// `a, b or c`.
fn list(items: &[&str], lang: Lang) -> String {
    let (comma, or) = if lang == Lang::En { (", ", " or ") } else { ("、", " 或 ") };
    match items.split_last() {
        Some((last, before)) if !before.is_empty() => [&before.join(comma), or, last].concat(),
        _ => items.concat(),
    }
}

/// The text with the parts in place of its `{}`, one after another.
fn fill(text: &str, parts: &[&str]) -> String {
    let mut parts = parts.iter();
    let mut out = String::new();
    for (place, piece) in text.split("{}").enumerate() {
        out.push_str(if place == 0 { "" } else { parts.next().unwrap_or(&"") });
        out.push_str(piece);
    }
    out
}

const MISSING_CLOSING: Text = Text::new(
    "This parenthesis is never closed: add “)” where the group ends.",
    "这个括号没有闭合：请在末尾补上“)”。",
);
const UNEXPECTED_CLOSING: Text = Text::new(
    "This parenthesis closes nothing: take it away, or put it in quotes to look for it.",
    "这个括号没有对应的“(”：请删去它；要查找它本身，请加引号。",
);
const EMPTY_PARENTHESES: Text = Text::new(
    "There is nothing between these parentheses: write terms there, such as (cuda OR rocm).",
    "括号里没有内容：请写上条件，例如 (cuda OR rocm)。",
);
const EMPTY_RANGE: Text = Text::new(
    "A range needs a bound on one side at least, such as 10.., ..40 or 10..40.",
    "范围至少需要一端，例如 10..、..40 或 10..40。",
);
const TOO_DEEP: Text = Text::new(
    "Groups lie too deep here: up to 32 can be inside one another.",
    "这里的括号嵌套太深：最多 32 层。",
);
const NOTHING_AFTER: Text =
    Text::new("“{}” needs something after it, such as {}.", "“{}”后面缺少内容，例如 {}。");
const NOTHING_BEFORE: Text =
    Text::new("“{}” needs something before it, such as {}.", "“{}”前面缺少内容，例如 {}。");
const NEARLY_A_FIELD: Text =
    Text::new("There is no field “{}”. Did you mean {}?", "没有字段“{}”。您要找的是 {} 吗？");
const NO_FIELD: Text = Text::new(
    "There is no field “{}”. Fields are called as the columns are, such as {}.",
    "没有字段“{}”。字段名与列相同，例如 {}。",
);
const NO_FLAG: Text =
    Text::new("“is:” does not know “{}”. It knows {}.", "“is:”不支持“{}”，可用的有 {}。");
const NO_FLAGS: Text =
    Text::new("“is:” knows nothing in this list.", "此列表没有可用的“is:”条件。");
const NO_VALUE: Text = Text::new("“{}” cannot be asked for here.", "这里不能查找“{}”。");
const YES_OR_NO: Text =
    Text::new("{} is yes or no: write {}:yes or {}:no.", "“{}”只有是或否：请写 {}:yes 或 {}:no。");
const NOT_A_NUMBER: Text = Text::new(
    "{} takes a number, such as {}; “{}” is none.",
    "“{}”需要数字，例如 {}；“{}”不是数字。",
);
const UNKNOWN_UNIT: Text = Text::new(
    "{} takes {} as its unit; “{}” has another.",
    "“{}”的单位可以是 {}；“{}”的单位无法识别。",
);
const NO_UNITS: Text = Text::new(
    "{} takes a number without a unit, such as {}; “{}” has one.",
    "“{}”需要不带单位的数字，例如 {}；“{}”带有单位。",
);
const NOT_A_TIME: Text = Text::new(
    "{} takes a date or an age, such as {}; “{}” is neither.",
    "“{}”需要日期或时长，例如 {}；“{}”都不是。",
);
const NO_SUCH_DATE: Text = Text::new(
    "“{}” is in no calendar; dates are written as 2024-05-31.",
    "日历上没有“{}”；日期写作 2024-05-31。",
);

#[cfg(test)]
mod tests;
