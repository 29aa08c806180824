//! The client against what the documents promise and the service sends.
//!
//! `uhost`, `community`, `docker` and `uhub` hold what is peculiar to each action, one test for each peculiarity; `surprises`
//! what concerns them all; `decoders` throws at each what no service should send. The simulator has tests of the same names: the one side plays what the other side reads.

mod community;
mod decoders;
mod docker;
mod helpers;
mod official;
mod signature_vectors;
mod surprises;
mod uhost;
mod uhub;
