//! The server of the page, made up in the tab: it stands in for `fetch`.

use js_sys::{Array, Function, JSON, Object, Reflect};
use serde_json::Value;
use wasm_bindgen::JsValue;
use web_sys::window;

use crate::images::Image;

/// The regions that the page asks for by itself.
pub(crate) const REGIONS: [&str; 3] = ["cn-bj2", "cn-sh2", "hk"];

/// Answers in place of the network until it is dropped.
pub(crate) struct Service {
    asked: Array,
    mood: Object,
}

/// How it treats signed requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    /// It never answers.
    Silent,
    /// It does not know the key.
    Refusing,
    /// It is called directly, for the page's own server is no gateway.
    NoGateway,
}

/// It returns fewer rows than are asked for, as a real one may, so that every list takes several pages.
const FETCH: &str = r#"
    const PAGE = 40;
    const answer = (body) => Promise.resolve(new Response(JSON.stringify(body)));
    const silence = (signal) => new Promise((_, reject) => {
        signal.addEventListener("abort", () => { mood.aborted = true; reject(signal.reason); });
    });
    const refusal = () => new Response(
        JSON.stringify({ RetCode: 172, Message: "no such key" }),
        { headers: { "X-UCLOUD-REQUEST-UUID": "request-7" } },
    );
    return (address, request) => {
        if (address === "config.json" && mood.NoGateway) return Promise.resolve(new Response("", { status: 404 }));
        if (address === "config.json") return answer({ mode: "demo", signs: ["ucloud", "compshare"] });
        const host = mood.NoGateway ? "https://api.ucloud.cn/" : "api";
        if (address !== host) return Promise.reject(new TypeError(`nothing is at ${address}`));
        asked.push(request.body);
        const form = new URLSearchParams(request.body);
        if (form.has("Signature") && mood.Silent) return silence(request.signal);
        if (form.has("Signature") && mood.Refusing) return Promise.resolve(refusal());
        if (form.get("Action") !== "DescribeImage") return answer({ RetCode: 0 });
        const all = images.filter((it) => it.Region === form.get("Region"));
        const from = Number(form.get("Offset"));
        const to = from + Math.min(PAGE, Number(form.get("Limit")));
        return answer({ RetCode: 0, TotalCount: all.length, ImageSet: all.slice(from, to) });
    };
"#;

impl Service {
    /// Serves these images.
    pub(crate) fn start(images: &[Image]) -> Self {
        let images = Value::Array(images.iter().map(Image::answer).collect()).to_string();
        let (images, asked, mood) = (JSON::parse(&images).unwrap(), Array::new(), Object::new());
        let fetch: Function = Function::new_with_args("images, asked, mood", FETCH);
        let fetch = fetch.call3(&JsValue::NULL, &images, &asked, &mood).unwrap();
        REAL.with(|_| replace_fetch(&fetch));
        Self { asked, mood }
    }

    /// Treats signed requests that way from now on.
    pub(crate) fn becomes(&self, mood: Mood) {
        Reflect::set(&self.mood, &format!("{mood:?}").into(), &JsValue::TRUE).unwrap();
    }

    /// Whether a request that it does not answer was given up.
    pub(crate) fn was_given_up(&self) -> bool {
        Reflect::get(&self.mood, &"aborted".into()).unwrap().is_truthy()
    }

    /// The forms that were sent to it so far.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.iter().map(|it| it.as_string().unwrap()).collect()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        REAL.with(replace_fetch);
    }
}

thread_local! {
    /// The browser's own, as the first service finds it: what a later one finds may be that of a test which has failed.
    static REAL: JsValue = Reflect::get(&window().unwrap(), &"fetch".into()).unwrap();
}

fn replace_fetch(fetch: &JsValue) {
    assert!(Reflect::set(&window().unwrap(), &"fetch".into(), fetch).unwrap());
}
