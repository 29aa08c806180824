//! Any rows come back from a file as they were, and no bytes are worse than an error.

use catalog::Kind;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::{
    Lang, ViewState,
    catalogs::{self, CATALOGS},
    column::Source,
    describe::Catalog,
    plan::Target,
};

fn about(rows: &Rows) -> About {
    About {
        catalog: rows.catalog(),
        made: 1_790_000_000,
        rows: rows.table().len(),
        is_sample: true,
        title: "Images of 北京".to_owned(),
        scope: None,
    }
}

fn bytes(rows: &Rows, about: &About) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(rows, about, &mut |it| bytes.extend_from_slice(it));
    bytes
}

fn open(bytes: &[u8], step: usize) -> Result<(About, Rows), OpenError> {
    let mut opening = Opening::default();
    bytes.chunks(step.max(1)).try_for_each(|it| opening.feed(it))?;
    opening.finish()
}

/// A file of no rows with this header.
fn with_header(header: &str) -> Vec<u8> {
    let rows = Rows::new(catalogs::first());
    let mut bytes = u32::try_from(header.len()).unwrap().to_le_bytes().to_vec();
    bytes.extend_from_slice(header.as_bytes());
    stored::write(rows.table(), &mut |it| bytes.extend_from_slice(it));
    bytes
}

/// Values that an answer may have in a column.
fn value(kind: Kind) -> BoxedStrategy<Value> {
    let text = "[a-c镜像\" ]{0,4}";
    let some = match kind {
        Kind::Text => text.prop_map(Value::from).boxed(),
        Kind::Tags => prop::collection::vec(text, 0..3).prop_map(|it| json!(it)).boxed(),
        Kind::Number => (0..1000_u32).prop_map(Value::from).boxed(),
        Kind::Time => (0..4_000_000_000_i64).prop_map(Value::from).boxed(),
        Kind::Flag => any::<bool>().prop_map(Value::from).boxed(),
    };
    prop_oneof![some, Just(Value::Null)].boxed()
}

/// Rows of any catalog, read as the page reads answers.
fn rows() -> impl Strategy<Value = Rows> {
    prop::sample::select(CATALOGS.to_vec()).prop_flat_map(|catalog| {
        let fields = catalog.columns.iter().filter(|it| matches!(it.source, Source::Answer(_)));
        let values: Vec<_> =
            fields.map(|it| value(it.kind()).prop_map(|value| (it.api_name(), value))).collect();
        prop::collection::vec(values, 0..6).prop_map(move |rows| read(catalog, &rows))
    })
}

fn read(catalog: &'static Catalog, rows: &[Vec<(&str, Value)>]) -> Rows {
    let list: Vec<Value> = rows
        .iter()
        .map(|row| row.iter().map(|it| (it.0.to_owned(), it.1.clone())).collect())
        .collect();
    let body = json!({"RetCode": 0, "ImageSet": list}).to_string();
    let mut rows = Rows::new(catalog);
    (catalog.append)(&mut rows, &Target::default().with("Region", "hk"), &body).unwrap();
    rows
}

proptest! {
    #[test]
    fn rows_come_back_as_they_were(before in rows(), step in 1_usize..300) {
        let said = about(&before);
        let (about, after) = open(&bytes(&before, &said), step).unwrap();
        prop_assert_eq!(about, said);
        prop_assert_eq!(before.table().len(), after.table().len());
        for row in before.table().rows() {
            for column in before.catalog().columns {
                prop_assert_eq!(before.cell(row, column.key), after.cell(row, column.key));
            }
            prop_assert_eq!(before.table().raw(row), after.table().raw(row));
            prop_assert_eq!(before.find(&before.key(row)), after.find(&before.key(row)));
        }
    }

    #[test]
    fn damage_is_an_error_or_rows_that_can_be_read(
        before in rows(), at in any::<prop::sample::Index>(), byte: u8, cut: bool,
    ) {
        let mut bytes = bytes(&before, &about(&before));
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
            prop_assert!(open(&bytes, 64).is_err());
        } else {
            bytes[at] = byte;
            if let Ok((_, after)) = open(&bytes, 64) {
                after.table().rows().for_each(|row| drop((after.key(row), after.table().raw(row))));
            }
        }
    }

    #[test]
    fn bytes_of_any_kind_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(open(&bytes, 7).is_err());
    }
}

