//! The time, on either side.

#![allow(
    clippy::disallowed_methods,
    reason = "std's clock panics in a browser, where this file uses another"
)]

/// Milliseconds since some moment.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn now() -> f64 {
    use std::{sync::OnceLock, time::Instant};
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed().as_secs_f64() * 1e3
}

/// Milliseconds since the worker was started, in steps of 5 µs where its page is isolated from other origins.
#[cfg(target_arch = "wasm32")]
pub(crate) fn now() -> f64 {
    use wasm_bindgen::JsCast;
    let scope = js_sys::global().dyn_into::<web_sys::WorkerGlobalScope>().ok();
    scope.and_then(|it| it.performance()).map_or(f64::NAN, |it| it.now())
}

/// Bytes that the program holds: what its memory has grown to, or what of it is resident. Nothing where the system does not say.
pub(crate) fn memory() -> Option<f64> {
    #[cfg(target_arch = "wasm32")]
    return Some(f64::from(u32::try_from(core::arch::wasm32::memory_size(0)).ok()?) * 65_536.0);
    #[cfg(not(target_arch = "wasm32"))]
    resident()
}

/// Linux tells it in a file.
#[cfg(not(target_arch = "wasm32"))]
fn resident() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:"))?;
    let kilobytes: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024.0)
}
