//! The lines of a facet on the screen: each a link to the view with that value, and beside it a button that excludes the value.

use crate::ui::prelude::*;
use catalog::Choice;
use view::Text;

use super::{facet::Facet, line::Line};
use crate::{
    state::Counted,
    ui::{
        icon::{Icon, IconView},
        live::{attr, flag, memo, part, text},
    },
    words,
};

/// The line that asks for rows without a value.
pub(super) fn missing(facet: Facet) -> AnyView {
    let lines = memo(move || {
        let line = |it: &Counted| facet.with_view(|view| Line::missing(it, facet.column, view));
        facet.with_counted(line).flatten().into_iter().collect()
    });
    lines_view(facet, lines, RwSignal::default())
}

/// As many places as there are lines. A place shows whichever line is there now, so that the focus stays where it is. `touched` gets the
/// values that are chosen or excluded here.
pub(super) fn lines_view(
    facet: Facet,
    lines: Memo<Vec<Line>>,
    touched: RwSignal<Vec<String>>,
) -> AnyView {
    let count = memo(move || lines.with(Vec::len));
    let places = move || {
        let view = |place| At { facet, lines, place, touched }.view();
        (0..count.get()).map(view).collect_view().into_any()
    };
    view! { <ul class="facet__lines" role="list">{part(places)}</ul> }.into_any()
}

/// A place among the lines of a facet.
#[derive(Clone, Copy)]
struct At {
    facet: Facet,
    lines: Memo<Vec<Line>>,
    place: usize,
    touched: RwSignal<Vec<String>>,
}

impl At {
    fn view(self) -> AnyView {
        view! {
            <li
                class="facet__line"
                data-choice=attr(move || styled(self.choice()))
                data-none=flag(move || self.count() == Some(0))
            >
                {self.link()}
                <button
                    type="button"
                    class="facet__not"
                    aria-pressed=flag(move || self.choice() == Choice::Excluded)
                    aria-label=text(move || words::exclude(&self.name(), self.facet.lang.get()))
                    on:click=heard(move |_| self.exclude())
                >
                    <IconView icon=Icon::Exclude />
                </button>
            </li>
        }
        .into_any()
    }

    /// What it is, whether it is chosen, and how many rows have it.
    fn link(self) -> AnyView {
        let state = move || spoken(self.choice()).map_or("", |it| it.get(self.facet.lang.get()));
        let count = move || self.count().map(|it| view::grouped(it.into())).unwrap_or_default();
        view! {
            <a
                class="facet__value"
                href=text(move || self.href())
                title=attr(move || self.value())
                aria-current=attr(move || (self.choice() == Choice::Included).then(|| "true".to_owned()))
                data-facet=self.facet.column.key
                data-value=attr(move || self.value())
                on:click=heard(move |event: web_sys::MouseEvent| self.follow(&event))
            >
                <span class="facet__mark">{part(move || mark(self.choice()))}</span>
                <span class="facet__name">{text(move || self.name())}</span>
                " "
                <span class="visually-hidden">{text(move || state().to_owned())}</span>
                " "
                <span class="facet__count">{text(count)}</span>
            </a>
        }
        .into_any()
    }

    fn read<T>(self, read: impl FnOnce(&Line) -> T) -> Option<T> {
        self.lines.with(|it| it.get(self.place).map(read))
    }

    fn choice(self) -> Choice {
        self.read(|it| it.choice).unwrap_or(Choice::Neither)
    }

    fn count(self) -> Option<u32> {
        self.read(|it| it.count).flatten()
    }

    fn value(self) -> Option<String> {
        self.read(Line::value).flatten()
    }

    fn name(self) -> String {
        let Facet { column, lang, .. } = self.facet;
        self.read(|it| it.name(column, lang.get())).unwrap_or_default()
    }

    fn href(self) -> String {
        let Facet { column, .. } = self.facet;
        let href = |line: &Line| self.facet.href(&|view| line.toggle(view, column));
        self.read(href).unwrap_or_default()
    }

    fn follow(self, event: &web_sys::MouseEvent) {
        if let Some(line) = self.touched() {
            self.facet.follow(event, &|view| line.toggle(view, self.facet.column));
        }
    }

    fn exclude(self) {
        if let Some(line) = self.touched() {
            self.facet.choose(&|view| line.exclude(view, self.facet.column));
        }
    }

    /// The line, which is known from now on as one that was chosen here.
    fn touched(self) -> Option<Line> {
        let line = untrack(|| self.read(Line::clone))?;
        self.touched.update_untracked(|all| all.extend(line.value()));
        Some(line)
    }
}

fn mark(choice: Choice) -> AnyView {
    let icon = match choice {
        Choice::Neither => return ().into_any(),
        Choice::Included => Icon::Check,
        Choice::Excluded => Icon::Exclude,
    };
    view! { <IconView icon /> }.into_any()
}

/// The state of a line in words: a link has no state of its own for screen readers.
fn spoken(choice: Choice) -> Option<Text> {
    match choice {
        Choice::Neither => None,
        Choice::Included => Some(words::IS_CHOSEN),
        Choice::Excluded => Some(words::IS_EXCLUDED),
    }
}

fn styled(choice: Choice) -> Option<String> {
    let style = match choice {
        Choice::Neither => return None,
        Choice::Included => "included",
        Choice::Excluded => "excluded",
    };
    Some(style.to_owned())
}
