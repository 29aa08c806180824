//! The engine: columns, search, sort, window. Knows no API and no browser.
