//! Files of rows: what is written is opened as it was.

use std::path::PathBuf;

use sample::{Error, about_simulated, open, save, simulated};
use view::{
    Rows,
    catalogs::{self, CATALOGS},
    rows_file::OpenError,
};

/// A path of a file that no other test writes.
fn path(name: &str) -> PathBuf {
    [env!("CARGO_TARGET_TMPDIR"), name].iter().collect()
}

#[tokio::test]
async fn simulated_rows_come_back_from_their_file() {
    for catalog in CATALOGS {
        let before = simulated(catalog, 5).await.unwrap();
        let path = path(&format!("{}.rows", catalog.id));
        let said = about_simulated(&before, "Five");
        save(&before, &said, &path).unwrap();
        let (about, after) = open(&path).unwrap();
        assert_eq!(about, said);
        for row in before.table().rows() {
            assert_eq!(before.key(row), after.key(row));
            assert_eq!(before.table().raw(row), after.table().raw(row));
        }
    }
}

#[tokio::test]
async fn there_are_as_many_as_asked_for_and_the_same_each_time() {
    let catalog = catalogs::first();
    for count in [1, 2, 3, 1000, 2345] {
        let [once, again] = [simulated(catalog, count).await, simulated(catalog, count).await];
        let [once, again] = [once.unwrap(), again.unwrap()];
        let keys = |rows: &Rows| rows.table().rows().map(|it| rows.key(it)).collect::<Vec<_>>();
        assert_eq!(once.table().len(), count);
        assert_eq!(keys(&once), keys(&again));
    }
}

#[tokio::test]
async fn no_more_rows_are_made_up_than_the_simulator_has() {
    let buckets = catalogs::find("buckets").unwrap();
    let error = simulated(buckets, 1_000_000).await.unwrap_err();
    assert!(matches!(error, Error::TooFew { rows: 1.. }), "{error}");
}

#[tokio::test]
async fn what_is_no_whole_file_is_refused() {
    let rows = simulated(catalogs::first(), 100).await.unwrap();
    let path = path("refused.rows");
    save(&rows, &about_simulated(&rows, ""), &path).unwrap();
    let whole = std::fs::read(&path).unwrap();
    let check = |bytes: &[u8], expected: Option<OpenError>| {
        std::fs::write(&path, bytes).unwrap();
        match (open(&path).unwrap_err(), expected) {
            (Error::NotOpened(error), Some(expected)) => assert_eq!(error, expected),
            // Whoever finds it first: what gzip finds wrong is wrong with the file.
            (Error::File(_) | Error::NotOpened(OpenError::Damaged), None) => {}
            (error, expected) => panic!("{error:?} instead of {expected:?}"),
        }
    };
    check(b"", Some(OpenError::Foreign));
    check(b"<!doctype html>", Some(OpenError::Foreign));
    check(b"ImgRows\x07 and more", Some(OpenError::Newer(7)));
    check(&whole[..whole.len() / 2], None);
    let mut damaged = whole.clone();
    damaged[whole.len() / 2] ^= 0xff;
    check(&damaged, None);
}
