//! How requests get signed and sent.

mod failure;
mod gateway;
mod transport;

use std::rc::Rc;

use ucloud_api::{Envelope, KeyPair, Params};

pub use failure::Failure;
pub use gateway::{Gateway, Mode};

/// A way to get requests signed.
#[derive(Clone)]
pub enum Connection {
    /// The gateway signs; no key is in the page.
    Gateway,
    /// The page signs, and the gateway passes on. The key lives in this value and nowhere else.
    KeyPair(Rc<KeyPair>),
}

impl Connection {
    /// Sends a request and gives back the body of the answer. Dropping the future aborts the request.
    ///
    /// # Errors
    ///
    /// Whatever kept a body from arriving. What the body says is for its reader to judge.
    pub async fn call(&self, params: Params) -> Result<String, Failure> {
        let form = match self {
            Self::Gateway => params.into_form(),
            Self::KeyPair(key) => params.sign(key).into_form(),
        };
        transport::post("api", form).await
    }

    /// Finds out whether requests get through, by asking for the regions, which every key may read.
    ///
    /// # Errors
    ///
    /// What is wrong with the key or the way to the service.
    pub async fn test(&self) -> Result<(), Failure> {
        let body = self.call(Params::new("GetRegion")).await?;
        Envelope::open(&body)?;
        Ok(())
    }
}

/// Asks the server of the page what it is.
///
/// # Errors
///
/// [`Failure::Unreachable`] and its like if the page is served by something that is no gateway.
pub async fn gateway() -> Result<Gateway, Failure> {
    Gateway::read(&transport::get("config.json").await?).ok_or(Failure::NoGateway)
}
