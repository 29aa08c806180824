//! Random tables and queries.

use catalog::{Cell, ColumnSpec, Filter, Flag, Kind, Query, Schema, Table};
use proptest::prelude::*;

use crate::reference::Image;

pub(crate) const NAME: usize = 0;
pub(crate) const SIZE: usize = 1;
pub(crate) const MADE: usize = 2;
pub(crate) const TAGS: usize = 3;
pub(crate) const OWN: usize = 4;

pub(crate) fn word() -> impl Strategy<Value = String> {
    let words = vec!["Ubuntu 9", "ubuntu 10", "CentOS", "镜像 GPU", "gpu", "ＧＰＵ", ""];
    prop::sample::select(words).prop_map(str::to_owned)
}

pub(crate) fn image() -> impl Strategy<Value = Image> {
    let own = any::<Option<bool>>();
    (
        prop::option::of(word()),
        prop::option::of(-3..3),
        prop::option::of(0i64..4),
        prop::collection::vec(word(), 0..3),
        own,
    )
        .prop_map(|(name, size, made, tags, own)| Image { name, size, made, tags, own })
}

/// More rows than a word of bits has, now and then.
pub(crate) fn images() -> impl Strategy<Value = Vec<Image>> {
    prop_oneof![prop::collection::vec(image(), 0..30), prop::collection::vec(image(), 60..150)]
}

pub(crate) fn schema() -> Schema {
    let columns = [
        ("name", Kind::Text),
        ("size", Kind::Number),
        ("made", Kind::Time),
        ("tag", Kind::Tags),
        ("own", Kind::Flag),
    ];
    Schema {
        columns: columns.map(|(name, kind)| ColumnSpec::new(name, kind)).to_vec(),
        flags: vec![Flag { name: "small", query: "size:<=0" }],
    }
}

pub(crate) fn table(images: &[Image]) -> Table {
    let mut table = Table::new(schema());
    append(&mut table, images);
    table
}

pub(crate) fn append(table: &mut Table, images: &[Image]) {
    for it in images {
        let cells = [
            it.name.as_deref().map_or(Cell::Missing, Cell::Text),
            it.size.map_or(Cell::Missing, |size| Cell::Number(f64::from(size))),
            it.made.map_or(Cell::Missing, |day| Cell::Time(day * 86_400)),
            Cell::Tags(&it.tags),
            it.own.map_or(Cell::Missing, Cell::Flag),
        ];
        table.push(&cells, &format!("{it:?}"));
    }
}

/// A term that the reference understands.
pub(crate) fn term() -> impl Strategy<Value = String> {
    let terms = vec![
        "ubu",
        "GPU",
        "镜",
        "1",
        "Cent",
        "x",
        "\"ubuntu 1\"",
        "name:ubuntu",
        "name:=\"ubuntu 9\"",
        "tag:gpu,镜像",
        "tag:=gpu",
        "size:>1",
        "size:>=1",
        "size:<0",
        "size:-1..1",
        "size:0,2",
        "has:name",
        "missing:size",
        "missing:tag",
        "is:small",
        "own:yes",
        "is:own",
        "made:>1970-01-02",
        "made:1970-01-01..1970-01-02",
        "has:made,size",
        "name:>ubuntu",
        "name:<=\"ubuntu 9\"",
    ];
    let negated = any::<bool>().prop_map(|it| if it { "-" } else { "" });
    (negated, prop::sample::select(terms)).prop_map(|(minus, term)| format!("{minus}{term}"))
}

pub(crate) fn query() -> impl Strategy<Value = String> {
    let all = || prop::collection::vec(term(), 0..3).prop_map(|it| it.join(" "));
    (all(), prop::option::of((term(), term()))).prop_map(|(all, any)| match any {
        Some((a, b)) => format!("{all} ({a} OR {b})"),
        None => all,
    })
}

pub(crate) fn filter(text: &str) -> Filter {
    let filter = Filter::new(&Query::parse(text), &schema(), 0);
    assert_eq!(filter.problems(), [], "{text}");
    filter
}
