//! Offset, limit and totals.

use super::*;

/// All rows, collected in pages as a client does: on by the rows received, until a page is empty.
fn by_pages(world: &World, query: &str, limit: usize) -> Vec<Value> {
    let mut rows = Vec::new();
    loop {
        let page = format!("{query}&Limit={limit}&Offset={}", rows.len());
        let (total, page) = ask(world, &page);
        assert!(page.len() <= limit, "{} rows in a page of {limit}", page.len());
        if page.is_empty() {
            assert_eq!(rows.len() as u64, total);
            return rows;
        }
        rows.extend(page);
    }
}

#[test]
fn pages_are_the_whole_without_repeats() {
    for world in [World::new(1, None), World::new(9, Some(57))] {
        for query in ["Region=hk", "Region=hk&OsType=Linux", "Region=hk&Zone=hk-03&ImageType=Base"]
        {
            let (total, whole) = ask(&world, &format!("{query}&Limit=10000"));
            assert_eq!(whole.len() as u64, total);
            assert_eq!(ids(&whole).into_iter().collect::<BTreeSet<_>>().len(), whole.len());
            for limit in [7, 20, 100, whole.len() - 1, whole.len(), 1_000] {
                assert_eq!(by_pages(&world, query, limit), whole, "{query} by {limit}");
            }
        }
    }
}

#[test]
fn pages_of_one_row_are_the_whole_too() {
    let world = World::new(9, Some(23));
    for query in ["Region=hk", "Region=hk&OsType=Linux"] {
        assert_eq!(by_pages(&world, query, 1), ask(&world, &format!("{query}&Limit=99")).1);
    }
}

#[test]
fn defaults_and_edges_of_a_page() {
    let world = World::new(1, Some(15_000));
    let check = |page: &str, rows: usize| {
        let (total, page_rows) = ask(&world, &format!("Region=sg&{page}"));
        assert_eq!((total, page_rows.len()), (15_000, rows), "{page}");
    };
    check("", 20);
    check("Limit=0", 0);
    check("Limit=3", 3);
    check("Offset=14990", 10);
    check("Offset=15000", 0);
    check("Offset=18446744073709551615&Limit=18446744073709551615", 0);
    check("Limit=20000", 10_000);
}
