//! The program of the page: compiled, taken apart into what the first view needs and what is loaded later, and bound to JavaScript.
//!
//! Trunk cannot do it, since its hooks run before it links or after it has named the files. So it leaves the program alone (`data-trunk-skip`
//! in index.html), and this writes the files into its output.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::dist::{files, has_extension};
use crate::error::{Error, Result};
use crate::process::run;
use crate::setup::Toolkit;
use crate::text::Text;
use crate::wasm;
use crate::workspace::Workspace;

/// The package, and what its files are called before they are named by content.
const NAME: &str = "image-catalog";
/// What fetches the later modules; the splitter calls it so.
const LOADER: &str = "__wasm_split.js";
/// As it asks for a module, and as it has to: a host that does not know the type of such files gets the page started (the glue of
/// wasm-bindgen sees to it), so it must be able to go on as well.
const STREAMING: (&str, &str) = (
    "WebAssembly.instantiateStreaming(src, imports)",
    "src.then((it) => it.arrayBuffer()).then((it) => WebAssembly.instantiate(it, imports))",
);

/// What a later module waits for, as the loader says it, and as it has to: for the styles of what is in the module, or it would stand
/// there without them for a moment. They are asked for again with the module if they could not be had.
const WAITING: (&str, &str) = (
    "\n, []));",
    ", [makeLoad(() => {
const link = document.createElement('link');
link.rel = 'stylesheet';
link.href = new URL('./later.css', import.meta.url);
const loaded = new Promise((loaded, failed) => {
link.onload = loaded;
link.onerror = () => { link.remove(); failed(new Error(link.href)); };
});
document.head.append(link);
return () => loaded;
}, [])]));",
);

/// Builds it into the output of Trunk.
///
/// # Errors
/// It does not compile, or a tool fails or writes anything else than it used to.
pub(crate) fn build(workspace: &Workspace, toolkit: &Toolkit) -> Result<()> {
    let scratch = workspace.web_target().join("split");
    let _ = fs::remove_dir_all(&scratch);
    fs::create_dir_all(&scratch).map_err(Error::file(&scratch))?;
    run(toolkit.for_page(workspace, &mut compile()))?;
    let linked = workspace.web_target().join(format!("wasm32-unknown-unknown/web/{NAME}.wasm"));
    run(toolkit.for_page(workspace, &mut take_apart(&linked, &scratch)))?;
    run(toolkit.for_page(workspace, &mut bind(&scratch)))?;
    ship(&scratch, &workspace.dist())
}

/// Relocations say what uses what, without which a module cannot be taken apart.
fn compile() -> Command {
    let mut command = Command::new("cargo");
    command.args(["rustc", "--locked", "--package", NAME, "--bin", NAME, "--profile", "web"]);
    command.args(["--target", "wasm32-unknown-unknown", "--features", "split"]);
    command.args(["--", "-Clink-arg=--emit-relocs"]);
    command
}

fn take_apart(linked: &Path, into: &Path) -> Command {
    let mut command = Command::new("wasm-split-cli");
    command.args(["--target", "web", "--out-name", NAME]).arg(linked).arg(into);
    command
}

/// The exports that are no functions of ours stay: the later modules share table, memory and stack with the first.
fn bind(folder: &Path) -> Command {
    let mut command = Command::new("wasm-bindgen");
    command.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]);
    command.args(["--out-name", NAME, "--out-dir"]).arg(folder);
    command.arg(folder.join(format!("{NAME}.wasm")));
    command
}

