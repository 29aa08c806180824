//! The client against what the documents promise and the service sends.
//!
//! `uhost`, `community`, `docker` and `uhub` hold what is peculiar to each action, one test for each peculiarity; `surprises`
//! what concerns them all; `decoders` throws at each what no service should send. What a test here
//! reads, a test of the simulator sees played: surprises under the same numbers, peculiarities beside each handler.

mod community;
mod compshare;
mod decoders;
mod docker;
mod helpers;
mod official;
mod signature_vectors;
mod surprises;
mod tables;
mod uhost;
mod uhub;
