//! What holds for a text as a whole.

use super::MOST;

/// How much may still be made, and the addresses that have names.
#[derive(Debug, Default)]
pub(super) struct Reader<'t> {
    made: usize,
    /// The levels of the heading read last and of those that it lies below.
    headings: Vec<u8>,
    addresses: Vec<(&'t str, &'t str)>,
}

impl<'t> Reader<'t> {
    /// Takes the lines `[name]: address` out of a text.
    pub(super) fn new(lines: &mut Vec<&'t str>) -> Self {
        let mut addresses = Vec::new();
        let mut is_code = false;
        lines.retain(|line| {
            is_code ^= ["```", "~~~"].iter().any(|it| line.trim_start().starts_with(it));
            let named = named(line).filter(|_| !is_code);
            addresses.extend(named);
            named.is_none()
        });
        Self { made: 0, headings: Vec::new(), addresses }
    }

    /// Notes that a part was made.
    pub(super) fn note(&mut self) {
        self.made += 1;
    }

    /// How deep a heading of that level lies below others, from 1.
    pub(super) fn depth(&mut self, level: u8) -> u8 {
        self.headings.retain(|it| *it < level);
        self.headings.push(level);
        u8::try_from(self.headings.len()).unwrap_or(level)
    }

    /// Whether more may be made.
    pub(super) fn has_room(&self) -> bool {
        self.made < MOST
    }

    /// The address of that name: the first, if several have it.
    pub(super) fn address(&self, name: &str) -> Option<&'t str> {
        self.addresses.iter().find(|it| it.0.eq_ignore_ascii_case(name)).map(|it| it.1)
    }
}

fn named(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.trim_start_matches(' ').strip_prefix('[')?.split_once("]:")?;
    let address = rest.split_whitespace().next()?;
    let is_name = !name.is_empty() && !name.contains(['[', ']']) && !name.starts_with('^');
    is_name.then(|| (name, address.trim_start_matches('<').trim_end_matches('>')))
}
