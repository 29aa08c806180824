//! A JSON object as the list that it is written as.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};

/// The members of an object in the order they were written; of a repeated name the first counts.
///
/// An answer and a row have some twenty members: to look through them costs less than a tree, in time and in the page's size.
#[derive(Debug)]
pub(crate) struct Pairs<V>(Vec<(String, V)>);

impl<V> Pairs<V> {
    /// A member's value.
    pub(crate) fn get(&self, name: &str) -> Option<&V> {
        self.0.iter().find(|it| it.0 == name).map(|it| &it.1)
    }

    /// A member's value, which is then no longer among them.
    pub(crate) fn take(&mut self, name: &str) -> Option<V> {
        let place = self.0.iter().position(|it| it.0 == name)?;
        Some(self.0.remove(place).1)
    }

    /// What is left.
    pub(crate) fn into_rest(self) -> Vec<(String, V)> {
        self.0
    }
}

impl<V> Default for Pairs<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Pairs<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members(PhantomData))
    }
}

struct Members<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for Members<V> {
    type Value = Pairs<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = members.next_entry()? {
            pairs.push(pair);
        }
        Ok(Pairs(pairs))
    }
}
