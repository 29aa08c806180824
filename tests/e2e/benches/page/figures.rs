//! Figures by name, in the order in which they were first seen.

/// Samples of everything that is measured.
#[derive(Debug, Default)]
pub(crate) struct Figures(Vec<Figure>);

#[derive(Debug)]
struct Figure {
    what: String,
    unit: &'static str,
    samples: Vec<f64>,
}

impl Figures {
    /// Adds a sample.
    pub(crate) fn add(&mut self, what: &str, unit: &'static str, sample: f64) {
        match self.0.iter_mut().find(|it| it.what == what) {
            Some(known) => known.samples.push(sample),
            None => self.0.push(Figure { what: what.to_owned(), unit, samples: vec![sample] }),
        }
    }

    /// Prints a line for each, as `cargo xtask bench` reads it: rows, what, unit, median, worst and how many samples.
    pub(crate) fn print(self, rows: u32) {
        for Figure { what, unit, mut samples } in self.0 {
            samples.sort_by(f64::total_cmp);
            let count = samples.len();
            let (median, worst) = (samples[count / 2], samples[count - 1]);
            println!("figure\t{rows}\t{what}\t{unit}\t{median:.3}\t{worst:.3}\t{count}");
        }
    }
}
