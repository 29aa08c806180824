//! `POST /sign`: the signing endpoint, for a page that sends its requests itself and must not hold the key.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Json,
    extract::{Request, State},
};
use ucloud_api::{Form, KeyPair};

use crate::{
    app::Gateway,
    asked::Asked,
    body::{self, JSON},
    refusal::Refusal,
};

/// What signing adds to the parameters: `PublicKey`, `Signature` and, with a temporary key, `SecurityToken`.
type Added = BTreeMap<String, String>;

pub(crate) async fn sign(
    State(gateway): State<Arc<Gateway>>,
    request: Request,
) -> Result<Json<Added>, Refusal> {
    let body = body::read(request, JSON).await?;
    let asked = Asked::from_json(&body)?;
    let key = gateway.key(asked.action.product)?;
    added(asked, key).map(Json)
}

fn added(asked: Asked, key: &KeyPair) -> Result<Added, Refusal> {
    let signed = asked.params.sign(key);
    let added = signed.added().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    if fits_one_action(&signed.into_form()) { Ok(added) } else { Err(Refusal::AmbiguousSignature) }
}

/// Whether a signature can be used for the action that it was given for, and for no other.
///
/// What is signed is names and values joined with nothing between, so that one signature fits every way of cutting the
/// same text: `Action=DescribeImage`, `ImageId=ActionTerminateUHostInstance` can be sent again as `A=ctionDescribe…`,
/// `Action=TerminateUHostInstance`. A list of allowed actions alone would therefore be no protection for a signer that
/// hands its signatures out. Where the word occurs once, every cut has the same action, up to letters more or fewer at
/// its end. `/api` needs no such care: it keeps the signature and sends the one cut that it has checked.
fn fits_one_action(form: &Form) -> bool {
    let pairs = form_urlencoded::parse(form.reveal().as_bytes());
    let joined: String = pairs
        .filter(|(name, _)| name != "Signature")
        .flat_map(|(name, value)| [name, value])
        .collect();
    joined.matches("Action").count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_that_fits_another_action_is_not_given() {
        let cases = [
            (r#"{"Action": "DescribeImage"}"#, true),
            (r#"{"Action": "DescribeImage", "Region": "cn-bj2", "Limit": 100}"#, true),
            (r#"{"Action": "DescribeImage", "ImageId": "reaction"}"#, true),
            // Cut anew: A=ctionDescribeImageImageId, Action=TerminateUHostInstance.
            (r#"{"Action": "DescribeImage", "ImageId": "ActionTerminateUHostInstance"}"#, false),
            // Cut anew: Action=TerminateUHostInstance, ActionD=escribeImage.
            (r#"{"Action": "DescribeImage", "Actio": "nTerminateUHostInstance"}"#, false),
            (r#"{"Action": "DescribeImage", "ActionX": "1"}"#, false),
            (r#"{"Action": "DescribeImage", "XAct": "ionTerminateUHostInstance"}"#, false),
        ];
        for (params, expected) in cases {
            let asked = Asked::from_json(format!(r#"{{"params": {params}}}"#).as_bytes()).unwrap();
            let outcome = added(asked, &KeyPair::new("public", "private"));
            assert_eq!(outcome.is_ok(), expected, "{params}");
        }
    }

    #[test]
    fn a_temporary_key_brings_its_token() {
        let key = KeyPair::new("public", "private").with_security_token("token");
        let asked = Asked::from_json(br#"{"params": {"Action": "GetRegion"}}"#).unwrap();
        let added = added(asked, &key).unwrap();
        let names: Vec<_> = added.keys().map(String::as_str).collect();
        assert_eq!(names, ["PublicKey", "SecurityToken", "Signature"]);
    }
}
