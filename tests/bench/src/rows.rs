//! Made-up images: about 350 bytes of text a row, an id that no other row has, and names of which most come once, as the names do that
//! people give to images of their own.

use std::fmt::Write as _;

use catalog::Cell;

use crate::{
    dice::Dice,
    words::{
        AUTHORS, DRIVERS, KINDS, OWN, PRAISE, PROGRAMS, PROMISES, PURPOSES, REGIONS, REMARKS,
        ROLES, STATES, SYSTEMS, System, TAGS,
    },
};

/// An image.
#[derive(Debug, Default)]
pub struct Row {
    /// Its id, unlike all others.
    pub id: String,
    name: String,
    system: String,
    kind: &'static str,
    zone: String,
    state: &'static str,
    author: &'static str,
    tags: Vec<String>,
    description: String,
    /// Yuan per hour; missing where nobody said so.
    price: Option<f64>,
    /// Megabytes.
    size: f64,
    /// Unix seconds.
    created: i64,
}

impl Row {
    /// The row of that number.
    #[must_use]
    pub fn new(number: u32) -> Self {
        let mut dice = Dice::of(number);
        let system = dice.pick(SYSTEMS);
        let version = dice.pick(system.1);
        let kind = dice.pick(KINDS);
        Self {
            id: id(number),
            name: name(&mut dice, kind, system, version),
            system: format!("{} {version} 64位", system.0),
            kind,
            zone: zone(&mut dice),
            state: dice.pick(STATES),
            author: if kind == "Base" { "UCloud" } else { dice.pick(AUTHORS) },
            tags: tags(&mut dice),
            description: description(&mut dice),
            price: price(&mut dice, kind),
            size: as_f64(20_480 + dice.below(480) * dice.below(1024)),
            created: 1_500_000_000 + i64::try_from(dice.below(260_000_000)).unwrap_or_default(),
        }
    }

    /// Its cells, in the order of the columns.
    #[must_use]
    pub fn cells(&self) -> [Cell<'_>; 12] {
        [
            Cell::Text(&self.id),
            Cell::Text(&self.name),
            Cell::Text(&self.system),
            Cell::Text(self.kind),
            Cell::Text(&self.zone),
            Cell::Text(self.state),
            Cell::Text(self.author),
            Cell::Tags(&self.tags),
            Cell::Text(&self.description),
            self.price.map_or(Cell::Missing, Cell::Number),
            Cell::Number(self.size),
            Cell::Time(self.created),
        ]
    }

    /// The row as a service would write it. Nothing in it needs an escape.
    pub fn write_json(&self, out: &mut String) {
        out.clear();
        let texts: [(&str, &str); 8] = [
            ("Id", &self.id),
            ("Name", &self.name),
            ("System", &self.system),
            ("Type", self.kind),
            ("Zone", &self.zone),
            ("State", self.state),
            ("Author", self.author),
            ("Description", &self.description),
        ];
        for (place, (key, value)) in texts.into_iter().enumerate() {
            let _ = write!(out, "{}\"{key}\":\"{value}\"", if place == 0 { '{' } else { ',' });
        }
        let _ = write!(
            out,
            ",\"Tags\":{:?},\"Price\":{},\"Size\":{},\"CreateTime\":{}}}",
            self.tags,
            self.price.unwrap_or_default(),
            self.size,
            self.created
        );
    }
}

/// The number in base 36, scattered by a factor that has no divisor in common with 36: equal ids would need equal numbers.
fn id(number: u32) -> String {
    const IDS: u64 = 36_u64.pow(6);
    let mut rest = u64::from(number) * 1_000_000_007 % IDS;
    let mut digits = ['0'; 6];
    for digit in digits.iter_mut().rev() {
        *digit =
            u32::try_from(rest % 36).ok().and_then(|it| char::from_digit(it, 36)).unwrap_or('0');
        rest /= 36;
    }
    digits.iter().fold("uimage-".to_owned(), |id, digit| id + digit.encode_utf8(&mut [0; 4]))
}

fn name(dice: &mut Dice, kind: &str, system: System, version: &str) -> String {
    let system = system.0;
    match kind {
        "Base" => format!("{system} {version} 64位"),
        "Custom" => {
            let (own, role) = (dice.pick(OWN), dice.pick(ROLES));
            format!("{own}-{role}-{} {system} {version}", 1000 + dice.below(9000))
        }
        _ => {
            let (driver, program) = (dice.pick(DRIVERS), dice.pick(PROGRAMS));
            let mut name = format!("{system} {version} {driver} {program} {}", dice.pick(PURPOSES));
            if dice.chance(50) {
                let _ = write!(name, " v{}.{}", 1 + dice.below(9), dice.below(20));
            }
            name
        }
    }
}

fn zone(dice: &mut Dice) -> String {
    let (region, zones) = dice.pick(REGIONS);
    format!("{region}-0{}", 1 + dice.below(zones))
}

fn tags(dice: &mut Dice) -> Vec<String> {
    let mut tags: Vec<String> = (0..dice.below(4)).map(|_| dice.pick(TAGS).to_owned()).collect();
    tags.dedup();
    tags
}

fn description(dice: &mut Dice) -> String {
    let (praise, program, promise) = (dice.pick(PRAISE), dice.pick(PROGRAMS), dice.pick(PROMISES));
    format!("{praise}，{program} {promise}，{}，{}。", dice.pick(REMARKS), dice.pick(REMARKS))
}

/// Many are free, and the dear ones are few.
fn price(dice: &mut Dice, kind: &str) -> Option<f64> {
    if kind == "Base" || dice.chance(30) {
        return dice.chance(90).then_some(0.0);
    }
    Some(as_f64(dice.below(1000) * dice.below(1000)) / 1000.0)
}

#[expect(clippy::cast_precision_loss, reason = "all are far below 2^53")]
fn as_f64(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_row_is_always_the_same_and_no_two_share_an_id() {
        let ids: BTreeSet<_> = (0..10_000).map(|it| Row::new(it).id).collect();
        assert_eq!(ids.len(), 10_000);
        assert_eq!(format!("{:?}", Row::new(7)), format!("{:?}", Row::new(7)));
    }

    #[test]
    fn rows_have_the_shape_that_is_promised() {
        let rows: Vec<_> = (0..10_000).map(Row::new).collect();
        let distinct = |of: fn(&Row) -> &str| rows.iter().map(of).collect::<BTreeSet<_>>().len();
        assert_eq!(distinct(|it| &it.zone), REGIONS.iter().map(|it| it.1).sum::<usize>());
        assert!((7_000..9_500).contains(&distinct(|it| &it.name)));
        let (mut json, mut bytes) = (String::new(), 0);
        for row in &rows {
            row.write_json(&mut json);
            bytes += json.len();
        }
        assert!((300..400).contains(&(bytes / rows.len())), "{}", bytes / rows.len());
    }

    #[test]
    fn what_is_searched_for_is_there() {
        let (mut json, mut hits) = (String::new(), [0; 3]);
        for number in 0..1000 {
            Row::new(number).write_json(&mut json);
            for (hit, text) in hits.iter_mut().zip(["Ubuntu", "CUDA12", "深度学习镜像"]) {
                *hit += usize::from(json.contains(text));
            }
        }
        assert!(hits.iter().all(|it| (10..700).contains(it)), "{hits:?}");
    }
}
