//! Serves the page, relays signed requests, signs where it holds credentials.
