//! Every state that the page can be seen in, and how to get there: one table for what looks at all of them, as the check for
//! accessibility and the pictures do.

use serde_json::json;

use crate::{page::Page, seen::Seen, site::Site};

/// Something to look at.
pub(crate) struct State {
    /// What pictures of it are called.
    pub(crate) name: &'static str,
    behind: Behind,
    pub(crate) on: On,
    /// What the service does wrong, in the words of the simulator's `--fault`.
    trouble: &'static [&'static str],
    link: &'static str,
    acts: &'static [Act],
    /// What is seen once the page is there.
    is_there: fn(&Seen) -> bool,
}

/// What stands behind the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Behind {
    /// Sample data as a first visit has it.
    Sample,
    /// Sample data with so many rows in each region.
    Rows(u64),
    /// A service that wants to know who asks.
    Stranger,
}

impl Behind {
    /// Each once. The last takes long to load and looks like the first, so only pictures are taken of it.
    pub(crate) const FEW: &[Self] = &[Self::Sample, Self::Rows(0), Self::Rows(1), Self::Stranger];
    pub(crate) const MANY: Self = Self::Rows(100_000);

    pub(crate) async fn open(self) -> Site {
        match self {
            Self::Sample => Site::sample().await,
            Self::Rows(rows) => Site::sample_of(rows).await,
            Self::Stranger => Site::relaying(40).await,
        }
    }
}

/// Where there is such a state at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum On {
    Every,
    Wide,
    Narrow,
}

/// What is done once the rows are there, in English.
enum Act {
    /// Presses what the selector finds.
    Click(&'static str),
    /// Types a text into what the selector finds.
    Type(&'static str, &'static str),
    /// Scrolls to what the selector finds.
    Show(&'static str),
}

use Act::{Click, Show, Type};

/// All states of a site.
pub(crate) fn behind(site: Behind) -> impl Iterator<Item = &'static State> {
    STATES.iter().filter(move |it| it.behind == site)
}

impl State {
    /// Goes there in that tab, from whatever it shows now.
    pub(crate) async fn arrive(&self, page: &Page, site: &Site) {
        site.trouble(self.trouble);
        page.run::<()>("localStorage.clear()", vec![]).await;
        page.goto(&format!("{}{}", site.address, self.link)).await;
        if let [first, ..] = self.acts {
            first.waits(page).await;
        }
        for act in self.acts {
            act.perform(page).await;
        }
        page.rest().await;
        page.shows(self.name, self.is_there).await;
    }
}

impl Act {
    /// Rows that are still coming move what is to be pressed.
    async fn waits(&self, page: &Page) {
        page.shows("the end of the load", |it| it.settled || it.placeholder.is_some()).await;
    }

