// Starts the page: loads the glue that wasm-bindgen wrote and lets it instantiate the module. Until that has built the page, the shell
// of index.html stands there, and what is typed into its search box is kept.
// The names of both files carry a hash, so they are read from the links that index.html fetches them by.

// The smallest module that uses a 128-bit vector: [] -> v128 as (i32.const 0, i8x16.splat).
const SIMD_MODULE = Uint8Array.of(
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, // magic, version
  0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b, // type section: one function type, no parameter, one v128
  0x03, 0x02, 0x01, 0x00, // function section: one function of that type
  0x0a, 0x08, 0x01, 0x06, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x0b, // code section
);

// What a person can do about it, in both languages of the page: no translation is loaded yet.
const OLD_BROWSER = {
  en: "This browser is too old for this page. It needs WebAssembly with SIMD: Chrome or Edge 91, Firefox 89, Safari 16.4 or newer.",
  zh: "浏览器版本过低。本页面需要支持 SIMD 的 WebAssembly：Chrome 或 Edge 91、Firefox 89、Safari 16.4 及以上版本。",
};
const NOT_STARTED = {
  en: "The page could not be started. Check the connection, then load the page again.",
  zh: "页面未能启动，请检查网络连接后重新加载。",
};

const app = document.getElementById("app");
const shell = document.getElementById("shell");
const draft = shell.querySelector(`input[lang="${document.documentElement.lang}"]`);
let isComposing = false;
let typedAt = 0;

// How long a word may be left unfinished, in milliseconds: keyboards of phones compose every word, and end it only when the next one begins.
const REST = 1000;

start().catch((error) => {
  console.error(error);
  say(NOT_STARTED);
});

async function start() {
  // As the default value it is not taken for something typed. No `??` in this file: browsers that are too old must read it to be told so.
  draft.defaultValue = new URLSearchParams(location.search).get("q") || "";
  draft.addEventListener("input", () => (typedAt = Date.now()));
  draft.addEventListener("compositionstart", () => (isComposing = true));
  draft.addEventListener("compositionend", () => (isComposing = false));
  addEventListener("keydown", search);
  shell.querySelector("kbd").hidden = false;
  app.addEventListener("built", handOver);
  addEventListener("error", stopped);
  if (!runsSimd()) return say(OLD_BROWSER);
  const glue = await import(address("page-glue"));
  await glue.default({ module_or_path: address("page-wasm") });
}

// The key that leads to the search box on the page does so here too, and is shown from now on. In a text it is what it is.
function search(event) {
  if (event.key !== "/" || event.target === draft || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  draft.focus();
}

// What the program does in tasks of its own rejects nothing. Warnings of the browser, as of its ResizeObserver, have no error with them.
function stopped({ error }) {
  if (error) say(NOT_STARTED);
}

// Shows the page in place of the shell, with the text and the keyboard where they were. An input method may finish its word.
function handOver() {
  if (isComposing && Date.now() - typedAt < REST) return setTimeout(handOver, 50);
  const input = document.getElementById("search");
  if (!input) return say(NOT_STARTED);
  const { value, defaultValue, selectionStart, selectionEnd } = draft;
  const hadFocus = document.activeElement === draft;
  open();
  input.value = value;
  if (hadFocus) {
    input.focus();
    input.setSelectionRange(selectionStart, selectionEnd);
  }
  if (value !== defaultValue) input.dispatchEvent(new Event("input", { bubbles: true }));
}

function open() {
  app.removeEventListener("built", handOver);
  removeEventListener("error", stopped);
  removeEventListener("keydown", search);
  shell.remove();
  app.inert = false;
}

function runsSimd() {
  return typeof WebAssembly === "object" && WebAssembly.validate(SIMD_MODULE);
}

// `href` of a link is absolute already, resolved against the document.
function address(id) {
  return document.getElementById(id).href;
}

function say(sentences) {
  const note = document.createElement("div");
  note.setAttribute("role", "alert");
  for (const lang in sentences) {
    const line = document.createElement("p");
    line.lang = lang;
    line.textContent = sentences[lang];
    note.append(line);
  }
  open();
  app.replaceChildren(note);
}
