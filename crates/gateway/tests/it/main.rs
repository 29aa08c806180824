//! The gateway as its callers see it: called in memory, and once over a socket.

mod harness;

mod answers;
mod api;
mod log;
mod page;
mod program;
mod served;
mod sign;
mod upstream;
