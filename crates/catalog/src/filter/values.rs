//! What is asked of a column, by what the column holds.

use super::{ProblemKind, reader::Reader};
use crate::{
    fold::fold,
    leaf::{Interval, Leaf, Span, Word},
    natural,
    query::{self, Comparison, Test},
    reserved::answer,
    schema::{Kind, Matching},
    value::{self, Condition as Asked, ValueError},
};

impl Reader<'_> {
    /// What is asked of a column; nothing if it cannot be, which is noted then.
    pub(super) fn column(&mut self, place: usize, test: &Test) -> Option<Leaf> {
        let spec = self.schema.column(place)?;
        match (spec.kind, test) {
            (Kind::Text | Kind::Tags, Test::Values { exact, values }) => {
                let folded = values.iter().map(|it| fold(&it.text));
                Some(if *exact || spec.matching == Matching::Whole {
                    Leaf::Whole(place, folded.collect())
                } else {
                    let words = values.iter().map(|it| Word::new(fold(&it.text), false));
                    Leaf::Contains(place, words.collect())
                })
            }
            (Kind::Text | Kind::Tags, _) => Some(Leaf::Order(place, order(test))),
            (Kind::Number, _) => self.numbers(place, test).map(|it| Leaf::Number(place, it)),
            (Kind::Time, _) => self.times(place, test).map(|it| Leaf::Time(place, it)),
            (Kind::Flag, _) => self.yes_or_no(place, test),
        }
    }

    fn numbers(&mut self, place: usize, test: &Test) -> Option<Vec<Interval>> {
        let mut number = |word: &query::Word| {
            let units = self.schema.column(place)?.units;
            self.value(place, word, value::number(&fold(&word.text), units))
        };
        let (least, most) = (f64::NEG_INFINITY, f64::INFINITY);
        let within = |from, to, closed| vec![Interval { from, to, closed }];
        Some(match test {
            Test::Values { values, .. } => {
                some(values.iter().filter_map(|it| number(it).map(Interval::only)))?
            }
            Test::Compare { op, value } => {
                let value = number(value)?;
                match op {
                    Comparison::Less => within(least, value, (true, false)),
                    Comparison::AtMost => within(least, value, (true, true)),
                    Comparison::Greater => within(value, most, (false, true)),
                    Comparison::AtLeast => within(value, most, (true, true)),
                }
            }
            Test::Range { from, to } => {
                let from = from.as_ref().map_or(Some(least), &mut number)?;
                let to = to.as_ref().map_or(Some(most), &mut number)?;
                within(from.min(to), from.max(to), (true, true))
            }
        })
    }

    fn times(&mut self, place: usize, test: &Test) -> Option<Vec<value::Period>> {
        let tense = self.schema.column(place)?.tense;
        let now = self.now;
        let mut period =
            |word: &query::Word, asked: &dyn Fn(&'_ str) -> Result<value::Period, ValueError>| {
                self.value(place, word, asked(&fold(&word.text)))
            };
        Some(match test {
            Test::Values { values, .. } => {
                let equal = |it: &'_ str| value::period(Asked::Equal(it), tense, now);
                some(values.iter().filter_map(|it| period(it, &equal)))?
            }
            Test::Compare { op, value } => {
                vec![period(value, &|it| value::period(compare(*op, it), tense, now))?]
            }
            Test::Range { from, to } => {
                // Each bound by itself first, so that a mistake points at the right one.
                for word in from.iter().chain(to) {
                    period(word, &|it| value::period(Asked::Equal(it), tense, now))?;
                }
                let folded = |it: &Option<query::Word>| it.as_ref().map(|it| fold(&it.text));
                let (from, to) = (folded(from), folded(to));
                vec![
                    value::period(Asked::Between(from.as_deref(), to.as_deref()), tense, now)
                        .ok()?,
                ]
            }
        })
    }

    fn yes_or_no(&mut self, place: usize, test: &Test) -> Option<Leaf> {
        let word = match test {
            Test::Values { values, .. } => values.first()?,
            Test::Compare { value, .. } => value,
            Test::Range { from, to } => from.as_ref().or(to.as_ref())?,
        };
        let is_one = matches!(test, Test::Values { values, .. } if values.len() == 1);
        match answer(&fold(&word.text)).filter(|_| is_one) {
            Some(asked) => Some(Leaf::Flag(place, asked)),
            None => self.problem(&word.span, ProblemKind::NotComparable(place)),
        }
    }

    fn value<T>(
        &mut self,
        place: usize,
        word: &query::Word,
        value: Result<T, ValueError>,
    ) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(error) => self.problem(&word.span, ProblemKind::Value(place, error)),
        }
    }
}

/// What could be read of a list, if there is something.
fn some<T>(values: impl Iterator<Item = T>) -> Option<Vec<T>> {
    let values: Vec<T> = values.collect();
    (!values.is_empty()).then_some(values)
}

fn compare(op: Comparison, text: &str) -> Asked<'_> {
    match op {
        Comparison::Less => Asked::Less(text),
        Comparison::AtMost => Asked::AtMost(text),
        Comparison::Greater => Asked::Greater(text),
        Comparison::AtLeast => Asked::AtLeast(text),
    }
}

/// What part of the natural order a comparison of texts means: versions are texts, and `cuda:>=12.1` is asked of them.
fn order(test: &Test) -> Span {
    let key = |word: &query::Word| {
        let mut key = Vec::new();
        natural::key_into(&fold(&word.text), &mut key);
        key
    };
    match test {
        Test::Values { .. } => Span::default(),
        Test::Compare { op, value } => {
            let closed = matches!(op, Comparison::AtMost | Comparison::AtLeast);
            let bound = Some((key(value), closed));
            match op {
                Comparison::Less | Comparison::AtMost => Span { from: None, to: bound },
                Comparison::Greater | Comparison::AtLeast => Span { from: bound, to: None },
            }
        }
        Test::Range { from, to } => {
            let bound = |it: &Option<query::Word>| it.as_ref().map(|it| (key(it), true));
            let (from, to) = (bound(from), bound(to));
            let is_turned = matches!((&from, &to), (Some(from), Some(to)) if from > to);
            if is_turned { Span { from: to, to: from } } else { Span { from, to } }
        }
    }
}
