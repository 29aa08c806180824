//! A simulated UCloud API to develop and test against.
