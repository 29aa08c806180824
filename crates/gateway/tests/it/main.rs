//! The gateway as its callers see it: called in memory, and once over a socket.

mod harness;

mod access;
mod answers;
mod api;
mod credentials;
mod log;
mod openapi;
mod origins;
mod page;
mod program;
mod served;
mod sign;
mod upstream;
