//! Scores and times by name, from several runs.

/// Something that Lighthouse measures.
#[derive(Debug)]
pub(super) struct Measured {
    /// What Lighthouse calls it.
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) decimals: usize,
}

const fn measured(id: &'static str, title: &'static str, decimals: usize) -> Measured {
    Measured { id, title, decimals }
}

/// In the order of the table.
pub(super) const MEASURED: &[Measured] = &[
    measured("performance", "Performance", 0),
    measured("accessibility", "Accessibility", 0),
    measured("best-practices", "Best practices", 0),
    measured("cumulative-layout-shift", "Cumulative layout shift", 3),
    measured("first-contentful-paint", "First contentful paint, ms", 0),
    measured("largest-contentful-paint", "Largest contentful paint, ms", 0),
    measured("speed-index", "Speed index, ms", 0),
    measured("total-blocking-time", "Total blocking time, ms", 0),
];

/// What runs have said, one after another.
#[derive(Debug, Default)]
pub(super) struct Figures {
    samples: Vec<(String, f64)>,
    /// Audits that took points from a category, each once.
    pub(super) findings: Vec<String>,
}

impl Figures {
    /// Adds what one run says: a name, a tab and a value on each line.
    pub(super) fn read(&mut self, output: &str) {
        for (name, value) in output.lines().filter_map(|it| it.split_once('\t')) {
            match value.parse() {
                Ok(number) => self.samples.push((name.to_owned(), number)),
                Err(_) if name == "finding" && !self.findings.iter().any(|it| it == value) => {
                    self.findings.push(value.to_owned());
                }
                Err(_) => {}
            }
        }
    }

    /// The median of what was measured under that name; of an even number, the lower of both in the middle.
    pub(super) fn median(&self, id: &str) -> Option<f64> {
        let samples = self.samples.iter().filter(|it| it.0 == id);
        let mut samples: Vec<_> = samples.map(|it| it.1).collect();
        samples.sort_by(f64::total_cmp);
        samples.get(samples.len().saturating_sub(1) / 2).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_findings() {
        let mut figures = Figures::default();
        for score in [90, 99, 97] {
            figures
                .read(&format!("version\t12.8.2\nperformance\t{score}\nfinding\timage-alt: No\n"));
        }
        assert_eq!(figures.median("performance"), Some(97.0));
        assert_eq!(figures.median("speed-index"), None);
        assert_eq!(figures.findings, ["image-alt: No"]);
    }
}
