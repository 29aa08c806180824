use super::*;

#[test]
fn a_cell_of_another_kind_is_missing() {
    let tags = ["a".to_owned()];
    for (kind, cell, expected) in [
        (Kind::Text, Cell::Text("x"), CellRef::Text("x")),
        (Kind::Text, Cell::Number(1.0), CellRef::Missing),
        (Kind::Tags, Cell::Tags(&tags), CellRef::Tags(vec!["a"])),
        (Kind::Tags, Cell::Text("a"), CellRef::Missing),
        (Kind::Number, Cell::Number(f64::NAN), CellRef::Missing),
        (Kind::Number, Cell::Number(0.0), CellRef::Number(0.0)),
        (Kind::Time, Cell::Time(-5), CellRef::Time(-5)),
        (Kind::Time, Cell::Text("x"), CellRef::Missing),
        (Kind::Flag, Cell::Flag(false), CellRef::Flag(false)),
        (Kind::Flag, Cell::Text("true"), CellRef::Missing),
    ] {
        let mut column = Column::new(kind);
        column.put(0, cell, &ColumnSpec::new("", kind));
        assert_eq!(column.get(0), expected, "{kind:?} {cell:?}");
        assert_eq!(column.get(1), CellRef::Missing);
        let mut present = Bits::none(1);
        column.add_present(&mut present);
        assert_eq!(present.has(0), expected != CellRef::Missing, "{kind:?} {cell:?}");
    }
}
