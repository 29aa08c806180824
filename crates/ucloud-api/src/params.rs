//! The parameters of one request, from values to the body that is sent.

use crate::{
    credentials::{Form, KeyPair},
    signature,
};

const PUBLIC_KEY: &str = "PublicKey";
const SECURITY_TOKEN: &str = "SecurityToken";
const SIGNATURE: &str = "Signature";

/// Parameters as text, ascending by key, none of them empty. A request has a dozen: a sorted list serves them better than a map.
///
/// An empty value is never kept: UCloud's own clients disagree on whether one is signed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Params(Vec<(String, String)>);

/// Parameters with `PublicKey` and `Signature`.
pub struct SignedParams(Params);

impl Params {
    /// The parameters of an action: so far its name alone.
    #[must_use]
    pub fn new(action: &str) -> Self {
        Self::default().with("Action", action)
    }

    /// Adds a value in its documented text form; an empty one is dropped.
    ///
    /// Numbers of a form are decimal text; a caller with a flag passes `"true"` or `"false"`.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "borrowing every literal number would only add noise"
    )]
    pub fn with(mut self, key: &str, value: impl ToString) -> Self {
        let value = value.to_string();
        self.remove(key);
        if !value.is_empty() {
            let place = self.0.partition_point(|it| it.0.as_str() < key);
            self.0.insert(place, (key.to_owned(), value));
        }
        self
    }

    /// Adds a value if there is one.
    #[must_use]
    pub fn with_some(self, key: &str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// Adds an array as `key.0`, `key.1` and so on. The documents write `.N`; the service counts from zero.
    #[must_use]
    pub fn with_list<T: ToString>(self, key: &str, values: impl IntoIterator<Item = T>) -> Self {
        values
            .into_iter()
            .enumerate()
            .fold(self, |it, (index, value)| it.with(&format!("{key}.{index}"), value))
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|it| it.0 == key).map(|it| it.1.as_str())
    }

    /// Names and values, ascending by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// Reads a form body. A repeated key keeps its last value, an empty value is dropped.
    #[must_use]
    pub fn from_form(body: &[u8]) -> Self {
        form_urlencoded::parse(body).fold(Self::default(), |it, (key, value)| it.with(&key, value))
    }

    /// Whether these came with a signature of their own.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.get(PUBLIC_KEY).is_some() && self.get(SIGNATURE).is_some()
    }

    /// Signs them. A signature or key that they carried is replaced.
    #[must_use]
    pub fn sign(mut self, key: &KeyPair) -> SignedParams {
        for stale in [SIGNATURE, SECURITY_TOKEN] {
            self.remove(stale);
        }
        let token = key.security_token.as_ref().map(|it| it.as_str());
        let params = self.with(PUBLIC_KEY, &key.public).with_some(SECURITY_TOKEN, token);
        let signature = signature::sign(params.iter(), &key.private);
        SignedParams(params.with(SIGNATURE, signature))
    }

    /// The form body without a signature, for an endpoint that signs.
    #[must_use]
    pub fn into_form(self) -> Form {
        Form::new(form_urlencoded::Serializer::new(String::new()).extend_pairs(self.0).finish())
    }

    fn remove(&mut self, key: &str) {
        self.0.retain(|it| it.0 != key);
    }
}

impl SignedParams {
    /// The form body. A literal `+` goes as `%2B`, for a form reads `+` as a space.
    #[must_use]
    pub fn into_form(self) -> Form {
        self.0.into_form()
    }

    /// The parts that signing added: `PublicKey`, `Signature` and, with a temporary key, `SecurityToken`.
    pub fn added(&self) -> impl Iterator<Item = (&str, &str)> {
        [PUBLIC_KEY, SECURITY_TOKEN, SIGNATURE]
            .into_iter()
            .filter_map(|key| Some((key, self.0.get(key)?)))
    }
}

/// Names alone: a form that came from outside may hold a signature.
impl std::fmt::Debug for Params {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.iter().map(|it| &it.0)).finish()
    }
}

