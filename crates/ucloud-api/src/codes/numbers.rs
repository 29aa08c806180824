//! Which return code is of which class.
//!
//! Sources: the [public codes](https://docs.ucloud.cn/api/summary/public), those of
//! [UHost](https://docs.ucloud.cn/api/uhost-api/error_code) and of
//! [UGC](https://docs.ucloud.cn/api/ugc-api/error_code), those that CompShare's documents list, and three that stand in no
//! document and that clients met: 210, 230, 214001. UHub publishes none. The class is our reading of what the documents
//! advise; where they advise nothing the number is left out here, which makes it [`Class::Unknown`] like any other.
//!
//! An answer does not say which product refused, so the number alone decides. Only 8095 is shared, by UHost and CompShare,
//! and it is a used-up quota to both; a test holds that products which share a number agree on its class.

use super::Class;

/// The class of that number.
pub(super) fn class(number: i64) -> Class {
    let holds = |numbers: &[u32]| numbers.iter().any(|it| i64::from(*it) == number);
    CLASSES.iter().find(|it| holds(it.1)).map_or(Class::Unknown, |it| it.0)
}

/// Slices of numbers and not a row for each, since the page carries them.
#[rustfmt::skip]
const CLASSES: &[(Class, &[u32])] = &[
    (Class::Retry, &[
        110, 130, 150, 8006, 8022, 8024, 8025, 8031, 8033, 8034, 8035, 8037, 8041, 8090, 8108, 8223,
        8434, 8819, 8821, 8825, 8826, 8828, 8829, 8832, 8844, 8854, 8857, 8861, 8863, 8864, 8874,
        8881, 8886, 8888, 8889, 8894, 8896, 8898, 8905, 8908, 8909, 8916, 8918, 8924, 8938, 8939,
        8965, 8979, 8981, 8982, 43000, 43019, 43020, 43031, 43044,
    ]),
    (Class::RetrySlow, &[153, 8980, 226_604, 226_605]),
    (Class::Auth, &[170, 171, 172, 174, 294, 295, 299, 8226, 8300, 43004, 43005, 226_606]),
    (Class::Param, &[
        210, 230, 292, 293, 8018, 8027, 8028, 8029, 8036, 8044, 8045, 8046, 8064, 8065, 8066, 8067,
        8094, 8096, 8105, 8106, 8107, 8122, 8123, 8124, 8126, 8220, 8303, 8315, 8316, 8318, 8319,
        8846, 8910, 8931, 8949, 8956, 8958, 8959, 8962, 8983, 8984, 8986, 43006, 43016, 43022,
        43023, 43024, 43025, 43028, 43029, 43033, 43045, 43046, 43047, 43048, 226_603,
    ]),
    (Class::Bug, &[160, 161, 43026, 43027, 214_001]),
    (Class::State, &[8010, 8039, 8224, 8317, 8320, 8357, 8847, 8856, 8920, 8961, 8969, 8987]),
    (Class::Quota, &[8095, 8978]),
    (Class::Billing, &[8104, 8116, 8117, 8429, 8919, 226_601, 226_602]),
    (Class::Support, &[
        8049, 8050, 8051, 8052, 8053, 8054, 8055, 8060, 8061, 8097, 8118, 8433, 8824, 8833, 8834,
        8835, 8836, 8843, 8845, 8853, 8855, 8858, 8860, 8862, 8865, 8867, 8868, 8880, 8884, 8887,
        8892, 8893, 8895, 8897, 8903, 8972, 8973, 8974, 8975, 8976, 8977, 43001, 43002, 43003,
        43007, 43008, 43009, 43010, 43011, 43012, 43013, 43014, 43015,
    ]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_ascend_within_a_class_and_stand_in_one_only() {
        let mut all: Vec<u32> = Vec::new();
        for (class, numbers) in CLASSES {
            assert!(numbers.is_sorted_by(|a, b| a < b), "{class:?}");
            all.extend(*numbers);
        }
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
