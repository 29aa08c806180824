//! The built page: files, their compressed neighbours, and how long each may be kept.

use std::path::Path;

use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
};
use tower_http::services::ServeDir;

use crate::{Error, refusal::Refusal};

/// Answers every path with the file of that name, and `/` with `index.html`. There is one document and its state is
/// in the query, so an unknown path is unknown and not the document again.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>(folder: &Path) -> Result<Router<S>, Error> {
    if !folder.join("index.html").is_file() {
        return Err(Error::NoPage(folder.to_owned()));
    }
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    Ok(Router::new().fallback_service(files).layer(from_fn(finish)))
}

/// Says how long a file may be kept, and refuses in our own words.
async fn finish(request: Request, next: Next) -> Response {
    let caching = caching(request.uri().path());
    let mut response = next.run(request).await;
    match response.status() {
        StatusCode::NOT_FOUND => return Refusal::NotFound.into_response(),
        StatusCode::METHOD_NOT_ALLOWED => {
            return ([(header::ALLOW, "GET,HEAD")], Refusal::MethodNotAllowed).into_response();
        }
        _ => {
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(caching))
        }
    };
    response
}

fn caching(path: &str) -> &'static str {
    if is_hashed(path) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Whether the name of a file changes with its content: Trunk writes a hash into it, after a dash, in hex digits. There
/// are 16 of them, or fewer where the number is small, since it writes no leading zeros; fewer than twelve come once in
/// a million builds, and such a file is then asked for again each time.
///
/// Only the last part of the path counts. The folder of a wasm-bindgen snippet carries a hash too, but that one is of
/// its crate's name and version, and stays while the content changes.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split('-').skip(1).any(|part| {
        let digits =
            part.bytes().take_while(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')).count();
        (12..=16).contains(&digits)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_recognised_in_names_alone() {
        let cases = [
            ("/image-catalog-0123456789abcdef.js", true),
            ("/image-catalog-0123456789abcdef_bg.wasm", true),
            ("/layers-fedcba9876543210.css", true),
            ("/fonts/inter-fedcba9876543210.woff2", true),
            ("/", false),
            ("/index.html", false),
            ("/favicon.svg", false),
            ("/boot-123456789abcdef.js", true),
            ("/image-catalog-0123456789a.js", false),
            ("/image-catalog-0123456789abcdef0.js", false),
            ("/image-catalog-0123456789ABCDEF.js", false),
            ("/0123456789abcdef.js", false),
            ("/snippets/crate-0123456789abcdef/inline0.js", false),
        ];
        for (path, expected) in cases {
            assert_eq!(is_hashed(path), expected, "{path}");
        }
    }
}
