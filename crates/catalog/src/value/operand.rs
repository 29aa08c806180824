//! One side of a comparison of times; what it means is told by `period`, and tested there.

use super::{Age, Period, Span, Tense, ValueError, age, moment};

/// A value, and how it compares.
pub(super) struct Operand {
    pub(super) span: Span,
    kind: Kind,
}

enum Kind {
    Date,
    Ago,
    /// With the first second of the present.
    Ahead(i64),
}

impl Operand {
    pub(super) fn read(text: &str, tense: Tense, now: i64) -> Result<Self, ValueError> {
        match (moment(text), age(text)) {
            (Ok(span), _) => Ok(Self { span, kind: Kind::Date }),
            (Err(_), Some(age)) => Ok(Self::of_age(age, tense, now)),
            (Err(error), None) => Err(error),
        }
    }

    fn of_age(age: Age, tense: Tense, now: i64) -> Self {
        let kind = match tense {
            Tense::Past => Kind::Ago,
            Tense::Future => Kind::Ahead(age.present(now).from),
        };
        Self { span: age.when(now, tense), kind }
    }

    pub(super) fn less(&self, or_equal: bool) -> Period {
        let Span { from, to } = self.span;
        let end = Some(if or_equal { to } else { from });
        match self.kind {
            Kind::Date => Period { from: None, to: end },
            Kind::Ago => Period { from: Some(from), to: None },
            Kind::Ahead(present) => Period { from: (from > present).then_some(present), to: end },
        }
    }

    pub(super) fn greater(&self, or_equal: bool) -> Period {
        let Span { from, to } = self.span;
        match self.kind {
            Kind::Date => Period { from: Some(if or_equal { from } else { to }), to: None },
            Kind::Ago => Period { from: None, to: Some(if or_equal { to } else { from }) },
            Kind::Ahead(_) => Period { from: Some(from), to: None },
        }
    }
}
