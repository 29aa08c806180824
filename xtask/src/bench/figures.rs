//! Figures as the measuring programs print them, and as a person reads them.

/// Something measured.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    pub(crate) rows: u32,
    pub(crate) what: String,
    pub(crate) unit: String,
    median: f64,
    worst: f64,
    samples: u32,
}

/// The figures among whatever else has been printed.
pub(crate) fn found(output: &str) -> Vec<Figure> {
    output.lines().filter_map(parse).collect()
}

/// `figure`, rows, what, unit, median, worst and number of samples, with tabs between.
fn parse(line: &str) -> Option<Figure> {
    let mut fields = line.trim().split('\t').skip_while(|it| *it != "figure").skip(1);
    let figure = Figure {
        rows: fields.next()?.parse().ok()?,
        what: fields.next()?.to_owned(),
        unit: fields.next()?.to_owned(),
        median: fields.next()?.parse().ok()?,
        worst: fields.next()?.parse().ok()?,
        samples: fields.next()?.parse().ok()?,
    };
    Some(figure)
}

impl Figure {
    /// The median, and the worst where there is more than one sample.
    pub(crate) fn text(&self) -> String {
        let median = number(self.median);
        if self.samples > 1 { format!("{median} ({})", number(self.worst)) } else { median }
    }
}

/// As many decimals as say something; a dash for what could not be measured.
fn number(value: f64) -> String {
    match value.abs() {
        it if !it.is_finite() => "—".to_owned(),
        it if it < 10.0 => format!("{value:.2}"),
        it if it < 100.0 => format!("{value:.1}"),
        _ => grouped(&format!("{value:.0}")),
    }
}

/// `1234567` to `1,234,567`.
pub(crate) fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_figures_among_others() {
        let output = "running 1 test\nfigure\t10000\tfacets\tms\t1.500\t2.000\t3\ntest a ... ok\r\n\
                      figure\t10000\tlost\tms\t1.5\n    figure\t100000\tmemory\tbytes\t90\t90\t1\r\n";
        let found = found(output);
        let read: Vec<_> = found.iter().map(|it| (it.rows, it.what.as_str(), it.text())).collect();
        let expected =
            [(10_000, "facets", "1.50 (2.00)".to_owned()), (100_000, "memory", "90.0".to_owned())];
        assert_eq!(read, expected);
    }

    #[test]
    fn numbers_as_people_read_them() {
        let check = |value: f64, expected: &str| assert_eq!(number(value), expected, "{value}");
        check(0.004, "0.00");
        check(0.25, "0.25");
        check(9.994, "9.99");
        check(33.87, "33.9");
        check(999.6, "1,000");
        check(5976.03, "5,976");
        check(1_234_567.0, "1,234,567");
        check(-250.0, "-250");
        check(f64::NAN, "—");
    }
}
