//! The UCloud API, typed and sans-IO.
