//! How requests get signed and sent.
//!
//! The action decides the product, the product the key and the host. Secrets live in these values and nowhere else: not in the
//! address, not in the browser's storage, and in the document only while they are typed.

mod endpoint;
mod failure;
mod file;
mod gateway;
mod inflate;
mod sample;
mod token;
mod transport;
mod trial;

use std::{ops::Deref, rc::Rc};

use ucloud_api::{Action, Form, KeyPair, Params, Product};

pub use endpoint::{AddressFault, Endpoint, EndpointAddress};
pub use failure::{Context, Failure, Peer};
pub use file::{Arriving, fetch_file, read_file};
pub use gateway::{Gateway, Mode};
pub use sample::Sample;
pub use token::Token;
pub use trial::{Trial, probe};

use transport::{Post, Reply};

/// A way to get requests signed, and the route they take.
#[derive(Clone)]
pub struct Connection {
    way: Way,
    route: Route,
}

/// Who signs.
#[derive(Clone)]
enum Way {
    Gateway(Vec<Product>),
    KeyPairs(Rc<KeyPairs>),
    Endpoint(Rc<Endpoint>),
    Sample(Rc<Sample>),
}

/// Where a form goes.
#[derive(Clone)]
pub enum Route {
    /// To the page's own server, which passes it on. With the access token that some of them want.
    Gateway(Option<Token>),
    /// To the product's public host.
    Direct,
}

/// The key pairs of a connection, one of them at least.
pub struct KeyPairs {
    ucloud: Option<KeyPair>,
    compshare: Option<KeyPair>,
}

/// The body of an answer, with what is needed to explain it if it turns out to be a refusal.
pub struct Answer {
    body: String,
    context: Context,
}

impl Connection {
    /// The gateway signs for these products; no key is in the page.
    #[must_use]
    pub fn by_gateway(signs: Vec<Product>, route: Route) -> Self {
        Self { way: Way::Gateway(signs), route }
    }

    /// The page signs.
    #[must_use]
    pub fn by_key_pairs(keys: KeyPairs, route: Route) -> Self {
        Self { way: Way::KeyPairs(Rc::new(keys)), route }
    }

    /// An endpoint says what to add to each request; no key is in the page.
    #[must_use]
    pub fn by_endpoint(endpoint: Endpoint, route: Route) -> Self {
        Self { way: Way::Endpoint(Rc::new(endpoint)), route }
    }

    /// Nobody signs: the answers are in files beside the page.
    #[must_use]
    pub fn by_sample(sample: Rc<Sample>) -> Self {
        Self { way: Way::Sample(sample), route: Route::Direct }
    }

    /// Whether every answer is made up and comes from a file.
    #[must_use]
    pub fn is_sample(&self) -> bool {
        matches!(self.way, Way::Sample(_))
    }

    /// Whether a key pair is held in the page.
    #[must_use]
    pub fn holds_keys(&self) -> bool {
        matches!(self.way, Way::KeyPairs(_))
    }

    /// Whether an endpoint elsewhere signs.
    #[must_use]
    pub fn has_endpoint(&self) -> bool {
        matches!(self.way, Way::Endpoint(_))
    }

    /// The access token of the page's gateway, so that it need not be typed again for another way.
    #[must_use]
    pub fn gateway_token(&self) -> Option<&Token> {
        self.route.token()
    }

    /// Sends a request and gives back the answer. Dropping the future aborts what is under way.
    ///
    /// # Errors
    ///
    /// Whatever kept an answer from arriving. What the answer says is for its reader to judge.
    pub async fn call(&self, params: Params) -> Result<Answer, Failure> {
        if let Way::Sample(sample) = &self.way {
            let body = sample.answer(params).await?;
            return Ok(Answer { body, context: Context::default() });
        }
        let product = product_of(&params);
        let borrowed = self.borrows(product);
        let form = self.sign(product, params).await?;
        let Reply { body, request } = self.route.send(product, &form).await?;
        Ok(Answer { body, context: Context { request, borrowed } })
    }

    async fn sign(&self, product: Product, params: Params) -> Result<Form, Failure> {
        match &self.way {
            Way::Gateway(_) | Way::Sample(_) => Ok(params.into_form()),
            Way::KeyPairs(keys) => Ok(match keys.of(product) {
                Some(key) => params.sign(key).into_form(),
                None => params.into_form(),
            }),
            Way::Endpoint(endpoint) => endpoint.sign(params).await,
        }
    }

