//! What holds for a text as a whole.

use std::collections::BTreeMap;

use super::MOST;

/// How much may still be made, and the addresses that have names.
#[derive(Debug, Default)]
pub(super) struct Reader<'t> {
    made: usize,
    addresses: BTreeMap<String, &'t str>,
}

impl<'t> Reader<'t> {
    /// Takes the lines `[name]: address` out of a text.
    pub(super) fn new(lines: &mut Vec<&'t str>) -> Self {
        let mut addresses = BTreeMap::new();
        let mut is_code = false;
        lines.retain(|line| {
            is_code ^= ["```", "~~~"].iter().any(|it| line.trim_start().starts_with(it));
            let named = named(line).filter(|_| !is_code);
            if let Some((name, address)) = named {
                addresses.entry(name.to_ascii_lowercase()).or_insert(address);
            }
            named.is_none()
        });
        Self { made: 0, addresses }
    }

    /// Notes that a part was made.
    pub(super) fn note(&mut self) {
        self.made += 1;
    }

    /// Whether more may be made.
    pub(super) fn has_room(&self) -> bool {
        self.made < MOST
    }

    /// The address of that name.
    pub(super) fn address(&self, name: &str) -> Option<&'t str> {
        self.addresses.get(&name.to_ascii_lowercase()).copied()
    }
}

fn named(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.trim_start_matches(' ').strip_prefix('[')?.split_once("]:")?;
    let address = rest.split_whitespace().next()?;
    let is_name = !name.is_empty() && !name.contains(['[', ']']) && !name.starts_with('^');
    is_name.then(|| (name, address.trim_start_matches('<').trim_end_matches('>')))
}
