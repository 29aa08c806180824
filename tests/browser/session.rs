//! What is sent with a key pair.

use std::rc::Rc;

use image_catalog::session::Connection;
use ucloud_api::KeyPair;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::service::Service;

const PUBLIC: &str = "made-up-public-key";
const PRIVATE: &str = "made-up-private-key";

#[wasm_bindgen_test]
async fn a_signed_request_carries_the_signature_and_not_the_private_key() {
    let service = Service::start(&[]);
    let connection = Connection::KeyPair(Rc::new(KeyPair::new(PUBLIC, PRIVATE)));
    connection.test().await.unwrap();
    let [form] = &*service.asked() else { panic!("one request should have been sent") };
    assert!(!form.contains(PRIVATE), "the private key was sent");
    assert_eq!(value(form, "Action"), Some("GetRegion"));
    assert_eq!(value(form, "PublicKey"), Some(PUBLIC));
    let signature = value(form, "Signature").unwrap();
    assert_eq!(signature.len(), 40);
    assert!(signature.bytes().all(|it| it.is_ascii_hexdigit()), "{signature}");
}

#[wasm_bindgen_test]
async fn a_request_for_the_gateway_to_sign_carries_no_signature() {
    let service = Service::start(&[]);
    Connection::Gateway.test().await.unwrap();
    assert_eq!(service.asked(), ["Action=GetRegion"]);
}

/// The value of a field that needed no escaping.
fn value<'a>(form: &'a str, name: &str) -> Option<&'a str> {
    form.split('&').filter_map(|it| it.split_once('=')).find(|it| it.0 == name).map(|it| it.1)
}
