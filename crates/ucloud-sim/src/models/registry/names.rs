//! The names of the images in one bucket or repository: computed both ways, never stored.

use super::program::{PROGRAMS, Program, Style};
use crate::dice::Dice;

/// The order in which a bucket or repository goes through the programs, starting again with
/// `nginx-2` after `nginx` when it has more images than there are programs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Names {
    first: u64,
    stride: u64,
}

impl Names {
    /// The first image is the program `first`, or any if there is none of that name.
    pub(crate) fn beginning_with(first: &str, dice: Dice) -> Self {
        let first = position(first).unwrap_or_else(|| dice.named("first").below(count()));
        Self { first, stride: 1 + dice.named("stride").below(count() - 1) }
    }

    /// How the versions of a row are named.
    pub(crate) fn style(self, row: u64) -> Style {
        self.program(row).map(|program| program.style).unwrap_or_default()
    }

    /// The name of a row; no other row has it.
    pub(crate) fn name(self, row: u64) -> String {
        let program = self.program(row).map_or("", |program| program.name);
        match row / count() {
            0 => program.to_owned(),
            round => format!("{program}-{}", round + 1),
        }
    }

    /// The row with this name, found without a look at the others.
    pub(crate) fn row(self, name: &str) -> Option<u64> {
        let (position, round) = split(name)?;
        let step = (0..count()).find(|&step| self.position(step) == position)?;
        let row = round.checked_mul(count())?.checked_add(step)?;
        // A number with a leading zero splits well and is no name all the same.
        (self.name(row) == name).then_some(row)
    }

    fn program(self, row: u64) -> Option<&'static Program> {
        PROGRAMS.get(self.position(row) as usize)
    }

    fn position(self, row: u64) -> u64 {
        (self.first + row % count() * self.stride) % count()
    }
}

fn count() -> u64 {
    PROGRAMS.len() as u64
}

fn position(name: &str) -> Option<u64> {
    PROGRAMS.iter().position(|program| program.name == name).map(|position| position as u64)
}

/// The program's position and the round: `nginx` is of round 0, and `nginx-2` of round 1.
fn split(name: &str) -> Option<(u64, u64)> {
    if let Some(position) = position(name) {
        return Some((position, 0));
    }
    let (program, number) = name.rsplit_once('-')?;
    let round = number.parse::<u64>().ok()?.checked_sub(1)?;
    Some((position(program)?, round))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_do_not_repeat_and_are_found_again() {
        for seed in 0..20 {
            let names = Names::beginning_with("", Dice::new(seed));
            let all: BTreeSet<_> = (0..500).map(|row| names.name(row)).collect();
            assert_eq!(all.len(), 500);
            for row in (0..500).chain([u64::MAX / 2]) {
                assert_eq!(names.row(&names.name(row)), Some(row));
            }
        }
    }

    #[test]
    fn the_first_may_be_chosen() {
        let names = Names::beginning_with("cadvisor", Dice::new(1));
        assert_eq!(names.name(0), "cadvisor");
        assert_eq!(names.name(count()), "cadvisor-2");
    }

    #[test]
    fn what_is_no_name_is_not_found() {
        let names = Names::beginning_with("", Dice::new(1));
        for text in [
            "",
            "-",
            "nginx-",
            "nginx-0",
            "nginx-1",
            "nginx-02",
            "nginx-18446744073709551615",
            "Nginx",
        ] {
            assert_eq!(names.row(text), None, "{text}");
        }
    }
}
