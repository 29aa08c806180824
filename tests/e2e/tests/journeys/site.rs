//! A gateway that serves the built page, and the simulator behind it.

use std::{env, future::pending, path::PathBuf, sync::Arc, time::Duration};

use axum::Router;
use gateway::{Config, Upstream};
use tokio::{
    net::TcpListener,
    sync::{Semaphore, SemaphorePermit},
    task::JoinHandle,
    time::{sleep, timeout},
};
use ucloud_api::KeyPair;
use ucloud_sim::{Fault, Options, PRIVATE_KEY, PUBLIC_KEY, Simulator};

use crate::{
    folder::Folder,
    page::Page,
    service::{Spawned, Watch, watched},
};

/// How many journeys run at once, on whatever machine: a browser and its page need about a core.
static TURNS: Semaphore = Semaphore::const_new(2);

/// What a journey visits. It is gone when this is dropped.
pub(crate) struct Site {
    pub(crate) address: String,
    pub(crate) sim: Arc<Simulator>,
    /// What the service behind the gateway is asked.
    pub(crate) watch: Arc<Watch>,
    gateway: JoinHandle<Result<(), gateway::Error>>,
    _service: Option<Spawned>,
    _turn: SemaphorePermit<'static>,
}

impl Site {
    /// A gateway on its sample data.
    pub(crate) async fn sample() -> Self {
        Self::sample_like(Options::default()).await
    }

    /// A gateway on sample data with so many rows in each region.
    pub(crate) async fn sample_of(rows: u64) -> Self {
        Self::sample_like(Options { rows_per_region: Some(rows), ..Options::default() }).await
    }

    /// A gateway on sample data of that kind.
    pub(crate) async fn sample_like(options: Options) -> Self {
        let sim = Arc::new(Simulator::new(options).unwrap());
        let service = ucloud_sim::router(Arc::clone(&sim));
        Self::sample_from(service, sim).await
    }

    /// A gateway on sample data that another service makes up.
    pub(crate) async fn sample_from(service: Router, sim: Arc<Simulator>) -> Self {
        Self::sample_with(dist(), service, sim).await
    }

    /// A gateway on its sample data, with a page that has files beside it.
    pub(crate) async fn sample_beside(folder: &Folder) -> Self {
        let sim = Arc::new(Simulator::new(Options::default()).unwrap());
        Self::sample_with(folder.join(""), ucloud_sim::router(Arc::clone(&sim)), sim).await
    }

    async fn sample_with(page: PathBuf, service: Router, sim: Arc<Simulator>) -> Self {
        let watch = Arc::default();
        let upstream = Upstream::InProcess(watched(service, &watch));
        let config = Config { upstream, ..Config::demo(page, Arc::clone(&sim)) };
        Self::open(config, sim, watch, None).await
    }

    /// A gateway with an account's keys, in front of a service with so many rows in each region.
    pub(crate) async fn signing(rows: u64) -> Self {
        let key = || Some(KeyPair::new(PUBLIC_KEY, PRIVATE_KEY));
        Self::in_front_of_service(rows, |it| Config { key: key(), compshare_key: key(), ..it })
            .await
    }

    /// A gateway without any key, in front of a service with so many rows in each region.
    pub(crate) async fn relaying(rows: u64) -> Self {
        Self::in_front_of_service(rows, |it| it).await
    }

    /// A gateway that signs for nobody, with a page that has files beside it.
    pub(crate) async fn beside(folder: &Folder) -> Self {
        Self::in_front_of_service(40, |it| Config { page: folder.join(""), ..it }).await
    }

    /// A gateway with such settings, in front of a service with so many rows in each region.
    pub(crate) async fn in_front_of_service(
        rows: u64,
        settings: impl FnOnce(Config) -> Config,
    ) -> Self {
        let options = Options { rows_per_region: Some(rows), ..Options::default() };
        let sim = Arc::new(Simulator::new(options).unwrap());
        let watch = Arc::default();
        let service = watched(ucloud_sim::router(Arc::clone(&sim)), &watch);
        let service = Spawned::new(service).await;
        let config = settings(Config::new(dist(), Upstream::At(service.url.parse().unwrap())));
        Self::open(config, sim, watch, Some(service)).await
    }

    async fn open(
        config: Config,
        sim: Arc<Simulator>,
        watch: Arc<Watch>,
        service: Option<Spawned>,
    ) -> Self {
        let turn = turn().await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        let gateway = tokio::spawn(gateway::serve(listener, config, pending()));
        Self { address, sim, watch, gateway, _service: service, _turn: turn }
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
        self.comes_to(&format!("images of {region} are asked for"), || {
            self.times_asked_for(region) > 0
        })
        .await;
    }

    /// Waits until something holds at the service, and says what was asked if it never does.
    pub(crate) async fn comes_to(&self, what: &str, holds: impl Fn() -> bool) {
        let held = async {
            while !holds() {
                sleep(Duration::from_millis(5)).await;
            }
        };
        let in_time = timeout(Duration::from_secs(30), held).await;
        assert!(in_time.is_ok(), "it should come to this: {what}; {:#?}", self.watch);
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.gateway.abort();
    }
}

/// Waits until a journey more may run; it runs until this is dropped.
pub(crate) async fn turn() -> SemaphorePermit<'static> {
    TURNS.acquire().await.unwrap()
}

/// The folder with the built page.
pub(crate) fn dist() -> PathBuf {
    let usual = || [env!("CARGO_MANIFEST_DIR"), "..", "..", "target", "dist"].iter().collect();
    let dist = env::var_os("E2E_DIST").map_or_else(usual, PathBuf::from);
    let is_built = dist.join("index.html").is_file();
    assert!(is_built, "no page is built in {}: build it, or set E2E_DIST", dist.display());
    dist
}
