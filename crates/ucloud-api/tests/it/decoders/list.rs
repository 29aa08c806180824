//! Every decoder of answers with an answer to start from (a seed), and what must hold of whatever comes out of one.
//!
//! The properties beside this file and the fuzz target in `fuzz/` share it, so that an action joins one list; a test holds
//! that list against `ACTIONS`.

use serde_json::Value;
use ucloud_api::{
    Envelope, Error, FieldValue, Model, Page,
    models::{self, describe_compshare_image_tags::ImageTags},
};

/// How an action's answers are read.
pub(super) struct Decoder {
    /// The action's name.
    pub(super) action: &'static str,
    /// A made-up answer with every field.
    pub(super) seed: &'static str,
    /// Reads a body, and panics if what was read contradicts the body or itself. Gives the fields that the first row lacks.
    pub(super) read: fn(&str) -> Result<Vec<&'static str>, Error>,
}

macro_rules! decoders {
    ($($module:ident),* $(,)?) => {
        /// Every decoder.
        pub(super) const DECODERS: &[Decoder] = &[$(Decoder {
            action: models::$module::ACTION,
            seed: include_str!(concat!("seeds/", stringify!($module), ".json")),
            read: |body| models::$module::decode(body).map(|answer| answer.hold_against(body)),
        }),*];
    };
}

decoders![
    describe_community_images,
    describe_compshare_image_tags,
    describe_compshare_support_zone,
    describe_image,
    describe_ulhost_image,
    get_docker_image_list,
    get_image_bucket_list,
    get_image_tag,
    get_project_list,
    get_region,
    get_repo,
    get_repo_image,
];

/// Cuts a text into parts, wherever it stands in an answer, and panics if a parser sees other parts.
pub(super) fn cut(text: &str) {
    let _ = Envelope::open(text);
    let answer = format!(r#"{{"RetCode":0,"List":{text},"TotalCount":7}}"#);
    let parts = Envelope::open(&answer).map(|it| (it.list(&["List"]), it.total()));
    let Ok(value) = serde_json::from_str::<Value>(text) else { return };
    let (list, total) = parts.expect("an answer around any JSON opens");
    assert_eq!(total, Some(7));
    match value {
        Value::Null => assert_eq!(list, Ok(Vec::new())),
        Value::Array(elements) => assert_eq!(parsed(&list.expect("a list is one")), elements),
        _ => assert!(list.is_err()),
    }
}

fn parsed(parts: &[&str]) -> Vec<Value> {
    parts.iter().map(|it| serde_json::from_str(it).expect("a part of JSON is JSON")).collect()
}

/// What a decoder makes of an answer.
trait Answer {
    /// Panics on a contradiction. Gives the fields that the first row lacks.
    fn hold_against(&self, body: &str) -> Vec<&'static str>;
}

impl<M: Model> Answer for Page<M> {
    fn hold_against(&self, body: &str) -> Vec<&'static str> {
        let lost = self.problems.iter().filter(|it| it.field.is_none()).count();
        assert_eq!(self.received, (self.rows.len() + lost) as u64, "each row is read or named");
        for row in &self.rows {
            assert!(body.contains(&*row.raw), "the raw text is the service's own");
            assert_eq!(row.item.values().len(), M::FIELDS.len(), "each field has its value");
        }
        for problem in &self.problems {
            assert!((problem.row as u64) < self.received, "{problem:?} is of a row that came");
        }
        self.rows.first().map(|it| missing(&it.item)).unwrap_or_default()
    }
}

impl Answer for ImageTags {
    fn hold_against(&self, _body: &str) -> Vec<&'static str> {
        let mut names: Vec<_> = self.categories.iter().map(|it| &it.name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "a category stands once");
        let lists = [("Tags", self.all.is_empty()), ("TagsMap", self.categories.is_empty())];
        lists.into_iter().filter_map(|(name, lacks)| lacks.then_some(name)).collect()
    }
}

fn missing<M: Model>(item: &M) -> Vec<&'static str> {
    let fields = M::FIELDS.iter().zip(item.values());
    fields.filter_map(|(name, value)| (value == FieldValue::Missing).then_some(*name)).collect()
}
