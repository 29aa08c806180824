//! What is looked at: catalogs as data, the view state and its link, formats.