impl std::fmt::Debug for SignedParams {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignedParams(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn form_of(pairs: &[(&str, &str)]) -> String {
        let params = pairs.iter().fold(Params::default(), |it, (key, value)| it.with(key, value));
        params.into_form().reveal().to_owned()
    }

    #[test]
    fn forms_escape_what_a_form_would_read_otherwise() {
        let cases: &[(&[(&str, &str)], &str)] = &[
            (&[("Name", "a+b")], "Name=a%2Bb"),
            (&[("Name", "a b&c=d")], "Name=a+b%26c%3Dd"),
            (&[("Name", "数字人")], "Name=%E6%95%B0%E5%AD%97%E4%BA%BA"),
            (&[("B", "2"), ("A", "1")], "A=1&B=2"),
            (&[("A", ""), ("B", "2")], "B=2"),
        ];
        for (pairs, expected) in cases {
            assert_eq!(&form_of(pairs), expected, "{pairs:?}");
        }
    }

    #[test]
    fn lists_count_from_zero_and_sort_by_bytes() {
        let params = Params::default().with_list("Ids", 0..11);
        let keys: Vec<_> = params.0.iter().map(|it| it.0.as_str()).take(3).collect();
        assert_eq!(keys, ["Ids.0", "Ids.1", "Ids.10"]);
    }

    #[test]
    fn signing_replaces_what_came_along() {
        let key = KeyPair::new("mine", "secret");
        let forged = Params::new("GetRegion")
            .with("PublicKey", "theirs")
            .with("Signature", "x")
            .with("SecurityToken", "t");
        let plain = Params::new("GetRegion");
        assert_eq!(forged.sign(&key).into_form().reveal(), plain.sign(&key).into_form().reveal());
    }

    #[test]
    fn a_temporary_key_signs_its_token() {
        let key = KeyPair::new("mine", "secret").with_security_token("sts");
        let signed = Params::new("GetRegion").sign(&key);
        let pairs = [("Action", "GetRegion"), ("PublicKey", "mine"), ("SecurityToken", "sts")];
        let signature = signature::sign(pairs, "secret");
        let added: Vec<_> = signed.added().collect();
        let expected =
            [("PublicKey", "mine"), ("SecurityToken", "sts"), ("Signature", signature.as_str())];
        assert_eq!(added, expected);
    }

    #[test]
    fn numbers_and_flags_become_their_documented_text() {
        let params = Params::default()
            .with("A", true)
            .with("B", 42.0)
            .with("C", 42.1)
            .with("D", 1e21)
            .with("E", -7);
        assert_eq!(params.into_form().reveal(), "A=true&B=42&C=42.1&D=1000000000000000000000&E=-7");
    }

    #[test]
    fn debug_names_parameters_and_shows_no_value() {
        let params = Params::from_form(b"Action=GetRegion&Signature=abc123&PublicKey=hunter2");
        assert_eq!(format!("{params:?}"), r#"{"Action", "PublicKey", "Signature"}"#);
    }

    proptest! {
        #[test]
        fn a_form_reads_back_as_it_was(pairs in prop::collection::vec((".+", ".+"), 0..8)) {
            let params = pairs.iter().fold(Params::default(), |it, (key, value)| it.with(key, value));
            let body = params.clone().into_form();
            prop_assert_eq!(Params::from_form(body.reveal().as_bytes()), params);
        }

        #[test]
        fn the_order_of_insertion_does_not_matter(
            pairs in prop::collection::btree_map("[A-Za-z.0-9]{1,6}", ".{0,12}", 0..8),
        ) {
            let key = KeyPair::new("p", "k");
            let forward = pairs.iter().fold(Params::default(), |it, (k, v)| it.with(k, v));
            let backward = pairs.iter().rev().fold(Params::default(), |it, (k, v)| it.with(k, v));
            prop_assert!(forward.0.iter().all(|it| !it.1.is_empty()));
            let (forward, backward) = (forward.sign(&key).into_form(), backward.sign(&key).into_form());
            prop_assert_eq!(forward.reveal(), backward.reveal());
        }
    }
}
