//! The values of `--upstream`.

use std::str::FromStr;

use gateway::{BaseUrl, Error, PerProduct};
use ucloud_api::Product;

/// An address for one product, `compshare=https://…`, or for all that have none of their own.
#[derive(Debug, Clone)]
pub(crate) struct UpstreamOption {
    product: Option<Product>,
    base: BaseUrl,
}

/// Where each product is, whatever the order of the options; nothing for its public host.
pub(crate) fn each(options: &[UpstreamOption]) -> PerProduct<Option<BaseUrl>> {
    let of = |product| options.iter().rfind(|it| it.product == product);
    PerProduct::from_fn(|product| of(Some(product)).or(of(None)).map(|it| it.base.clone()))
}

impl FromStr for UpstreamOption {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text.split_once('=') {
            // An address may hold `=` too, but not before its scheme is over.
            Some((id, base)) if !id.contains(':') => {
                Ok(Self { product: Some(product(id)?), base: base.parse()? })
            }
            _ => Ok(Self { product: None, base: text.parse()? }),
        }
    }
}

fn product(id: &str) -> Result<Product, Error> {
    let known = || Product::ALL.iter().map(|it| it.id()).collect::<Vec<_>>().join(", ");
    Product::find(id)
        .ok_or_else(|| Error::BadUpstream(format!("{id} is none of the products {}", known())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(options: &[&str], expected: [&str; 2]) {
        let parsed: Result<Vec<UpstreamOption>, _> = options.iter().map(|it| it.parse()).collect();
        let bases = each(&parsed.unwrap());
        let shown = Product::ALL.iter().map(|product| bases.get(*product));
        let shown: Vec<_> = shown
            .map(|base| base.as_ref().map_or("public".to_owned(), BaseUrl::to_string))
            .collect();
        assert_eq!(shown, expected, "{options:?}");
    }

    #[test]
    fn the_narrower_one_counts() {
        let (a, b) = ("http://127.0.0.1:1/", "http://127.0.0.1:2/");
        check(&[], ["public", "public"]);
        check(&[a], [a, a]);
        check(&["compshare=http://127.0.0.1:1"], ["public", a]);
        check(&["ucloud=http://127.0.0.1:1"], [a, "public"]);
        check(&["compshare=http://127.0.0.1:2", a], [a, b]);
        check(&[a, "compshare=http://127.0.0.1:2"], [a, b]);
        check(&[a, b], [b, b]);
        check(&["http://127.0.0.1:1/a=b"], ["http://127.0.0.1:1/a=b", "http://127.0.0.1:1/a=b"]);
    }

    #[test]
    fn other_text_is_refused_with_its_reason() {
        for (text, reason) in [
            ("uhost=http://127.0.0.1:1", "uhost is none of the products ucloud, compshare"),
            ("=http://127.0.0.1:1", " is none of the products ucloud, compshare"),
            ("compshare=", "relative URL without a base"),
            ("127.0.0.1:1", "relative URL without a base"),
        ] {
            let error = text.parse::<UpstreamOption>().unwrap_err().to_string();
            let expected = format!("the upstream is not an address of an API: {reason}");
            assert_eq!(error, expected, "{text}");
        }
    }
}
