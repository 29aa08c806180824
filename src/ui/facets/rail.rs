//! The rail as it should look: beside the list, or as a sheet over it.

use view::{FacetKind, Lang, Text, ViewState};

use super::{
    act::{Act, fold_id},
    node::Sketch,
    spread::spread,
    values::values,
};
use crate::{
    state::{Facet, href},
    ui::icon::Icon,
    words,
};

/// All that the look of the rail depends on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) view: &'a ViewState,
    pub(super) facets: &'a [Facet],
    pub(super) lang: Lang,
    /// The time, in Unix seconds.
    pub(super) now: i64,
    pub(super) standing: Standing,
}

/// A facet at its place among them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) facet: &'a Facet,
    pub(super) place: usize,
}

/// How far the facets are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Too few rows have come to show what there is to filter.
    Waiting,
    /// There are none.
    Empty,
    /// They are counted.
    Counted,
}

impl Scene<'_> {
    /// The rail beside the list. Whoever comes by keyboard need not go through all the values to get to the list.
    pub(super) fn beside(&self, sketch: &mut Sketch) {
        sketch.button("button facets__skip", Act::Skip);
        sketch.set("id", "skip-facets");
        sketch.text(self.say(words::SKIP_FACETS));
        sketch.close();
        sketch.open("header", "facets__head");
        self.head(sketch);
        sketch.close();
        self.sections(sketch);
    }

    /// The rail over the list, which has so many rows.
    pub(super) fn over(&self, sketch: &mut Sketch, rows: usize) {
        sketch.open("header", "facets__head");
        self.head(sketch);
        sketch.button("button button--bare", Act::Close);
        sketch.set("aria-label", self.say(words::CLOSE));
        sketch.icon(Icon::Close);
        sketch.close();
        sketch.close();
        sketch.open("div", "sheet__body");
        self.sections(sketch);
        sketch.close();
        sketch.open("footer", "sheet__foot");
        sketch.button("button button--primary sheet__show", Act::Close);
        sketch.text(&words::show_rows(self.view.catalog, rows, self.lang));
        sketch.close();
        sketch.close();
    }

    #[inline(never)]
    fn head(&self, sketch: &mut Sketch) {
        sketch.open("h2", "facets__title");
        sketch.set("id", "facets-title");
        sketch.text(self.say(words::FACETS));
        sketch.close();
        if self.facets.iter().any(|it| self.view.asks_about(it.column)) {
            sketch.button("button button--quiet facets__clear", Act::ClearAll);
            sketch.text(self.say(words::CLEAR_FACETS));
            sketch.close();
        }
    }

    /// Until there are sections, something holds their place: sections that grow would push each other about.
    #[inline(never)]
    fn sections(&self, sketch: &mut Sketch) {
        match self.standing {
            Standing::Waiting => {
                sketch.open("div", "facets__blank");
                sketch.set("aria-hidden", "true");
                sketch.close();
            }
            Standing::Empty => {
                sketch.words("p", "hint facets__none", self.say(words::NO_FACETS));
            }
            Standing::Counted => {
                for (place, facet) in self.facets.iter().enumerate() {
                    Placed { scene: *self, facet, place }.section(sketch);
                }
            }
        }
    }

    pub(super) fn say(&self, text: Text) -> &'static str {
        text.get(self.lang)
    }
}

impl Placed<'_> {
    /// A heading that folds the facet, and what there is to choose. One that no row has a value for is not offered.
    fn section(&self, sketch: &mut Sketch) {
        let is_asked = self.scene.view.asks_about(self.facet.column);
        if !self.facet.has_values && !is_asked {
            return;
        }
        let id = ["facet-", self.facet.column.key].concat();
        // No section: with a name that would be a landmark, of which a rail has a dozen.
        sketch.open("div", "facet");
        sketch.key(self.facet.column.key);
        sketch.set("role", "group");
        sketch.set("aria-labelledby", &id);
        sketch.open("div", "facet__head");
        self.heading(sketch, &id);
        if is_asked {
            sketch.button("button button--quiet facet__clear", Act::Clear(self.place));
            sketch.set("aria-label", &words::clear(self.label(), self.scene.lang));
            sketch.text(self.scene.say(words::CLEAR));
            sketch.close();
        }
        sketch.close();
        match self.facet.column.facet() {
            _ if !self.facet.is_open => {}
            FacetKind::Values => values(self, sketch),
            FacetKind::Histogram => spread(self, sketch),
        }
        sketch.close();
    }

    fn heading(&self, sketch: &mut Sketch, id: &str) {
        sketch.open("h3", "facet__title");
        sketch.button("facet__fold", Act::Fold(self.place));
        sketch.set("id", &fold_id(self.facet));
        sketch.flag("aria-expanded", self.facet.is_open);
        sketch.icon(Icon::More);
        sketch.open("span", "");
        sketch.set("id", id);
        sketch.text(self.label());
        sketch.close();
        sketch.close();
        sketch.close();
    }

    /// What the facet is called.
    pub(super) fn label(&self) -> &'static str {
        self.scene.say(self.facet.column.label)
    }

    /// A link to the view that an act leads to. It remains open.
    #[inline(never)]
    pub(super) fn link(&self, sketch: &mut Sketch, class: &'static str, act: Act) {
        let mut view = self.scene.view.clone();
        act.change(&mut view, self.scene.facets);
        sketch.open("a", class);
        sketch.set("href", &href(&view));
        sketch.set("data-facet", self.facet.column.key);
        sketch.act(act);
    }
}