/// Names the files by their content, in each other and in the document.
fn ship(from: &Path, dist: &Path) -> Result<()> {
    let document = dist.join("index.html");
    let (mut loader, mut glue, mut html) = (
        Text::read(&from.join(LOADER))?,
        Text::read(&from.join(format!("{NAME}.js")))?,
        Text::read(&document)?,
    );
    loader.replace(STREAMING.0, STREAMING.1)?;
    loader.replace(WAITING.0, WAITING.1)?;
    loader.replace("later.css", &later_styles(&mut html)?)?;
    for module in later_modules(from)? {
        let stem = module.file_stem().unwrap_or_default().to_string_lossy();
        let name = ship_module(&module, stem.trim_start_matches("split_"), dist)?;
        loader.replace(&format!("{stem}.wasm"), &name)?;
    }
    let first = ship_first(&from.join(format!("{NAME}_bg.wasm")), &mut glue, dist)?;
    glue.replace(&format!("{NAME}_bg.wasm"), &first)?;
    html.cut("<link data-trunk", ">")?;
    html.replace("page.wasm", &first)?;
    glue.squeeze()?;
    loader.squeeze()?;
    // Each names the other, so they are named by what both say.
    let both = hash(&(&glue.text, &loader.text));
    let (glue_name, loader_name) = (format!("{NAME}-{both}.js"), format!("loader-{both}.js"));
    // The first module goes on asking for it by its old name, and the glue answers to that.
    glue.replace(&format!("from \"./{LOADER}\""), &format!("from \"./{loader_name}\""))?;
    loader.replace(&format!("{NAME}.js"), &glue_name)?;
    html.replace("page.js", &glue_name)?;
    html.replace("loader.js", &loader_name)?;
    glue.write(&dist.join(glue_name))?;
    loader.write(&dist.join(loader_name))?;
    html.write(&document)
}

/// All that the splitter wrote but what wasm-bindgen went on with, and made of it.
fn later_modules(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut modules = files(folder)?;
    let is_first =
        |it: &Path| it.file_stem().is_some_and(|it| it.to_string_lossy().starts_with(NAME));
    modules.retain(|it| has_extension(it, &["wasm"]) && !is_first(it));
    Ok(modules)
}

/// The name that Trunk gave to the styles which come with the later modules. The first view does without them, so the document does too.
fn later_styles(html: &mut Text) -> Result<String> {
    let link = html.cut("<link href=./later-", ">")?;
    let name = link.split(['/', ' ', '>']).find(|it| it.starts_with("later-"));
    name.map(str::to_owned).ok_or_else(|| html.malformed("does not link the later styles"))
}

/// What the glue hands to the first module has numbers for names: each name ends in a hash, which no compression makes smaller.
fn ship_first(path: &Path, glue: &mut Text, dist: &Path) -> Result<String> {
    let packed = packed(path, Some(&format!("./{NAME}_bg.js")))?;
    for (number, name) in packed.names.iter().enumerate() {
        glue.replace(&format!(" {name}: "), &format!(" {number}: "))?;
    }
    write_module(&packed.module, NAME, dist)
}

/// The glue hands nothing to a later module: what it imports keeps its names.
fn ship_module(path: &Path, name: &str, dist: &Path) -> Result<String> {
    write_module(&packed(path, None)?.module, name, dist)
}

fn packed(path: &Path, numbered_from: Option<&str>) -> Result<wasm::Packed> {
    let module = fs::read(path).map_err(Error::file(path))?;
    wasm::packed(&module, numbered_from)
        .map_err(|cause| Error::NoModule { path: path.to_owned(), cause })
}

fn write_module(module: &[u8], name: &str, dist: &Path) -> Result<String> {
    let name = format!("{name}-{}.wasm", hash(&module));
    let target = dist.join(&name);
    fs::write(&target, module).map_err(Error::file(&target))?;
    Ok(name)
}

/// As the gateway recognises it: what carries one may be kept for ever.
fn hash(content: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Text {
        Text::of("index.html".into(), text.to_owned())
    }

    #[test]
    fn the_later_styles_are_named_and_not_linked() {
        let check = |before: &str, expected: Option<&str>| {
            let mut it = text(before);
            assert_eq!(later_styles(&mut it).ok().as_deref(), expected, "{before}");
            assert!(expected.is_none() || it.text == "<p>", "{}", it.text);
        };
        check("<link href=./later-1f.css rel=stylesheet><p>", Some("later-1f.css"));
        check("<link href=./later-1f.css><p>", Some("later-1f.css"));
        check("<link href=./page-1f.css><p>", None);
    }

    #[test]
    fn what_the_splitter_writes_is_waited_for_with_its_styles() {
        let mut loader = text("makeLoad(() => {\n    return async (imports) => (x);\n}\n, []));\n");
        loader.replace(WAITING.0, WAITING.1).unwrap();
        assert!(loader.text.contains("}, [makeLoad(() => {"), "{}", loader.text);
        assert!(loader.text.ends_with("}, [])]));\n"), "{}", loader.text);
    }

    #[test]
    fn a_name_is_another_when_the_content_is() {
        assert_eq!(hash(&"a"), hash(&"a"));
        assert_ne!(hash(&"a"), hash(&"b"));
        assert_eq!(hash(&"a").len(), 16);
    }
}
