//! The other ways to connect: several key pairs, a signing endpoint, a gateway with an access token.

use gateway::Config;
use ucloud_api::{Code, KeyPair};
use ucloud_sim::{
    PRIVATE_KEY, PUBLIC_KEY, SECURITY_TOKEN, TEMPORARY_PRIVATE_KEY, TEMPORARY_PUBLIC_KEY,
};

use crate::{acts::keys, endpoint::Place, page::Page, seen::Seen, site::Site, traces};

const TOKEN: &str = "an-access-token-0123";
const WRONG_TOKEN: &str = "another-access-token";
const WRONG_KEY: &str = "0123456789abcdef0123456789abcdef01234567";

#[tokio::test]
async fn each_product_is_asked_with_its_own_key() {
    let site = Site::relaying(40).await;
    let page = dialog(&site, "").await;
    enter_temporary_key(&page).await;
    enter_compshare_key(&page, PRIVATE_KEY).await;
    page.press_key(keys::ENTER).await;
    connected(&page, "Key pair in this tab").await;
    for (action, key) in [
        ("GetRegion", TEMPORARY_PUBLIC_KEY),
        ("DescribeCompShareSupportZone", PUBLIC_KEY),
        ("DescribeImage", TEMPORARY_PUBLIC_KEY),
    ] {
        let asked = site.watch.asked(action);
        assert!(!asked.is_empty(), "{action} is asked");
        assert!(asked.iter().all(|it| it["PublicKey"] == key), "{action}: {asked:#?}");
    }
    let secrets = [TEMPORARY_PRIVATE_KEY, SECURITY_TOKEN, PUBLIC_KEY, PRIVATE_KEY];
    assert_eq!(traces::leaves_none(&page, &secrets).await, [""; 0]);
}

#[tokio::test]
async fn what_works_is_told_from_what_does_not() {
    let site = Site::relaying(40).await;
    let page = dialog(&site, "").await;
    enter_temporary_key(&page).await;
    enter_compshare_key(&page, WRONG_KEY).await;
    page.press_key(keys::ENTER).await;
    let seen = tells(&page, "CompShare: ").await;
    let outcome = seen.outcome.unwrap();
    assert!(outcome.starts_with("UCloud: ") && outcome.contains(" regions"), "{outcome}");
    assert!(outcome.contains(&format!("CompShare: {}", Code::of(171).advice.en)), "{outcome}");
    assert!(seen.dialog, "what is wrong stays to be read");
    let secrets = [TEMPORARY_PRIVATE_KEY, SECURITY_TOKEN, PRIVATE_KEY, WRONG_KEY];
    assert_eq!(traces::leaves_none(&page, &secrets).await, [""; 0]);
    page.press("dialog", "Close").await;
    connected(&page, "Key pair in this tab").await;
}

#[tokio::test]
async fn a_key_that_is_lent_to_another_product_is_named_as_the_cause() {
    let site = Site::relaying(40).await;
    site.trouble(&["action=DescribeCommunityImages,code=172"]);
    let page = dialog(&site, "?c=community").await;
    page.fill("public-key", PUBLIC_KEY).await;
    page.fill("private-key", PRIVATE_KEY).await;
    page.press_key(keys::ENTER).await;
    let seen = page.shows("a failure", |it| it.settled && !it.failures.is_empty()).await;
    assert!(seen.failures[0].contains("takes only keys of its own"), "{:?}", seen.failures);
}

#[tokio::test]
async fn a_signing_endpoint_signs() {
    let place = Place::find().await;
    let site = listing(&place.origin).await;
    let endpoint = place.open_for(&site, TOKEN);
    let page = dialog(&site, "").await;
    page.pick("dialog", "Ask a signing endpoint").await;
    page.fill("endpoint-address", &endpoint.address).await;
    page.fill("endpoint-token", WRONG_TOKEN).await;
    page.press_key(keys::ENTER).await;
    tells(&page, "wants an access token, or another one").await;

    page.fill("endpoint-token", TOKEN).await;
    page.press_key(keys::ENTER).await;
    connected(&page, "Endpoint signs").await;
    assert!(site.sim.requests().iter().all(|it| it.signed), "{:#?}", site.sim.requests());
    // A browser notes the refusal of the wrong token in its console, and nothing else.
    let errors = traces::leaves_none(&page, &[TOKEN, WRONG_TOKEN, PRIVATE_KEY]).await;
    assert!(errors.iter().all(|it| it.contains("401")), "{errors:#?}");
    let kept: usize = page.run("return Object.keys(localStorage).length", vec![]).await;
    assert_eq!(kept, 0, "an address is kept only if its reader wants that");
}

