//! What components are written with: Leptos' own prelude, but for the attributes that every element can have.
//!
//! Leptos has a type for each name of an attribute, and what renders an attribute is compiled once a type: forty of them weigh several
//! kilobytes. Here `role`, `aria-label` and the like are attributes by name, as `data-…` is in Leptos, and share one type for each kind
//! of value. What is lost is a check of the name by the compiler; [`Named`] lists the names there are.

pub(super) use leptos::{
    IntoView,
    callback::{Callable, Callback},
    children::Children,
    component,
    leptos_dom::helpers::*,
    prelude::CollectView,
    reactive::{computed::*, graph::untrack, owner::*, prelude::*, signal::*},
    tachys::{
        html::{
            attribute::{
                AttributeValue,
                custom::{CustomAttr, CustomAttribute, custom_attribute},
                global::{ClassAttribute, OnAttribute, PropAttribute, StyleAttribute},
            },
            element::ElementChild,
            node_ref::NodeRefAttribute,
        },
        reactive_graph::node_ref::*,
        view::{
            add_attr::AddAnyAttr,
            any_view::{AnyView, IntoAny},
        },
    },
    view,
};

/// The id of the list, be it a table or cards.
pub(super) const LIST: &str = "grid";

/// What is done at an event.
///
/// Each closure has a type of its own, and what attaches it is compiled once a type; in a box, all for one kind of event share theirs.
pub(super) fn heard<E: 'static>(act: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(act)
}

macro_rules! named {
    ($($method:ident = $name:literal,)*) => {
        /// Attributes that every element can have.
        pub(super) trait Named: Sized + AddAnyAttr {
            $(
                #[doc = concat!("Sets `", $name, "`.")]
                fn $method<V: AttributeValue>(
                    self,
                    value: V,
                ) -> <Self as AddAnyAttr>::Output<CustomAttr<&'static str, V>> {
                    self.add_any_attr(custom_attribute($name, value))
                }
            )*
        }
    };
}

named! {
    aria_activedescendant = "aria-activedescendant",
    aria_autocomplete = "aria-autocomplete",
    aria_colcount = "aria-colcount",
    aria_colindex = "aria-colindex",
    aria_controls = "aria-controls",
    aria_current = "aria-current",
    aria_describedby = "aria-describedby",
    aria_disabled = "aria-disabled",
    aria_expanded = "aria-expanded",
    aria_haspopup = "aria-haspopup",
    aria_hidden = "aria-hidden",
    aria_invalid = "aria-invalid",
    aria_label = "aria-label",
    aria_labelledby = "aria-labelledby",
    aria_live = "aria-live",
    aria_multiselectable = "aria-multiselectable",
    aria_orientation = "aria-orientation",
    aria_pressed = "aria-pressed",
    aria_rowcount = "aria-rowcount",
    aria_rowindex = "aria-rowindex",
    aria_selected = "aria-selected",
    aria_sort = "aria-sort",
    aria_valuemax = "aria-valuemax",
    aria_valuemin = "aria-valuemin",
    aria_valuenow = "aria-valuenow",
    autocapitalize = "autocapitalize",
    autofocus = "autofocus",
    draggable = "draggable",
    hidden = "hidden",
    id = "id",
    inputmode = "inputmode",
    lang = "lang",
    role = "role",
    spellcheck = "spellcheck",
    tabindex = "tabindex",
    title = "title",
}

impl<T: Sized + AddAnyAttr> Named for T {}
