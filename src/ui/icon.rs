//! Icons, drawn as one stroke each in a box of 16. They say nothing by themselves: the word is always beside or in a label.

use crate::ui::prelude::*;

/// An icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// A magnifying glass.
    Search,
    /// A cross.
    Close,
    /// Two sheets.
    Copy,
    /// A chain.
    Link,
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    /// A chevron down.
    More,
    /// A globe.
    Globe,
    /// A folder.
    Folder,
    /// Sliders.
    Sliders,
    /// A key.
    Key,
    /// A sun and a moon.
    Theme,
    /// A triangle with a mark.
    Warning,
    /// An arrow turning back.
    Retry,
    /// Lines between lines.
    Table,
    /// Four tiles.
    Cards,
    /// A funnel.
    Funnel,
    /// A check mark.
    Check,
    /// A circle with a stroke through it.
    Exclude,
    /// A question mark in a ring.
    Question,
    /// Columns beside each other.
    Columns,
    /// An arrow up beside one down.
    Sort,
    /// Two rows of dots, to hold on to.
    Grip,
    /// Three dots, one above the other.
    Dots,
    /// A pin.
    Pin,
    /// An arrow to the left.
    Left,
    /// An arrow to the right.
    Right,
    /// Two arrows towards each other, between lines.
    Fit,
    /// Two arrows away from each other.
    Resize,
    /// An arrow back to where it came from.
    Undo,
    /// An arrow on to where it went.
    Redo,
}

impl Icon {
    /// Its stroke.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::Search => "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.5 10.5 14 14",
            Self::Close => "m4 4 8 8M12 4l-8 8",
            Self::Copy => "M6 5.5h7v8H6zM10.5 5.5v-3h-7v8H6",
            Self::Link => {
                "M7 9.5a3 3 0 0 0 4.2 0l2-2a3 3 0 0 0-4.2-4.2l-.8.8M9 6.500a3 3 0 0 0-4.2 0l-2 2A3 3 0 0 0 7 12.700l.8-.8"
            }
            Self::Up => "M8 13V3.500M4 7l4-4 4 4",
            Self::Down => "M8 3v9.500M4 9l4 4 4-4",
            Self::More => "m4 6 4 4 4-4",
            Self::Globe => {
                "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM2 8h12M8 2c2 1.800 2.500 4 2.500 6S10 12.200 8 14c-2-1.800-2.500-4-2.500-6S6 3.800 8 2Z"
            }
            Self::Folder => "M2 12.500v-9h4l1.500 2H14v7z",
            Self::Sliders => {
                "M2 5h6M12 5h2M8 5a2 2 0 1 0 4 0 2 2 0 0 0-4 0M2 11h2M8 11h6M4 11a2 2 0 1 0 4 0 2 2 0 0 0-4 0"
            }
            Self::Key => {
                "M5.500 7.500a2.500 2.500 0 1 0 .01 5 2.500 2.500 0 0 0-.01-5M7.300 8.200l6-5.700M11 4.700l1.800 1.900M9 6.600l1.300 1.400"
            }
            Self::Theme => "M8 2a6 6 0 1 0 0 12ZM8 2a6 6 0 0 1 0 12",
            Self::Warning => "M8 2.500 14.500 13.500h-13ZM8 6.500v3.500M8 11.700v.3",
            Self::Table => "M2.500 3h11v10h-11ZM2.500 6.300h11M2.500 9.700h11",
            Self::Cards => {
                "M2.500 2.500h4.500v4.500h-4.500ZM9 2.500h4.500v4.500H9ZM2.500 9h4.500v4.500h-4.500ZM9 9h4.500v4.500H9Z"
            }
            Self::Question => {
                "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM6.200 6.400a1.800 1.800 0 1 1 2.600 1.600c-.6.3-.8.7-.8 1.300M8 11v.3"
            }
            Self::Funnel => "M2 3h12L9.500 8.500V13l-3-1.500v-3z",
            Self::Check => "m3.500 8.500 3 3 6-7",
            Self::Exclude => {
                "M8 2.500a5.500 5.500 0 1 0 0 11a5.500 5.500 0 0 0 0-11M4.200 4.200l7.600 7.600"
            }
            Self::Undo => "M6 3 3 6l3 3M3.500 6H9.500a3.500 3.500 0 0 1 0 7H6",
            Self::Redo => "m10 3 3 3-3 3M12.500 6H6.500a3.500 3.500 0 0 0 0 7H10",
            Self::Columns => "M2.500 3h11v10h-11ZM6.200 3v10M9.800 3v10",
            Self::Sort => {
                "M5 13V3.500M2.500 6 5 3.500 7.500 6M11 3v9.500M8.500 10l2.500 2.500 2.500-2.500"
            }
            Self::Grip => "M6 4v.01M10 4v.01M6 8v.01M10 8v.01M6 12v.01M10 12v.01",
            Self::Dots => "M8 3.500v.01M8 8v.01M8 12.500v.01",
            Self::Pin => "M6 2.500h4M6.500 2.500v4L4.500 9h7l-2-2.500v-4M8 9v4.500",
            Self::Left => "M13 8H3.500M7 4 3 8l4 4",
            Self::Right => "M3 8h9.500M9 4l4 4-4 4",
            Self::Fit => "M2 3v10M14 3v10M4 8h8M6 6 4 8l2 2M10 6l2 2-2 2",
            Self::Resize => "M8 3v10M5.500 8h-4M3.500 6l-2 2 2 2M10.500 8h4M12.500 6l2 2-2 2",
            Self::Retry => "M13 8a5 5 0 1 1-1.500-3.500M13 2v3h-3",
        }
    }
}

/// Draws an icon, hidden from screen readers.
#[component]
pub(super) fn IconView(
    /// Which one.
    icon: Icon,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=icon.path() />
        </svg>
    }
}