#[tokio::test]
async fn the_address_of_an_endpoint_is_kept_if_the_reader_wants_that() {
    let place = Place::find().await;
    let site = listing(&place.origin).await;
    let endpoint = place.open_for(&site, TOKEN);
    let page = dialog(&site, "").await;
    page.pick("dialog", "Ask a signing endpoint").await;
    page.tick("remember-address").await;
    page.fill("endpoint-address", &endpoint.address).await;
    page.fill("endpoint-token", TOKEN).await;
    page.press_key(keys::ENTER).await;
    connected(&page, "Endpoint signs").await;
    assert_eq!(traces::leaves_none(&page, &[TOKEN, PRIVATE_KEY]).await, [""; 0]);

    page.reload().await;
    open_dialog(&page).await;
    page.pick("dialog", "Ask a signing endpoint").await;
    let kept = "return document.querySelector('[name=endpoint-address]').value";
    assert_eq!(page.run::<String>(kept, vec![]).await, endpoint.address);
}

#[tokio::test]
async fn an_endpoint_that_cannot_be_used_is_explained() {
    let place = Place::find().await;
    let site = listing(&place.origin).await;
    let page = dialog(&site, "").await;
    page.pick("dialog", "Ask a signing endpoint").await;
    for (address, sentence) in [
        ("sign.example.com", "This is not an address"),
        ("http://sign.example.com/sign", "Use an address that begins with https://"),
        ("https://sign.example.com/sign?key=1", "Leave user, query and fragment out"),
        // Its policy keeps the page from calling it; the option that allows it is told.
        ("http://127.0.0.1:9/sign", "--connect-src http://127.0.0.1:9"),
        // The page's own gateway holds no key.
        (&format!("{}sign", site.address), "holds no key for this product"),
        (&format!("{}config.json", site.address), "Nothing signs at this address"),
    ] {
        page.fill("endpoint-address", address).await;
        page.press("dialog", "Test and connect").await;
        tells(&page, sentence).await;
    }
    // It listens, but not to pages of this origin.
    let stranger = Site::relaying(1).await;
    let endpoint = place.open_for(&stranger, TOKEN);
    page.fill("endpoint-address", &endpoint.address).await;
    page.press("dialog", "Test and connect").await;
    tells(&page, "does not allow this page's origin (CORS)").await;
    assert!(page.look().await.rows.is_empty());
}

#[tokio::test]
async fn a_gateway_with_a_token_signs_for_who_knows_it() {
    let key = || Some(KeyPair::new(PUBLIC_KEY, PRIVATE_KEY));
    let token = || Some(TOKEN.parse().unwrap());
    let site = Site::in_front_of_service(40, |it| Config {
        key: key(),
        compshare_key: key(),
        token: token(),
        ..it
    })
    .await;
    let page = dialog(&site, "?region=hk&q=ubuntu").await;
    let scope = page.look().await.placeholder.unwrap();
    for part in ["know its access token", "VM images", "Hong Kong hk", "ubuntu"] {
        assert!(scope.contains(part), "{part} should be in {scope}");
    }
    page.press("dialog", "Test and connect").await;
    tells(&page, "wants its access token").await;
    page.fill("gateway-token", WRONG_TOKEN).await;
    page.press_key(keys::ENTER).await;
    tells(&page, "That is not the access token").await;
    assert_eq!(site.watch.count(), 0, "nothing passes without the token");

    page.fill("gateway-token", TOKEN).await;
    page.press_key(keys::ENTER).await;
    connected(&page, "Gateway signs").await;
    let errors = traces::leaves_none(&page, &[TOKEN, WRONG_TOKEN, PRIVATE_KEY]).await;
    assert!(errors.iter().all(|it| it.contains("401")), "{errors:#?}");
}

/// A site whose page may call that origin too.
async fn listing(origin: &str) -> Site {
    let connect = vec![origin.parse().unwrap()];
    Site::in_front_of_service(40, |it| Config { connect, ..it }).await
}

/// Opens the page on a view that needs an account, and the connect dialog over it.
async fn dialog(site: &Site, query: &str) -> Page {
    let page = site.visit(query).await;
    open_dialog(&page).await;
    page
}

async fn open_dialog(page: &Page) {
    page.shows("that one must connect first", |it| {
        it.placeholder.as_ref().is_some_and(|it| it.starts_with("Connect to load it"))
    })
    .await;
    page.press("[data-testid=placeholder]", "Connect").await;
    page.shows("the dialog", |it| it.dialog).await;
}

async fn enter_temporary_key(page: &Page) {
    page.fill("public-key", TEMPORARY_PUBLIC_KEY).await;
    page.fill("private-key", TEMPORARY_PRIVATE_KEY).await;
    page.unfold("[data-more=temporary]").await;
    page.fill("security-token", SECURITY_TOKEN).await;
}

async fn enter_compshare_key(page: &Page, private: &str) {
    page.unfold("[data-more=compshare]").await;
    page.fill("compshare-public-key", PUBLIC_KEY).await;
    page.fill("compshare-private-key", private).await;
}

/// Waits until the dialog says this about the last try.
async fn tells(page: &Page, words: &str) -> Seen {
    let told = |it: &Seen| it.outcome.as_ref().is_some_and(|it| it.contains(words));
    page.shows(words, told).await
}

/// Waits until rows have come that way and the dialog is gone.
async fn connected(page: &Page, way: &str) -> Seen {
    page.shows(way, |it| {
        !it.dialog && it.settled && !it.rows.is_empty() && it.connection.as_deref() == Some(way)
    })
    .await
}
