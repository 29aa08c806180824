//! Parts of a view that follow signals.
//!
//! A closure has a type of its own, and everything that renders it is compiled once a type: some two kilobytes each. Behind a
//! box they share one, and the page gets smaller by several per cent. So views take these, and bare closures only for events.

use crate::ui::prelude::*;

/// A value that is computed again whenever a signal that it reads changes.
pub(super) type Live<T> = Box<dyn Fn() -> T + Send + Sync>;

/// A value of any type.
pub(super) fn live<T>(read: impl Fn() -> T + Send + Sync + 'static) -> Live<T> {
    Box::new(read)
}

/// A text, or an attribute that is always there.
pub(super) fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Live<String> {
    Box::new(read)
}

/// An attribute that is there now and then.
pub(super) fn attr(
    read: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> Live<Option<String>> {
    Box::new(read)
}

/// An attribute that says `true` or `false`.
pub(super) fn flag(read: impl Fn() -> bool + Send + Sync + 'static) -> Live<String> {
    text(move || read().to_string())
}

/// A value that is computed once for all who read it, and only tells them when it is another one.
pub(super) fn memo<T: PartialEq + Send + Sync + 'static>(
    read: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    boxed_memo(Box::new(read))
}

fn boxed_memo<T: PartialEq + Send + Sync + 'static>(read: Live<T>) -> Memo<T> {
    Memo::new(move |_| read())
}

/// A part that is there only under a condition. It is made anew when the condition comes true, and not in between.
pub(super) fn when(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> AnyView + Send + Sync + 'static,
) -> Live<Option<AnyView>> {
    boxed_when(memo(condition), Box::new(view))
}

fn boxed_when(condition: Memo<bool>, view: Live<AnyView>) -> Live<Option<AnyView>> {
    Box::new(move || condition.get().then(&view))
}

/// A part that is made anew whenever a signal that it reads changes.
pub(super) fn part(view: impl Fn() -> AnyView + Send + Sync + 'static) -> Live<AnyView> {
    Box::new(view)
}
