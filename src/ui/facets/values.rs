//! A facet of values: the commonest first, more of them on request, and an input that finds the others.

use catalog::Choice;

use super::{act::Act, line::Line, node::Sketch, rail::Placed};
use crate::{state::Counted, ui::icon::Icon, words};

/// From so many distinct values on they are looked for rather than looked through.
const MANY: usize = 12;

/// What there is to choose.
pub(super) fn values(at: &Placed<'_>, sketch: &mut Sketch) {
    let Some(Counted::Values { facet: counted, listed }) = &at.facet.counted else { return };
    let is_searched = !at.facet.look.matching.is_empty();
    if counted.distinct >= MANY || is_searched {
        find(at, sketch);
    }
    lines(at, sketch, &Line::values(at.facet, at.scene.view));
    if *listed == 0 && is_searched {
        sketch.words("p", "hint facet__hint", at.scene.say(words::NO_SUCH_VALUE));
    }
    acts(at, sketch, counted.distinct, *listed);
    missing(at, sketch);
}

/// Narrows the values to those that a text is a part of.
fn find(at: &Placed<'_>, sketch: &mut Sketch) {
    let name = words::find_in(at.label(), at.scene.lang);
    sketch.input("input facet__find", Act::Find(at.place), &name, &at.facet.look.matching);
    sketch.set("placeholder", &name);
    sketch.close();
}

/// The line that asks for rows without a value.
#[inline(never)]
pub(super) fn missing(at: &Placed<'_>, sketch: &mut Sketch) {
    if let Some(line) = Line::missing(at.facet, at.scene.view) {
        lines(at, sketch, &[line]);
    }
}

#[inline(never)]
fn lines(at: &Placed<'_>, sketch: &mut Sketch, lines: &[Line]) {
    sketch.open("ul", "facet__lines");
    sketch.set("role", "list");
    for line in lines {
        sketch.open("li", "facet__line");
        if let Some(style) = styled(line.choice) {
            sketch.set("data-choice", style);
        }
        sketch.flag("data-none", line.count == Some(0));
        let name = line.what.name(at.facet.column, at.scene.lang);
        link(at, sketch, line, &name);
        exclude(at, sketch, line, &name);
        sketch.close();
    }
    sketch.close();
}

/// What it is, whether it is chosen, and how many rows have it. A link has no state of its own for screen readers, so it is among its words.
fn link(at: &Placed<'_>, sketch: &mut Sketch, line: &Line, name: &str) {
    at.link(sketch, "facet__value", Act::Choose(at.place, line.what.clone()));
    match line.what.value() {
        Some(value) if value != name => sketch.set("title", &[name, " · ", value].concat()),
        _ => sketch.set("title", name),
    }
    if let Some(value) = line.what.value() {
        sketch.set("data-value", value);
    }
    let (icon, state) = match line.choice {
        Choice::Neither => (None, ""),
        Choice::Included => (Some(Icon::Check), at.scene.say(words::IS_CHOSEN)),
        Choice::Excluded => (Some(Icon::Exclude), at.scene.say(words::IS_EXCLUDED)),
    };
    if line.choice == Choice::Included {
        sketch.set("aria-current", "true");
    }
    sketch.open("span", "facet__mark");
    if let Some(icon) = icon {
        sketch.icon(icon);
    }
    sketch.close();
    sketch.words("span", "facet__name", name);
    sketch.words("span", "visually-hidden", &[" ", state, " "].concat());
    let count = line.count.map(|it| view::grouped(it.into())).unwrap_or_default();
    sketch.words("span", "facet__count", &count);
    sketch.close();
}

/// The button that excludes the value.
fn exclude(at: &Placed<'_>, sketch: &mut Sketch, line: &Line, name: &str) {
    sketch.button("facet__not", Act::Exclude(at.place, line.what.clone()));
    sketch.flag("aria-pressed", line.choice == Choice::Excluded);
    sketch.set("aria-label", &words::exclude(name, at.scene.lang));
    sketch.icon(Icon::Exclude);
    sketch.close();
}

fn styled(choice: Choice) -> Option<&'static str> {
    match choice {
        Choice::Neither => None,
        Choice::Included => Some("included"),
        Choice::Excluded => Some("excluded"),
    }
}

/// The buttons that list more values and fewer.
fn acts(at: &Placed<'_>, sketch: &mut Sketch, distinct: usize, listed: usize) {
    let (look, lang) = (&at.facet.look, at.scene.lang);
    let rest = match look.matching.is_empty() {
        true => distinct.checked_sub(listed).filter(|it| *it > 0).map(Some),
        // How many there are besides those that match was not counted.
        false => (listed == look.limit()).then_some(None),
    };
    sketch.open("div", "facet__acts");
    if let Some(rest) = rest {
        sketch.button("button button--quiet facet__more", Act::More(at.place));
        sketch.text(&words::more_values(rest, lang));
        sketch.close();
    }
    if look.more > 0 {
        sketch.button("button button--quiet facet__more", Act::Fewer(at.place));
        sketch.text(words::LESS.get(lang));
        sketch.close();
    }
    sketch.close();
}
