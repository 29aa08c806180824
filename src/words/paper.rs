//! The texts on paper.

use view::{Lang, grouped};

/// How many of the rows are on paper, where not all are.
#[must_use]
pub fn on_paper(printed: usize, all: usize, lang: Lang) -> String {
    let (printed, all) = (grouped(printed as u64), grouped(all as u64));
    match lang {
        Lang::En => {
            [&printed, " of ", &all, " rows are on this paper: those that were in view."].concat()
        }
        Lang::Zh => ["本页仅打印当前可见的 ", &printed, " 行，共 ", &all, " 行。"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_says_what_it_does_not_hold() {
        let en = "25 of 1,930 rows are on this paper: those that were in view.";
        assert_eq!(on_paper(25, 1930, Lang::En), en);
        assert_eq!(on_paper(25, 1930, Lang::Zh), "本页仅打印当前可见的 25 行，共 1,930 行。");
    }
}
