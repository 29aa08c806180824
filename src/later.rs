//! The boundary between the page's main file and the file that is loaded later.
//!
//! What a function behind it leads to, and nothing else does, is left out of the main file: code, texts, tables. `cargo xtask dist` takes
//! the linked module apart there (feature `split`); any other build has one file, and then a call simply runs.

/// A function in the later file. A call fetches the file first, unless it is there.
///
/// The function takes and gives owned values of named types, since that is all that can cross. Leptos' own `lazy` is the same but panics where
/// the file cannot be loaded.
macro_rules! later {
    (fn $name:ident($($arg:ident: $kind:ty),*) -> $result:ty $body:block) => {
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split(
            later,
            fallible,
            wasm_split_path = leptos::wasm_split
        )]
        fn $name($($arg: $kind),*) -> Result<$result, leptos::wasm_split::SplitLoaderError> {
            Ok($body)
        }

        #[cfg(not(feature = "split"))]
        async fn $name($($arg: $kind),*) -> Result<$result, leptos::wasm_split::SplitLoaderError> {
            Ok($body)
        }
    };
}
pub(crate) use later;
