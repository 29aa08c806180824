//! A gateway that serves the built page, and the simulator behind it.

use std::{env, future::pending, path::PathBuf, sync::Arc, time::Duration};

use gateway::{Config, Upstream};
use tokio::{
    net::TcpListener,
    sync::{Semaphore, SemaphorePermit},
    task::JoinHandle,
    time::{sleep, timeout},
};
use ucloud_api::KeyPair;
use ucloud_sim::{Fault, Options, PRIVATE_KEY, PUBLIC_KEY, Simulator, Spawned};

use crate::page::Page;

/// How many journeys run at once, on whatever machine: a browser and its page need about a core.
static TURNS: Semaphore = Semaphore::const_new(2);

/// What a journey visits. It is gone when this is dropped.
pub(crate) struct Site {
    address: String,
    pub(crate) sim: Arc<Simulator>,
    gateway: JoinHandle<Result<(), gateway::Error>>,
    _upstream: Option<Spawned>,
    _turn: SemaphorePermit<'static>,
}

impl Site {
    /// A gateway on its sample data.
    pub(crate) async fn sample() -> Self {
        let sim = simulator(None);
        Self::open(Config::demo(dist(), Arc::clone(&sim)), sim, None).await
    }

    /// A gateway on sample data with so many rows in each region.
    pub(crate) async fn sample_of(rows: u64) -> Self {
        let sim = simulator(Some(rows));
        Self::open(Config::demo(dist(), Arc::clone(&sim)), sim, None).await
    }

    /// A gateway with an account's key, in front of a service with so many rows in each region.
    pub(crate) async fn signing(rows: u64) -> Self {
        let key = KeyPair::new(PUBLIC_KEY, PRIVATE_KEY);
        Self::in_front_of_service(Some(key), rows).await
    }

    /// A gateway without any key, in front of a service with so many rows in each region.
    pub(crate) async fn relaying(rows: u64) -> Self {
        Self::in_front_of_service(None, rows).await
    }

    async fn in_front_of_service(key: Option<KeyPair>, rows: u64) -> Self {
        let sim = simulator(Some(rows));
        let service = Spawned::on_free_port(Arc::clone(&sim)).await.unwrap();
        let upstream = Upstream::At(service.url().parse().unwrap());
        Self::open(Config { key, ..Config::new(dist(), upstream) }, sim, Some(service)).await
    }

    async fn open(config: Config, sim: Arc<Simulator>, upstream: Option<Spawned>) -> Self {
        let turn = TURNS.acquire().await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        let gateway = tokio::spawn(gateway::serve(listener, config, pending()));
        Self { address, sim, gateway, _upstream: upstream, _turn: turn }
    }

    /// Opens the page in a browser that has never been here; the query string says which view.
    pub(crate) async fn visit(&self, query: &str) -> Page {
        Page::open(&format!("{}{query}", self.address)).await
    }

    /// Makes the service misbehave, in the words of the simulator's `--fault`; nothing ends all trouble.
    pub(crate) fn trouble(&self, faults: &[&str]) {
        let faults = faults.iter().map(|it| it.parse::<Fault>().unwrap());
        self.sim.faults().set(faults.collect());
    }

    /// How often images of a region were asked for.
    pub(crate) fn times_asked_for(&self, region: &str) -> usize {
        let requests = self.sim.requests();
        requests.iter().filter(|it| it.action == "DescribeImage" && it.region == region).count()
    }

    /// Waits until images of a region were asked for.
    pub(crate) async fn is_asked_for(&self, region: &str) {
        let asked = async {
            while self.times_asked_for(region) == 0 {
                sleep(Duration::from_millis(5)).await;
            }
        };
        let in_time = timeout(Duration::from_secs(30), asked).await;
        assert!(in_time.is_ok(), "{region} should be asked for: {:#?}", self.sim.requests());
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.gateway.abort();
    }
}

fn simulator(rows_per_region: Option<u64>) -> Arc<Simulator> {
    Arc::new(Simulator::new(Options { rows_per_region, seed: 1 }).unwrap())
}

/// The folder with the built page.
fn dist() -> PathBuf {
    let usual = || [env!("CARGO_MANIFEST_DIR"), "..", "..", "target", "dist"].iter().collect();
    let dist = env::var_os("E2E_DIST").map_or_else(usual, PathBuf::from);
    let is_built = dist.join("index.html").is_file();
    assert!(is_built, "no page is built in {}: build it, or set E2E_DIST", dist.display());
    dist
}
