//! From parameters to an answer: log, faults, action, signature, handler.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use crate::{
    Error, Faults, Request, Texts,
    dice::Dice,
    faults::Asked,
    handlers::{self, Call},
    models::world::World,
    params::Params,
    refusal::Refusal,
    reply::{self, Content, Reply},
    request_log::RequestLog,
};

/// The most rows that [`Options::rows_per_region`] may ask for: above it the shortest image ids
/// would no longer be unique over all regions.
pub const MAX_ROWS_PER_REGION: u64 = 50_000_000;

/// What is simulated.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Rows of `DescribeImage` for each region, groups of the image community, and images in the
    /// first bucket of each region and in the first repository of each project; `None` is a natural
    /// population, of `DescribeImage` about a hundred for each zone. At most
    /// [`MAX_ROWS_PER_REGION`].
    pub rows_per_region: Option<u64>,
    /// Equal seeds give equal catalogues.
    pub seed: u64,
    /// Who wrote the names, descriptions and links.
    pub texts: Texts,
}

impl Default for Options {
    fn default() -> Self {
        Self { rows_per_region: None, seed: 1, texts: Texts::Natural }
    }
}

/// The simulated service. It is shared between requests; [`crate::router`] puts it behind HTTP.
#[derive(Debug)]
pub struct Simulator {
    world: World,
    faults: Faults,
    log: RequestLog,
    answered: AtomicU64,
    seed: u64,
    texts: Texts,
}

impl Simulator {
    /// Prepares the service. The work does not depend on the number of rows.
    ///
    /// # Errors
    /// [`Error::TooManyRows`] when the options ask for more than [`MAX_ROWS_PER_REGION`].
    pub fn new(options: Options) -> Result<Self, Error> {
        match options.rows_per_region {
            Some(asked) if asked > MAX_ROWS_PER_REGION => Err(Error::TooManyRows { asked }),
            rows => Ok(Self {
                world: World::new(options.seed, rows),
                faults: Faults::default(),
                log: RequestLog::default(),
                answered: AtomicU64::new(0),
                seed: options.seed,
                texts: options.texts,
            }),
        }
    }

    /// The trouble that requests meet; it may be changed at any time.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// The requests so far, oldest first; at most the last ten thousand.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.log.all()
    }

    /// Answers one request. Faults strike before the service looks at the request, as trouble in
    /// front of it would; the signature is checked first all the same, because the log tells it.
    pub(crate) fn answer(&self, params: &Params) -> Reply {
        let action = params.text("Action").unwrap_or_default();
        let region = params.text("Region").unwrap_or_default();
        let signature = params.check_signature();
        let offset = params.offset();
        let faults = self.faults.take(Asked { action: &action, region: &region, offset });
        let signed = signature.is_ok();
        self.log.add(Request { action: action.clone(), region, signed });
        let content = faults.iter().find_map(|what| Content::of_fault(*what, &action));
        let content = content.unwrap_or_else(|| {
            let params = params.moved_back(reply::repeated_rows(&faults));
            match self.handle(&action, &params, signature) {
                Ok(body) => Content::Json(body),
                Err(refusal) => Content::refusal(&action, &refusal),
            }
        });
        self.reply(reply::delay(&faults), content.distorted(&faults))
    }

    /// An answer to what is no request of the API: another path, another method.
    pub(crate) fn turn_away(&self, status: u16) -> Reply {
        self.reply(Duration::ZERO, Content::Status(status))
    }

    /// Refuses a request whose parameters could not even be read.
    pub(crate) fn refuse(&self, refusal: &Refusal) -> Reply {
        self.log.add(Request { action: String::new(), region: String::new(), signed: false });
        self.reply(Duration::ZERO, Content::refusal("", refusal))
    }

    fn handle(
        &self,
        action: &str,
        params: &Params,
        signature: Result<(), Refusal>,
    ) -> Result<Vec<u8>, Refusal> {
        let found = handlers::find(action)?;
        signature?;
        let body = found.handle(&Call { action: found.name, world: &self.world, params })?;
        Ok(self.texts.written_into(body, action))
    }

    fn reply(&self, delay: Duration, content: Content) -> Reply {
        Reply { request_id: self.next_id(), delay, content }
    }

    /// An id in the shape of a UUID, as the service puts on every answer.
    fn next_id(&self) -> String {
        let number = self.answered.fetch_add(1, Ordering::Relaxed);
        let dice = Dice::new(self.seed).named("request").of(number);
        let (high, low) = (dice.of(0).bits(), dice.of(1).bits());
        let (time, node) = (high >> 32, low & 0xffff_ffff_ffff);
        let (middle, version, variant) = ((high >> 16) & 0xffff, high & 0xfff, (low >> 48) & 0xfff);
        format!("{time:08x}-{middle:04x}-4{version:03x}-a{variant:03x}-{node:012x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_many_rows_are_refused() {
        let options =
            Options { rows_per_region: Some(MAX_ROWS_PER_REGION + 1), ..Options::default() };
        assert!(matches!(Simulator::new(options), Err(Error::TooManyRows { .. })));
    }

    #[test]
    fn request_ids_are_uuids_and_differ() {
        let sim = Simulator::new(Options::default()).unwrap();
        let (first, second) = (sim.next_id(), sim.next_id());
        assert_ne!(first, second);
        let lengths: Vec<_> = first.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
    }
}