    /// Whether the key of another product is tried for this one.
    fn borrows(&self, product: Product) -> bool {
        matches!(&self.way, Way::KeyPairs(keys) if keys.own(product).is_none())
    }
}

impl Route {
    fn token(&self) -> Option<&Token> {
        match self {
            Self::Gateway(token) => token.as_ref(),
            Self::Direct => None,
        }
    }

    async fn send(&self, product: Product, form: &Form) -> Result<Reply, Failure> {
        let (address, peer) = match self {
            Self::Gateway(_) => ("api".to_owned(), Peer::Gateway),
            Self::Direct => (format!("https://{}/", product.host()), Peer::Service),
        };
        transport::post(Post {
            peer,
            address: &address,
            token: self.token(),
            kind: transport::FORM,
            body: form.reveal(),
        })
        .await
    }
}

impl KeyPairs {
    /// The key pairs that there are; nothing if there is none.
    #[must_use]
    pub fn new(ucloud: Option<KeyPair>, compshare: Option<KeyPair>) -> Option<Self> {
        (ucloud.is_some() || compshare.is_some()).then_some(Self { ucloud, compshare })
    }

    /// The product's own pair.
    fn own(&self, product: Product) -> Option<&KeyPair> {
        match product {
            Product::UCloud => self.ucloud.as_ref(),
            Product::CompShare => self.compshare.as_ref(),
        }
    }

    /// The pair to sign with: the product's own, or else the other one, which is tried in its place.
    fn of(&self, product: Product) -> Option<&KeyPair> {
        self.own(product).or(self.ucloud.as_ref()).or(self.compshare.as_ref())
    }
}

impl Answer {
    /// Reads the body. What that finds wrong gets the request's id, and the note that the key was another product's.
    ///
    /// # Errors
    ///
    /// Those of `read`.
    pub fn read<T, E: Into<Failure>>(
        &self,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<T, Failure> {
        read(&self.body).map_err(|it| it.into().within(&self.context))
    }
}

impl Deref for Answer {
    type Target = str;

    fn deref(&self) -> &str {
        &self.body
    }
}

/// The product that answers a request. What the table of actions does not know goes where nearly everything is.
fn product_of(params: &Params) -> Product {
    let action = params.get("Action").and_then(Action::find);
    action.map_or(Product::UCloud, |it| it.product)
}

/// Asks the server of the page what it is.
///
/// # Errors
///
/// [`Failure::NoGateway`] if the page is served by something else, and whatever keeps its server from answering.
pub async fn gateway() -> Result<Gateway, Failure> {
    match transport::get("config.json").await {
        Ok(reply) => Gateway::read(&reply.body).ok_or(Failure::NoGateway),
        // Only a gateway names its reason; anything else that has no such file is a plain web server.
        Err(Failure::Refused { code, .. }) if code.is_empty() => Err(Failure::NoGateway),
        Err(failure) => Err(failure),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(ucloud: bool, compshare: bool) -> Option<KeyPairs> {
        let key = |name| KeyPair::new(name, "private");
        KeyPairs::new(ucloud.then(|| key("ucloud")), compshare.then(|| key("compshare")))
    }

    #[test]
    fn each_product_is_signed_with_its_own_key_and_borrows_the_other_one() {
        let check = |ucloud, compshare, product: Product, expected: &str, borrowed: bool| {
            let connection =
                Connection::by_key_pairs(keys(ucloud, compshare).unwrap(), Route::Direct);
            let Way::KeyPairs(keys) = &connection.way else { panic!("it has key pairs") };
            let signed = Params::new("GetRegion").sign(keys.of(product).unwrap());
            let public = signed.added().next().map(|it| it.1.to_owned());
            assert_eq!(public.as_deref(), Some(expected), "{ucloud} {compshare} {product:?}");
            assert_eq!(connection.borrows(product), borrowed, "{ucloud} {compshare} {product:?}");
        };
        check(true, false, Product::UCloud, "ucloud", false);
        check(true, false, Product::CompShare, "ucloud", true);
        check(true, true, Product::CompShare, "compshare", false);
        check(false, true, Product::CompShare, "compshare", false);
        check(false, true, Product::UCloud, "compshare", true);
        assert!(keys(false, false).is_none());
    }

    #[test]
    fn the_action_decides_the_product() {
        for (action, expected) in [
            ("DescribeImage", Product::UCloud),
            ("DescribeCommunityImages", Product::CompShare),
            ("Other", Product::UCloud),
        ] {
            assert_eq!(product_of(&Params::new(action)), expected, "{action}");
        }
    }
}
