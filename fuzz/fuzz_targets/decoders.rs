//! Any bytes at every decoder of answers. A contradiction in what was read counts as a crash, as a panic does.
#![no_main]

#[path = "../../crates/ucloud-api/tests/it/decoders/list.rs"]
#[expect(dead_code, reason = "the seeds come as files")]
mod list;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let body = String::from_utf8_lossy(bytes);
    for decoder in list::DECODERS {
        let _ = (decoder.read)(&body);
    }
    list::cut(&body);
});
