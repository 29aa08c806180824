//! Counting tests in what test programs print: libtest's summary lines, which wasm-bindgen's runner prints as well.

use std::ops::AddAssign;

/// How many passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The sum over all summary lines (one for each test program, and one for each library's examples).
pub(crate) fn counts(output: &str) -> Counts {
    let mut sum = Counts::default();
    for counts in output.lines().filter_map(summary_line) {
        sum += counts;
    }
    sum
}

/// What a step of tests counts for. A step that ended badly without a failed test (it did not compile, or was ended) is a failure,
/// and so is one that ran no test at all: it tests nothing, whatever it was meant to.
pub(crate) fn judge(success: bool, output: &str) -> Counts {
    let mut counts = counts(output);
    let no_test_ran = counts == Counts::default();
    if counts.failed == 0 && (!success || no_test_ran) {
        counts.failed = 1;
    }
    counts
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; …`. The word before the numbers may be coloured.
fn summary_line(line: &str) -> Option<Counts> {
    let (_, rest) = line.split_once("test result: ")?;
    let number_before =
        |what: &str| rest.split_once(what)?.0.split_whitespace().next_back()?.parse().ok();
    Some(Counts { passed: number_before(" passed;")?, failed: number_before(" failed;")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(output: &str, passed: u64, failed: u64) {
        assert_eq!(counts(output), Counts { passed, failed }, "{output}");
    }

    #[test]
    fn summaries() {
        check(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s",
            12,
            0,
        );
        check(
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
            3,
            2,
        );
        check(
            "\ntest result: ok. 1 passed; 0 failed;\n\ntest result: ok. 2 passed; 0 failed;\n",
            3,
            0,
        );
        check("test result: \u{1b}[32mok\u{1b}[0m. 5 passed; 0 failed; 0 ignored", 5, 0);
        check("    test result: ok. 4 passed; 0 failed; 0 ignored\r\n", 4, 0);
    }

    #[test]
    fn other_lines() {
        check("", 0, 0);
        check("running 3 tests\ntest a ... ok\ntest b ... FAILED", 0, 0);
        check("test result: ", 0, 0);
        check("test result: ok. many passed; 0 failed;", 0, 0);
        check("test result: ok. 3 passed", 0, 0);
    }

    #[test]
    fn verdicts() {
        let check = |success: bool, output: &str, passed: u64, failed: u64| {
            assert_eq!(judge(success, output), Counts { passed, failed }, "{success} {output}");
        };
        check(true, "test result: ok. 2 passed; 0 failed;", 2, 0);
        check(false, "test result: FAILED. 2 passed; 1 failed;", 2, 1);
        // Ended by a signal, or another program did not compile.
        check(false, "test result: ok. 2 passed; 0 failed;", 2, 1);
        check(false, "error[E0425]", 0, 1);
        // No test there, or all of them ignored.
        check(true, "test result: ok. 0 passed; 0 failed; 0 ignored", 0, 1);
        check(true, "test result: ok. 0 passed; 0 failed; 7 ignored", 0, 1);
        check(true, "", 0, 1);
    }
}
