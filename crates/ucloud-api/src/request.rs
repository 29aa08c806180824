//! Requests as typed values.

use crate::Params;

/// A type that a parameter can have.
pub(crate) trait Sent {
    /// Adds the value under this name, if there is one.
    fn add(&self, params: Params, name: &str) -> Params;
}

impl Sent for String {
    fn add(&self, params: Params, name: &str) -> Params {
        params.with(name, self)
    }
}

impl Sent for Option<String> {
    fn add(&self, params: Params, name: &str) -> Params {
        params.with_some(name, self.as_ref())
    }
}

impl Sent for Option<u64> {
    fn add(&self, params: Params, name: &str) -> Params {
        params.with_some(name, *self)
    }
}

/// The documented text of a flag is `true` or `false` in lower case.
impl Sent for Option<bool> {
    fn add(&self, params: Params, name: &str) -> Params {
        params.with_some(name, *self)
    }
}

/// `name.0`, `name.1` and so on; the documents write `name.N`.
impl Sent for Vec<String> {
    fn add(&self, params: Params, name: &str) -> Params {
        params.with_list(name, self)
    }
}

/// Declares the request of an action: per parameter its documentation, name, type, and its name on the wire.
macro_rules! request {
    ($(
        $(#[$field_meta:meta])* $field:ident: $type:ty = $wire:literal,
    )*) => {
        /// What to ask for. A parameter that is empty or unset is not sent.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct Request {
            $( $(#[$field_meta])* pub $field: $type, )*
        }

        impl Request {
            /// The names of its parameters on the wire, in the order of the official page.
            pub const PARAMS: &'static [&'static str] = &[$($wire),*];

            /// The parameters to sign and send.
            #[must_use]
            pub fn params(&self) -> $crate::Params {
                let params = $crate::Params::new(ACTION);
                $( let params = $crate::request::Sent::add(&self.$field, params, $wire); )*
                params
            }
        }
    };
}
pub(crate) use request;