    async fn perform(&self, page: &Page) {
        match self {
            Click(selector) => page.find(selector).await.click().await.unwrap(),
            Type(selector, text) => page.type_into(selector, text).await,
            Show(selector) => {
                page.has(selector).await;
                let scroll = "document.querySelector(arguments[0]).scrollIntoView()";
                page.run::<()>(scroll, vec![json!(selector)]).await;
            }
        }
    }
}

/// Without acts or trouble, a view of the sample.
const PLAIN: State = State {
    name: "",
    behind: Behind::Sample,
    on: On::Every,
    trouble: &[],
    link: "",
    acts: &[],
    is_there: has_rows,
};

const fn view(name: &'static str, link: &'static str) -> State {
    State { name, link, ..PLAIN }
}

const FIRST_ROW: &str = "[role=grid] [data-row-id] a";
/// The box with which a row in its detail is chosen to be compared.
pub(crate) const COMPARE_ROW: &str = "[data-testid=compare-row]";
const SECOND_ROW: &str = "[role=grid] [data-row-id] ~ [data-row-id] a";
const COMPARE: &str = "[data-testid=compare-all]";
const CLOSE_DETAIL: &str = "#close-detail";
const FILTERS: &str = ".toolbar > [aria-expanded]";
const ORDER: &str = ".toolbar > [aria-haspopup]";
const COLUMNS: &str = ".toolbar > [aria-haspopup] + [aria-haspopup]";
const README: &str = "[data-testid=readme]";
const CONNECT: &str = "[data-testid=placeholder] button";
const KEY: &str = "0123456789abcdef0123456789abcdef01234567";

#[rustfmt::skip]
const STATES: &[State] = &[
    view("first", ""),
    view("uhost-cards", "?v=1&view=cards"),
    view("community", "?v=1&c=community"),
    view("community-table", "?v=1&c=community&view=table"),
    view("docker", "?v=1&c=docker"),
    view("docker-cards", "?v=1&c=docker&view=cards"),
    view("buckets", "?v=1&c=buckets"),
    view("buckets-cards", "?v=1&c=buckets&view=cards"),
    view("repo", "?v=1&c=repo"),
    view("repo-cards", "?v=1&c=repo&view=cards"),
    view("light", "?v=1&c=light"),
    view("light-cards", "?v=1&c=light&view=cards"),

    view("found", "?v=1&q=ubuntu+type:Base,Business+-state:Making&sort=size:desc,name"),
    State { is_there: no_match, ..view("no-match", "?v=1&q=ubunto+type:Custom") },
    State { is_there: |it| it.mistake.is_some() && has_rows(it), ..view("mistake", "?v=1&q=ubuntu+sise:>20") },
    State { is_there: |it| it.notice.is_some() && has_rows(it), ..view("damaged-link", "?v=1&sort=nonsense&view=piles") },
    State { is_there: has_placeholder, ..view("no-region", "?v=1&region=") },
    State { acts: &[Click(ORDER)], is_there: |it| it.dialog, ..view("order", "?v=1&sort=type,size:desc") },
    State { acts: &[Click(COLUMNS)], is_there: |it| it.dialog, ..view("columns", "?v=1&cols=name,size,state,vendor,created&pin=2") },
    State { acts: &[Click("#more-state")], is_there: |it| it.dialog, ..view("column-menu", "?v=1&width=state:180") },
    State { acts: &[Click(FIRST_ROW)], is_there: Seen::has_whole_detail, ..view("detail", "?v=1&q=ubuntu") },
    State { acts: &[Click(FIRST_ROW)], is_there: Seen::has_whole_detail, ..view("detail-versions", "?v=1&c=community") },
    State { acts: &[Click(FIRST_ROW), Show(README)], is_there: Seen::has_whole_detail, ..view("detail-readme", "?v=1&c=community") },
    State { acts: &[Click(FIRST_ROW)], is_there: Seen::has_whole_detail, ..view("detail-tags", "?v=1&c=repo") },

    State { acts: &[Click(FIRST_ROW), Click(COMPARE_ROW), Click(CLOSE_DETAIL)], is_there: |it| it.chosen.len() == 1, ..view("chosen", "?v=1&q=ubuntu") },
    State { acts: &[Click(FIRST_ROW), Click(COMPARE_ROW), Click(CLOSE_DETAIL)], is_there: |it| it.chosen.len() == 1, ..view("chosen-card", "?v=1&c=community") },
    State {
        acts: &[Click(FIRST_ROW), Click(COMPARE_ROW), Click(CLOSE_DETAIL), Click(SECOND_ROW), Click(COMPARE_ROW), Click(COMPARE)],
        is_there: |it| it.comparison.as_ref().is_some_and(|it| it.names.len() == 2),
        ..view("compare", "")
    },
    State { is_there: |it| it.settled && it.comparison.as_ref().is_some_and(|it| it.absent.len() == 2), ..view("compare-absent", "?v=1&compare=hk/gone&compare=hk/away&show=compare") },

    State { on: On::Wide, acts: &[Click(FILTERS)], is_there: |it| has_rows(it) && it.values.is_empty(), ..view("facets-hidden", "") },
    State { on: On::Wide, is_there: has_values, ..view("facets-spread", "?v=1&c=buckets&q=images:10..20") },
    State { on: On::Narrow, acts: &[Click(FILTERS)], is_there: has_values, ..view("facets-sheet", "?v=1&q=type:Base") },
    State { acts: &[Click("#regions > summary")], ..view("regions", "") },
    State { acts: &[Click("#parameters > summary")], ..view("parameters", "") },
    State { acts: &[Click("#bucket > summary")], ..view("buckets-chooser", "?v=1&c=docker") },
    State { acts: &[Click("#examples > summary")], ..view("examples", "") },

    State { trouble: &["action=DescribeImage,latency=600s"], is_there: is_loading, ..view("loading", "") },
    State { trouble: &["action=DescribeCommunityImages,latency=600s"], is_there: is_loading, ..view("loading-cards", "?v=1&c=community") },
    State { trouble: &["action=DescribeImage,region=hk,latency=600s"], is_there: |it| !it.settled && it.rows.len() > 5, ..view("partial", "") },
    State { trouble: &["action=DescribeImage,region=hk,code=299"], is_there: |it| has_rows(it) && !it.failures.is_empty(), ..view("failed-list", "") },
    State { trouble: &["action=DescribeImage,code=299"], is_there: has_placeholder, ..view("all-failed", "") },

    State { behind: Behind::Rows(0), is_there: has_placeholder, ..view("empty", "") },
    State { behind: Behind::Rows(1), ..view("one-row", "?v=1&region=hk") },
    State { behind: Behind::Rows(1), ..view("one-card", "?v=1&region=hk&view=cards") },
    State { behind: Behind::MANY, is_there: |it| it.settled && it.count == Some(100_000), ..view("many", "?v=1&region=hk&limit=1000") },

    State { behind: Behind::Stranger, is_there: has_placeholder, ..view("stranger", "?v=1&q=ubuntu") },
    State { behind: Behind::Stranger, acts: &[Click(CONNECT)], is_there: |it| it.dialog, ..view("connect", "") },
    State {
        behind: Behind::Stranger,
        acts: &[Click(CONNECT), Type("[name=public-key]", "nobody"), Type("[name=private-key]", KEY), Click("#connect .button--primary")],
        is_there: |it| it.outcome.as_ref().is_some_and(|it| it.contains("172")),
        ..view("connect-refused", "")
    },
];

fn has_rows(seen: &Seen) -> bool {
    seen.settled && !seen.rows.is_empty()
}

fn has_values(seen: &Seen) -> bool {
    has_rows(seen) && !seen.values.is_empty()
}

fn has_placeholder(seen: &Seen) -> bool {
    seen.placeholder.is_some()
        && (seen.settled || seen.connection.as_deref() == Some("Not connected"))
}

fn no_match(seen: &Seen) -> bool {
    has_placeholder(seen) && !seen.ways.is_empty()
}

fn is_loading(seen: &Seen) -> bool {
    !seen.settled && seen.layout.is_some() && seen.rows.is_empty()
}
