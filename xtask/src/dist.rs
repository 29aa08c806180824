//! The page as it is shipped, in `target/dist`: the document with styles and scripts, which Trunk writes, the program, and a brotli and
//! a gzip file beside each that compresses.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::error::{Error, Result};
use crate::process::run;
use crate::program;
use crate::setup::Toolkit;
use crate::stamp;
use crate::workspace::Workspace;

/// Kinds of files that get smaller by compressing; images and fonts are compressed already.
const COMPRESSIBLE: &[&str] = &["html", "js", "wasm", "css", "svg", "json", "txt", "webmanifest"];

/// Builds the page, unless the one that is there was built from the same sources by the same tools.
pub(crate) fn build(workspace: &Workspace, toolkit: &Toolkit) -> Result<()> {
    let (dist, stamp_file) = (workspace.dist(), workspace.dist().with_extension("stamp"));
    let sources = stamp::of_sources(workspace, &toolkit.description)?;
    if fs::read_to_string(&stamp_file).ok() == Some(stamp_text(&sources, &dist)) {
        println!("page: unchanged since the last build");
        return Ok(());
    }
    println!("page: building for release (some minutes when nothing is compiled yet)");
    let start = Instant::now();
    join_styles(workspace)?;
    trunk(workspace, toolkit)?;
    program::build(workspace, toolkit)?;
    compress(&dist)?;
    fs::write(&stamp_file, stamp_text(&sources, &dist)).map_err(Error::file(&stamp_file))?;
    println!("page: done in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

fn stamp_text(sources: &str, dist: &Path) -> String {
    format!("{sources} {}\n", stamp::of_output(dist))
}

/// Puts the stylesheets together, in the order of their names but for the one that orders the layers: those of the first view, and those of
/// what is loaded later. Trunk follows no `@import`, and a link each would be twenty requests before the first paint.
fn join_styles(workspace: &Workspace) -> Result<()> {
    let styles = workspace.root.join("style");
    let folder = styles.join("later");
    let (mut first, later) = (files(&styles)?, files(&folder)?);
    first.retain(|it| !it.starts_with(&folder));
    first.sort_by_key(|it| !it.ends_with("layers.css"));
    let target = workspace.root.join("target");
    fs::create_dir_all(&target).map_err(Error::file(&target))?;
    join(&first, &target.join("page.css"))?;
    join(&later, &target.join("later.css"))
}

fn join(sheets: &[PathBuf], into: &Path) -> Result<()> {
    let sheets = sheets.iter().filter(|it| has_extension(it, &["css"]));
    let texts = sheets.map(|it| fs::read_to_string(it).map_err(Error::file(it)));
    fs::write(into, texts.collect::<Result<String>>()?).map_err(Error::file(into))
}

/// Trunk's own log is for those who configure it, except where something fails. It fetches no tools: those it needs are on its path.
fn trunk(workspace: &Workspace, toolkit: &Toolkit) -> Result<()> {
    fs::create_dir_all(workspace.dist()).map_err(Error::file(&workspace.dist()))?;
    let mut command = Command::new("trunk");
    command.args(["--log", "error", "build", "--release"]).arg("--dist").arg(workspace.dist());
    // Trunk takes any other value of this widely used variable than true or false for a mistake.
    command.env_remove("NO_COLOR").env("TRUNK_SKIP_VERSION_CHECK", "true");
    run(toolkit.for_page(workspace, &mut command))
}

/// Puts compressed files beside all that get smaller by it.
pub(crate) fn compress(dist: &Path) -> Result<()> {
    for path in files(dist)? {
        if has_extension(&path, COMPRESSIBLE) {
            let content = fs::read(&path).map_err(Error::file(&path))?;
            write_beside(&path, "br", &brotli(&content).map_err(Error::file(&path))?)?;
            write_beside(&path, "gz", &gzip(&content).map_err(Error::file(&path))?)?;
        }
    }
    Ok(())
}

/// The files of a folder and those below it, in order.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::file(folder))? {
        let path = entry.map_err(Error::file(folder))?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

pub(crate) fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension().and_then(|it| it.to_str()).is_some_and(|it| extensions.contains(&it))
}

/// The highest level: it is paid once here and saved by every visitor.
fn brotli(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        size_hint: content.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &params)?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

/// `page.js` and `br` to `page.js.br`.
fn write_beside(path: &Path, extension: &str, content: &[u8]) -> Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    fs::write(&name, content).map_err(Error::file(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_compressed_comes_back() {
        let content = b"image catalog ".repeat(1000);
        let (br, gz) = (brotli(&content).unwrap(), gzip(&content).unwrap());
        assert!(br.len() < gz.len() && gz.len() < content.len() / 10);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &br[..], &mut back).unwrap();
        assert_eq!(back, content);
        back.clear();
        flate2::read::GzDecoder::new(&gz[..]).read_to_end(&mut back).unwrap();
        assert_eq!(back, content);
    }

    #[test]
    fn only_what_gets_smaller_is_compressed() {
        let check = |name: &str, expected: bool| {
            assert_eq!(has_extension(Path::new(name), COMPRESSIBLE), expected, "{name}");
        };
        check("a/page_bg.wasm", true);
        check("index.html", true);
        check("index.html.br", false);
        check("cover.png", false);
        check("LICENSE", false);
    }
}