#[test]
fn the_first_bytes_tell_what_it_is() {
    let check = |first: &[u8], expected| assert_eq!(recognise(first), expected, "{first:?}");
    check(&MARK, Ok(()));
    check(b"ImgRows\x02", Err(OpenError::Newer(2)));
    check(b"ImgRows\x00", Err(OpenError::Foreign));
    check(b"<!doctyp", Err(OpenError::Foreign));
    check(b"ImgRows", Err(OpenError::Foreign));
    check(b"", Err(OpenError::Foreign));
}

#[test]
fn a_header_says_what_it_must() {
    let check = |header: &str, expected: Option<OpenError>| {
        assert_eq!(open(&with_header(header), 99).err(), expected, "{header}");
    };
    check(r#"{"catalog":"uhost","made":1,"rows":0}"#, None);
    check(r#"{"catalog":"uhost","made":1,"rows":0,"later":{}}"#, None);
    check(r#"{"catalog":"uhost","made":1,"rows":7}"#, Some(OpenError::Damaged));
    check(r#"{"catalog":"uhost","rows":0}"#, Some(OpenError::Damaged));
    check(r#"{"catalog":"uhost","made":1,"rows":-1}"#, Some(OpenError::Damaged));
    check(r#"{"catalog":"gone","made":1,"rows":0}"#, Some(OpenError::UnknownCatalog));
    check(r#"{"made":1,"rows":0}"#, Some(OpenError::Damaged));
    check("[]", Some(OpenError::Damaged));
    check("", Some(OpenError::Damaged));
    check("{", Some(OpenError::Damaged));
    assert_eq!(open(&[255, 255, 255, 255, 0], 99).err(), Some(OpenError::Damaged));
}

#[test]
fn a_file_is_known_before_it_is_whole() {
    let rows = Rows::new(catalogs::first());
    let bytes = bytes(&rows, &about(&rows));
    let mut opening = Opening::default();
    opening.feed(&bytes[..3]).unwrap();
    assert_eq!(opening.about(), None);
    opening.feed(&bytes[3..300]).unwrap();
    assert_eq!(opening.about(), Some(&about(&rows)));
    assert_eq!(opening.finish().err(), Some(OpenError::Damaged));
}

#[test]
fn the_scope_is_what_decides_which_rows_there_are() {
    let rows = Rows::new(catalogs::first());
    let view = |link: &str| crate::parse(link).view;
    let scope = Some(view("region=hk,sg&zone=hk-02&os=Linux&q=cuda&sort=size&item=hk/x"));
    let (read, _) = open(&bytes(&rows, &About { scope, ..about(&rows) }), 99).unwrap();
    assert_eq!(read.scope, Some(view("region=hk,sg&zone=hk-02&os=Linux")));
    let scope = Some(ViewState::of(CATALOGS[1]));
    let (read, _) = open(&bytes(&rows, &About { scope, ..about(&rows) }), 99).unwrap();
    assert_eq!(read.scope, None, "a scope of another catalog says nothing");
}

/// A header has no place for a credential: whatever a file brings under such a name is gone when it has been read.
#[test]
fn nothing_secret_gets_in() {
    for name in ["PublicKey", "PrivateKey", "Signature", "SecurityToken", "token", "password"] {
        let header = json!({
            "catalog": "uhost", "made": 1, "rows": 0, name: "hunter2",
            "scope": format!("v=1&region=hk&{name}=hunter2"),
        });
        let (about, _) = open(&with_header(&header.to_string()), 99).unwrap();
        assert!(about.scope.is_some());
        assert!(!format!("{about:?}{}", about.print()).contains("hunter2"), "{name}");
    }
}

#[test]
fn an_error_is_said_in_both_languages() {
    for error in
        [OpenError::Foreign, OpenError::Newer(2), OpenError::UnknownCatalog, OpenError::Damaged]
    {
        let [en, zh] = [Lang::En, Lang::Zh].map(|it| error.text().get(it));
        assert!(en.is_ascii() || en.contains('“'), "{en}");
        assert!(!zh.is_empty() && en != zh, "{zh}");
    }
}
