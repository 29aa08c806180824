//! Any text as a README: it becomes a tree, in time, without a panic, and no address in it but of `https:`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let read = view::markdown(text);
    read.nodes.iter().for_each(hold);
});

fn hold(node: &view::Node) {
    match node {
        view::Node::Link { address, nodes } => {
            assert!(view::host(address).is_some(), "{address}");
            nodes.iter().for_each(hold);
        }
        view::Node::Picture { address, .. } => {
            assert!(address.as_deref().is_none_or(|it| view::host(it).is_some()));
        }
        view::Node::Block(_, nodes) => nodes.iter().for_each(hold),
        _ => {}
    }
}
