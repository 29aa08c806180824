//! `SortCondition.Field` and `SortCondition.ASC`.

use crate::{models::community::Group, params::Params, refusal::Refusal};

/// The order of the list; descending unless asked otherwise.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sort {
    field: &'static Field,
    pub(super) ascending: bool,
}

/// Where a group stands in an order; keys compare as their groups do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    value: u64,
    pub(super) number: u64,
}

/// A value of `SortCondition.Field`, and what it sorts by.
#[derive(Debug)]
struct Field {
    name: &'static str,
    value: fn(&Group) -> u64,
}

const BY_TIME: Field =
    Field { name: "PubTime", value: |group| group.published().max(0).unsigned_abs() };

/// The values of the older page of the documentation, then those that the newer one adds.
static FIELDS: &[Field] = &[
    BY_TIME,
    Field { name: "Favor", value: Group::recommendations },
    Field { name: "Price", value: |group| u64::from(group.price_fen()) },
    Field { name: "CreatedCount", value: Group::created_count },
    Field { name: "ImageUseTime", value: Group::use_hours },
    Field { name: "FavoritesCount", value: Group::favorites },
];

impl Sort {
    pub(super) fn read(params: &Params) -> Result<Self, Refusal> {
        let name = params.text("SortCondition.Field").unwrap_or_else(|| BY_TIME.name.to_owned());
        let field = FIELDS.iter().find(|field| field.name == name);
        let field = field.ok_or_else(|| Refusal::not_available("SortCondition.Field"))?;
        let ascending = params.flag("SortCondition.ASC")?.unwrap_or(false);
        Ok(Self { field, ascending })
    }

    /// Whether this is the order of the numbers, or its reverse.
    pub(super) fn is_by_number(self) -> bool {
        self.field.name == BY_TIME.name
    }

    pub(super) fn key(self, group: &Group) -> Key {
        let value = (self.field.value)(group);
        Key { value: if self.ascending { value } else { !value }, number: group.number }
    }
}
