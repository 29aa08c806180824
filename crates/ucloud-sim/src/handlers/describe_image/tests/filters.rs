//! Each filter against a look at each row.

use super::*;

/// A natural population and one that goes round, each with all rows of one region: computed once.
fn worlds() -> &'static [(World, Vec<Value>)] {
    static WORLDS: LazyLock<Vec<(World, Vec<Value>)>> = LazyLock::new(|| {
        let with_rows = |world: World| {
            let (_, rows) = ask(&world, "Region=cn-bj2&Limit=10000");
            (world, rows)
        };
        [None, Some(400)].map(|rows| with_rows(World::new(1, rows))).into()
    });
    &WORLDS
}

#[track_caller]
fn check_filter(filter: &str, naive: impl Fn(&Value) -> bool) {
    for (world, all) in worlds() {
        let expected: Vec<_> = all.iter().filter(|row| naive(row)).cloned().collect();
        assert!(!expected.is_empty(), "{filter} shows nothing");
        let (total, found) = ask(world, &format!("Region=cn-bj2&Limit=10000&{filter}"));
        assert_eq!(total as usize, expected.len(), "{filter}");
        assert_eq!(found, expected, "{filter}");
    }
}

#[test]
fn filters_do_what_a_look_at_each_row_does() {
    check_filter("ImageType=Base", |row| row["ImageType"] == "Base");
    check_filter("ImageType=Business", |row| row["ImageType"] == "Business");
    check_filter("ImageType=Custom", |row| row["ImageType"] == "Custom");
    check_filter("OsType=Linux", |row| row["OsType"] != "Windows");
    check_filter("OsType=Windows&ImageType=Base", |row| {
        row["OsType"] == "Windows" && row["ImageType"] == "Base"
    });
    check_filter("Zone=cn-bj2-05", |row| row["Zone"] == "cn-bj2-05" || row["Zone"] == "");
    check_filter("FuncType=gpu", |row| row["FuncType"] == "gpu");
    check_filter("FuncType.0=gpu&FuncType.1=app", |row| {
        row["FuncType"] == "gpu" || row["FuncType"] == "app"
    });
    check_filter("Tag=Default", |row| row["Tag"] == "Default");
    check_filter("OsType=", |_| true);
}

#[test]
fn images_are_found_by_id() {
    let world = World::new(1, Some(500));
    let (_, all) = ask(&world, "Region=hk&Limit=500");
    let ids = ids(&all);
    let (total, one) = ask(&world, &format!("Region=hk&ImageId={}", ids[321]));
    assert_eq!((total, &one[0]), (1, &all[321]));
    let query = format!("Region=hk&ImageIds.0={}&ImageIds.1={}", ids[400], ids[3]);
    let (total, two) = ask(&world, &query);
    assert_eq!((total, two), (2, vec![all[3].clone(), all[400].clone()]));
}
