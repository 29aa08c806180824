//! The nodes of a text that a stranger has written.

use crate::ui::prelude::*;
use view::{Block, Markdown, Node};

use super::{
    copy::CopyButton,
    icon::Icon,
    picture::{Out, Picture},
};
use crate::{state::t, words};

/// A text. It lies below a heading of the third level, and its own headings begin one further down.
#[component]
pub(super) fn MarkdownView(
    /// The text, read.
    markdown: Markdown,
) -> impl IntoView {
    let cut = markdown.is_cut.then(|| view! { <p class="hint">{t(words::README_CUT)}</p> });
    view! {
        <div class="prose">{all(markdown.nodes)}</div>
        {cut}
    }
}

fn all(nodes: Vec<Node>) -> AnyView {
    nodes.into_iter().map(one).collect_view().into_any()
}

fn one(node: Node) -> AnyView {
    match node {
        Node::Text(text) => text.into_any(),
        Node::Code(text) => view! { <code>{text}</code> }.into_any(),
        Node::Lines(text) => view! { <Lines text /> }.into_any(),
        Node::Break => view! { <br /> }.into_any(),
        Node::Rule => view! { <hr /> }.into_any(),
        Node::Task(done) => {
            view! { <input type="checkbox" disabled prop:checked=done /> }.into_any()
        }
        Node::Picture { address, alt } => view! { <Picture address alt /> }.into_any(),
        Node::Link { address, nodes } => view! { <Out address>{all(nodes)}</Out> }.into_any(),
        Node::Block(Block::Head, cells) => head(cells),
        Node::Block(block, nodes) => holding(block, all(nodes)),
    }
}

fn holding(block: Block, inner: AnyView) -> AnyView {
    match block {
        Block::Paragraph => view! { <p>{inner}</p> }.into_any(),
        Block::Heading(1) => view! { <h4>{inner}</h4> }.into_any(),
        Block::Heading(2) => view! { <h5>{inner}</h5> }.into_any(),
        Block::Heading(_) => view! { <h6>{inner}</h6> }.into_any(),
        Block::Quote => view! { <blockquote>{inner}</blockquote> }.into_any(),
        Block::List(None) => view! { <ul>{inner}</ul> }.into_any(),
        Block::List(Some(first)) => view! { <ol start=first.to_string()>{inner}</ol> }.into_any(),
        Block::Item => view! { <li>{inner}</li> }.into_any(),
        Block::Emphasis => view! { <em>{inner}</em> }.into_any(),
        Block::Strong => view! { <strong>{inner}</strong> }.into_any(),
        Block::Struck => view! { <s>{inner}</s> }.into_any(),
        Block::Table => table(inner),
        Block::Head | Block::Row => view! { <tr>{inner}</tr> }.into_any(),
        Block::Cell => view! { <td>{inner}</td> }.into_any(),
    }
}

fn head(cells: Vec<Node>) -> AnyView {
    let cell = |node| match node {
        Node::Block(Block::Cell, nodes) => view! { <th>{all(nodes)}</th> }.into_any(),
        other => one(other),
    };
    view! { <tr>{cells.into_iter().map(cell).collect_view()}</tr> }.into_any()
}

/// A wide table scrolls by itself, so it must be reachable by keyboard.
fn table(inner: AnyView) -> AnyView {
    view! { <div class="prose__wide" tabindex="0"><table><tbody>{inner}</tbody></table></div> }
        .into_any()
}

/// Lines of a program, to be copied.
#[component]
fn Lines(
    /// The lines.
    text: String,
) -> impl IntoView {
    let copied = text.clone();
    view! {
        <div class="prose__lines">
            <pre class="prose__wide" tabindex="0"><code>{text}</code></pre>
            <CopyButton label=words::COPY icon=Icon::Copy bare=true copies=Box::new(move || copied.clone()) />
        </div>
    }
}
