//! The test of a connection: one named, harmless call for each product.

use serde_json::Value;
use ucloud_api::{Envelope, Error, Params, Product};

use super::{Connection, Failure, Way};

/// What became of the test of a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// The product.
    pub product: Product,
    /// How many regions or zones it named, or why it named none.
    pub outcome: Result<usize, Failure>,
}

/// The call that tests a product: every key may make it, and it changes nothing.
#[must_use]
pub fn probe(product: Product) -> &'static str {
    question(product).0
}

/// The action, the list in its answer, and the field that tells its elements apart.
fn question(product: Product) -> (&'static str, &'static str, &'static str) {
    match product {
        // A row is a zone; what people count is regions.
        Product::UCloud => ("GetRegion", "Regions", "Region"),
        Product::CompShare => ("DescribeCompShareSupportZone", "ZoneInfo", "Zone"),
    }
}

impl Connection {
    /// The products that it was set up for. Whether an endpoint has keys of both only a call can tell.
    #[must_use]
    pub fn products(&self) -> Vec<Product> {
        let all = Product::ALL.iter().copied();
        match &self.way {
            Way::Gateway(signs) => signs.clone(),
            Way::KeyPairs(keys) => all.filter(|it| keys.own(*it).is_some()).collect(),
            Way::Endpoint(_) => all.collect(),
            Way::Sample(_) => Vec::new(),
        }
    }

    /// Finds out whether requests for a product get through.
    pub async fn test(&self, product: Product) -> Trial {
        Trial { product, outcome: self.count(product).await }
    }

    async fn count(&self, product: Product) -> Result<usize, Failure> {
        let (action, list, field) = question(product);
        let answer = self.call(Params::new(action)).await?;
        answer.read(|body| distinct(body, list, field))
    }
}

fn distinct(body: &str, list: &str, field: &str) -> Result<usize, Error> {
    let rows = Envelope::open(body)?.list(&[list])?;
    let value = |row: &&str| {
        let row: Value = serde_json::from_str(row).ok()?;
        Some(row.get(field)?.as_str()?.to_owned())
    };
    let mut seen: Vec<String> = Vec::new();
    for value in rows.iter().filter_map(value) {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    Ok(seen.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ucloud_api::Action;

    #[test]
    fn each_product_is_tested_with_an_action_of_its_own() {
        for product in Product::ALL {
            let action = Action::find(probe(*product)).unwrap();
            assert_eq!(action.product, *product);
        }
    }

    #[test]
    fn regions_are_counted_once() {
        let body = r#"{"RetCode":0,"Regions":[{"Region":"hk","Zone":"hk-01"},{"Region":"hk","Zone":"hk-02"},
            {"Region":"cn-bj2"},{"Zone":"x"}]}"#;
        assert_eq!(distinct(body, "Regions", "Region"), Ok(2));
        assert_eq!(distinct(r#"{"RetCode":0}"#, "Regions", "Region"), Ok(0));
        assert!(distinct(r#"{"RetCode":171}"#, "Regions", "Region").is_err());
    }
}
