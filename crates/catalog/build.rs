//! Packs what Chinese characters sound like into the table that `src/pinyin/table.rs` reads.
//!
//! The characters are the 6,763 of GB 2312, in which simplified Chinese is written. The 2,073 traditional ones of Big5's first level would
//! weigh another 2.6 KB in the page, and the readings beyond the first of GB 2312's second level, which holds rare characters, 1.2 KB.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write,
    fs, io,
    ops::RangeInclusive,
    path::Path,
};

use encoding_rs::GBK;
use pinyin::ToPinyinMulti;

/// The bytes that begin a character of GB 2312: those of its first level, the 3,755 common ones, end before `SECOND_LEVEL`.
const LEADS: RangeInclusive<u8> = 0xb0..=0xf7;
const SECOND_LEVEL: u8 = 0xd8;

/// How many readings a common character keeps. One in fifty has more; what comes fourth is found in old books.
const READINGS: usize = 3;

/// Readings that come first here, though others may be commoner in running text: texts are sorted by the first reading, and what catalogs name is 重庆,
/// 长沙 and 厦门, 重装 and 重启.
const FIRST: [(char, &str); 3] = [('重', "chong"), ('长', "chang"), ('厦', "xia")];

/// The longest syllable is `zhuang`.
const WIDTH: usize = 6;

/// How many words of a bit set share a count of the bits before them.
const BLOCK: usize = 8;

/// A character's readings, the commonest first.
type Sounds = BTreeMap<char, Vec<String>>;

/// The readings of one turn: the first ones, the second ones, and so on.
struct Layer {
    /// Which places of the layer before have a reading here.
    members: Vec<u64>,
    /// For each block of `members`, how many bits are set before it.
    before: Vec<u16>,
    /// The lower eight bits of each reading.
    low: Vec<u8>,
    /// The ninth bit of each reading.
    high: Vec<u64>,
}

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&folder).join("pinyin.rs"), source(&sounds()))
}

fn sounds() -> Sounds {
    let sounds = LEADS.flat_map(|lead| {
        let kept = if lead < SECOND_LEVEL { READINGS } else { 1 };
        (0xa1..=0xfe).filter_map(move |trail| {
            let it = character([lead, trail])?;
            Some((it, readings(it, kept)?))
        })
    });
    sounds.collect()
}

fn character(bytes: [u8; 2]) -> Option<char> {
    let text = GBK.decode_without_bom_handling_and_without_replacement(&bytes)?;
    text.chars().next()
}

fn readings(it: char, kept: usize) -> Option<Vec<String>> {
    let mut readings: Vec<String> = Vec::new();
    for reading in it.to_pinyin_multi()? {
        let reading = typed(reading.plain());
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    let preferred = FIRST.iter().find(|(other, _)| *other == it).map(|it| it.1);
    readings.sort_by_key(|reading| Some(reading.as_str()) != preferred);
    readings.truncate(kept);
    Some(readings)
}

/// As input methods have it: `v` for `ü`, and `e` for `ê`.
fn typed(plain: &str) -> String {
    plain.replace('ü', "v").replace('ê', "e")
}

fn source(sounds: &Sounds) -> String {
    let names: BTreeSet<&str> = sounds.values().flatten().map(String::as_str).collect();
    let names: Vec<&str> = names.into_iter().collect();
    let first = sounds.keys().next().map_or(0, |it| u32::from(*it));
    let mut out = format!(
        "const FIRST: u32 = {first};\nconst WIDTH: usize = {WIDTH};\nconst BLOCK: usize = {BLOCK};\nstatic NAMES: &str = \""
    );
    out.extend(names.iter().map(|name| format!("{name:WIDTH$}")));
    out.push_str("\";\nstatic LAYERS: &[Layer] = &[\n");
    layers(numbers(sounds, &names, first)).iter().for_each(|it| write_layer(it, &mut out));
    out.push_str("];\n");
    out
}

/// The readings of each code point from the first on, as numbers of names.
fn numbers(sounds: &Sounds, names: &[&str], first: u32) -> Vec<Vec<u16>> {
    let number = |name: &String| names.binary_search(&name.as_str()).expect("each is among them");
    let mut all = Vec::new();
    for (it, readings) in sounds {
        all.resize((u32::from(*it) - first) as usize, Vec::new());
        all.push(readings.iter().map(|it| u16::try_from(number(it)).expect("few")).collect());
    }
    all
}

fn layers(mut readings: Vec<Vec<u16>>) -> Vec<Layer> {
    let mut layers = Vec::new();
    while readings.iter().any(|it| !it.is_empty()) {
        let members = bits(readings.iter().map(|it| !it.is_empty()));
        readings.retain(|it| !it.is_empty());
        let turn: Vec<u16> = readings.iter_mut().map(|it| it.remove(0)).collect();
        layers.push(Layer {
            before: before(&members),
            members,
            low: turn.iter().map(|it| it.to_le_bytes()[0]).collect(),
            high: bits(turn.iter().map(|it| *it > 0xff)),
        });
    }
    layers
}

fn bits(flags: impl Iterator<Item = bool>) -> Vec<u64> {
    let flags: Vec<bool> = flags.collect();
    let word = |flags: &[bool]| flags.iter().rev().fold(0, |word, it| word << 1 | u64::from(*it));
    flags.chunks(64).map(word).collect()
}

fn before(members: &[u64]) -> Vec<u16> {
    let mut count = 0;
    let mut before = Vec::new();
    for block in members.chunks(BLOCK) {
        before.push(u16::try_from(count).expect("few characters"));
        count += block.iter().map(|it| it.count_ones()).sum::<u32>();
    }
    before
}

fn write_layer(layer: &Layer, out: &mut String) {
    let Layer { members, before, low, high } = layer;
    let written = writeln!(
        out,
        "Layer {{ members: &{members:?}, before: &{before:?}, low: &{low:?}, high: &{high:?} }},"
    );
    written.expect("a string takes everything");
}
