//! What is sent, and where to.

use image_catalog::session::{Connection, Failure, KeyPairs, Peer, Route};
use ucloud_api::{KeyPair, Product};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::service::{Mood, Service};

const PUBLIC: &str = "made-up-public-key";
const PRIVATE: &str = "made-up-private-key";

#[wasm_bindgen_test]
async fn a_signed_request_carries_the_signature_and_not_the_private_key() {
    let service = Service::start(&[]);
    by_key_pair(Route::Gateway(None)).test(Product::UCloud).await.outcome.unwrap();
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
    let connection = Connection::by_gateway(vec![Product::UCloud], Route::Gateway(None));
    connection.test(Product::UCloud).await.outcome.unwrap();
    assert_eq!(service.asked(), ["Action=GetRegion"]);
}

#[wasm_bindgen_test]
async fn without_a_gateway_each_product_is_called_at_its_own_host() {
    let service = Service::start(&[]);
    service.becomes(Mood::NoGateway);
    let connection = by_key_pair(Route::Direct);
    connection.test(Product::UCloud).await.outcome.unwrap();
    assert_eq!(service.asked().len(), 1);
    // The service stands at the other product's host only.
    let trial = connection.test(Product::CompShare).await;
    assert_eq!(trial.outcome, Err(Failure::Unreachable(Peer::Service)));
    assert_eq!(service.asked().len(), 1);
}

#[wasm_bindgen_test]
async fn a_refusal_brings_the_id_of_its_request() {
    let service = Service::start(&[]);
    service.becomes(Mood::Refusing);
    let trial = by_key_pair(Route::Gateway(None)).test(Product::UCloud).await;
    let detail = trial.outcome.unwrap_err().detail().unwrap();
    assert_eq!(detail, "RetCode 172 · no such key · X-UCLOUD-REQUEST-UUID request-7");
}

fn by_key_pair(route: Route) -> Connection {
    let keys = KeyPairs::new(Some(KeyPair::new(PUBLIC, PRIVATE)), None).unwrap();
    Connection::by_key_pairs(keys, route)
}

/// The value of a field that needed no escaping.
fn value<'a>(form: &'a str, name: &str) -> Option<&'a str> {
    form.split('&').filter_map(|it| it.split_once('=')).find(|it| it.0 == name).map(|it| it.1)
}
