//! What a figure belongs to: the day, the machine, and the tools.

use std::env::consts;
use std::fmt;
use std::fs;
use std::time::{Duration, SystemTime};

use crate::process::first_line;
use crate::setup::Toolkit;

/// Facts in words; those that could not be found out are left out.
#[derive(Debug)]
pub(crate) struct Machine(Vec<String>);

impl Machine {
    pub(crate) fn look(toolkit: &Toolkit, with_browser: bool) -> Self {
        let browser = || first_line(toolkit.browser.as_ref()?, &["--version"]);
        let facts = [
            Some(today()),
            Some(processors()),
            memory(),
            Some(system()),
            // The tools that stand behind it made the page, and did not measure it.
            toolkit.description.split(',').next().map(str::to_owned),
            with_browser.then(browser).flatten(),
        ];
        Self(facts.into_iter().flatten().map(|it| it.trim().to_owned()).collect())
    }
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(" · "))
    }
}

fn today() -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    date(since.as_ref().map_or(0, Duration::as_secs) / 86_400)
}

/// The day of that number, counted from 1970-01-01, as `2026-11-22`. Years here begin in March, so that the day that comes and goes
/// is the last one.
fn date(day: u64) -> String {
    let shifted = day + 719_468;
    let (era, of_era) = (shifted / 146_097, shifted % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    format!("{:04}-{month:02}-{of_month:02}", era * 400 + year + carry)
}

fn processors() -> String {
    let count = std::thread::available_parallelism().map_or(1, usize::from);
    let name = line_of("/proc/cpuinfo", "model name")
        .or_else(|| first_line("sysctl", &["-n", "machdep.cpu.brand_string"]));
    format!("{count} × {}", name.as_deref().unwrap_or(consts::ARCH))
}

fn memory() -> Option<String> {
    let kilobytes = line_of("/proc/meminfo", "MemTotal")
        .and_then(|it| it.split_whitespace().next()?.parse::<u64>().ok());
    let bytes = || first_line("sysctl", &["-n", "hw.memsize"])?.parse::<u64>().ok();
    let kilobytes = kilobytes.or_else(|| Some(bytes()? / 1024))?;
    Some(format!("{} GB", (kilobytes + (1 << 19)) >> 20))
}

fn system() -> String {
    let named = fs::read_to_string("/etc/os-release").ok().and_then(|text| {
        let name = text.lines().find_map(|it| it.strip_prefix("PRETTY_NAME="))?;
        Some(name.trim_matches('"').to_owned())
    });
    let version = || Some(format!("macOS {}", first_line("sw_vers", &["-productVersion"])?));
    named.or_else(version).unwrap_or_else(|| consts::OS.to_owned())
}

/// What stands behind `name:` in a file.
fn line_of(path: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let line = text.lines().find_map(|it| it.strip_prefix(name))?;
    Some(line.trim_start().strip_prefix(':')?.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        let check = |day: u64, expected: &str| assert_eq!(date(day), expected, "{day}");
        check(0, "1970-01-01");
        check(58, "1970-02-28");
        check(59, "1970-03-01");
        check(11_016, "2000-02-29");
        check(11_017, "2000-03-01");
        check(20_453, "2025-12-31");
        check(20_454, "2026-01-01");
        check(20_779, "2026-11-22");
        check(47_540, "2100-02-28");
        check(47_541, "2100-03-01");
    }
}
