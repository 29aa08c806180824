//! The laws of the link.

use catalog::Direction;
use proptest::prelude::*;
use view::{Input, Layout, Notice, Side, SortBy, ViewState, catalogs::CATALOGS, parse, print};

fn check(link: &str, canonical: &str, damaged: &[&'static str]) {
    let parsed = parse(link);
    assert_eq!(print(&parsed.view), canonical, "{link}");
    let skipped: Vec<_> = damaged.iter().copied().map(Notice::Skipped).collect();
    assert_eq!(parsed.notices, skipped, "{link}");
}

#[test]
fn links_read_and_print_canonically() {
    check("", "", &[]);
    check("?", "", &[]);
    check("?v=1", "", &[]);
    check("?q=ubuntu", "v=1&q=ubuntu", &[]);
    check("?sort=name&q=cuda+12%2B&v=1", "v=1&q=cuda+12%2B&sort=name", &[]);
    check("?region=hk,sg&zone=hk-02", "v=1&region=hk,sg&zone=hk-02", &[]);
    check("?region=cn-bj2,cn-sh2,hk", "", &[]);
    check("?region=", "v=1&region=", &[]);
    check("?region=sg,hk", "v=1&region=hk,sg", &[]);
    check("?region=hk,cn-sh2,cn-bj2", "", &[]);
    check("?region=hk,hk,,sg", "v=1&region=hk,sg", &[]);
    check("?c=uhost&type=Base&limit=100", "v=1&type=Base&limit=100", &[]);
    check("?limit=500", "", &["limit"]);
    check("?sort=created:desc,name:asc", "v=1&sort=created:desc,name", &[]);
    check("?item=hk/uimage-abc", "v=1&item=hk/uimage-abc", &[]);
    check("?q=镜像", "v=1&q=%E9%95%9C%E5%83%8F", &[]);
    check("?q=a&q=b", "v=1&q=b", &[]);
    check("?c=docker&bucket=ucs,ai&region=hk", "v=1&c=docker&region=hk&bucket=ucs,ai", &[]);
    check("?c=repo&region=hk&repo=library", "v=1&c=repo&repo=library", &[]);
    check("?c=community&view=cards", "v=1&c=community", &[]);
    check("?c=community&view=table&free=true", "v=1&c=community&free=true&view=table", &[]);
    check("?view=cards&project=*", "v=1&project=%2A&view=cards", &[]);
    check("?q=x&open=a/b.rows&c=community", "v=1&c=community&open=a/b.rows&q=x", &[]);
    check("?open=", "", &[]);
    check("?pin=2&cols=size,name&width=size:120", "v=1&cols=size,name&width=size:120&pin=2", &[]);
    check("?cols=name,state,type,os,size,created,eol,zone,region,id,features&pin=1", "", &[]);
    check("?cols=name,name,size,&width=size:88", "v=1&cols=name,size", &["cols"]);
    check("?cols=name,size&pin=4", "v=1&cols=name,size&pin=2", &[]);
    check("?pin=0&c=light&cols=", "v=1&c=light&pin=0", &[]);
}

#[test]
fn damaged_parts_are_skipped_and_named() {
    check("?v=9&q=x", "v=1&q=x", &["v"]);
    check("?c=nothing&q=x", "v=1&q=x", &["c"]);
    check("?region=<script>", "", &["region"]);
    check("?zone=A%20B", "", &["zone"]);
    check("?zone=sg-01,hk-02&region=hk", "v=1&region=hk&zone=hk-02", &["zone"]);
    check("?sort=name,colour,size:down", "v=1&sort=name", &["sort"]);
    check("?view=heap", "", &["view"]);
    check("?cols=colour", "", &["cols"]);
    check("?cols=colour,size", "v=1&cols=name,size", &["cols"]);
    check("?cols=name,colour,size", "v=1&cols=name,size", &["cols"]);
    check("?width=size:wide,os:9,name:300,colour:99", "v=1&width=name:300,os:56", &["width"]);
    check("?width=size", "", &["width"]);
    check("?pin=5", "", &["pin"]);
    check("?pin=-1", "", &["pin"]);
    check("?project=org-a,", "", &["project"]);
    check("?type=Frozen", "", &["type"]);
    check("?limit=0", "", &["limit"]);
    check("?limit=many", "", &["limit"]);
    check(&format!("?q={}", "x".repeat(5000)), "", &["q"]);
    check("?open=//evil.example/x", "", &["open"]);
    check("?open=%2f%2fevil.example/x&q=x", "v=1&q=x", &["open"]);
    check("?open=%252f%252fevil.example/x", "", &["open"]);
    check("?open=https://evil.example/x", "", &["open"]);
    check("?open=../x.rows", "", &["open"]);
    check("?open=%ff", "", &["open"]);
    check("?q=%ff%fe&%&&=&=x", "v=1&q=%EF%BF%BD%EF%BF%BD", &[]);
}

/// A view has no place for a credential: whatever a link brings under such a name is gone when it is printed again.
#[test]
fn nothing_secret_gets_in() {
    let names = [
        "PublicKey",
        "PrivateKey",
        "Signature",
        "SecurityToken",
        "token",
        "key",
        "secret",
        "password",
        "cookie",
    ];
    for name in names {
        check(&format!("?q=x&{name}=hunter2"), "v=1&q=x", &[]);
    }
}

fn view() -> impl Strategy<Value = ViewState> {
    let catalog = prop::sample::select(CATALOGS.to_vec());
    let regions = prop::collection::btree_set("[a-z]{2}(-[a-z0-9]{1,5}){0,2}", 0..4);
    let sort = prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 0..4);
    let values = prop::collection::vec(
        (any::<prop::sample::Index>(), "[A-Za-z0-9 镜&=+%#]{1,9}", 1u64..999),
        0..5,
    );
    let layout = prop::option::of(prop::sample::select(vec![Layout::Table, Layout::Cards]));
    let names = prop::collection::vec(any::<prop::sample::Index>(), 0..3);
    let item = prop::option::of(".{1,20}");
    let columns = prop::collection::vec((any::<prop::sample::Index>(), 0..4, 1..999u16), 0..9);
    let open = prop::option::of("[a-z镜~]{1,9}(/[a-z0-9][a-z.-]{0,9}){0,2}");
    let compared = prop::collection::vec("[a-z0-9/,%&+ 镜]{1,20}", 0..12);
    let rows = (item, compared, any::<bool>());
    let zones = prop::collection::vec(any::<prop::sample::Index>(), 0..4);
    (catalog, regions, zones, sort, values, ".{0,30}", rows, layout, (names, columns), open)
        .prop_map(
            |(
                catalog,
                regions,
                zones,
                sort,
                values,
                query,
                (item, compared, is_comparing),
                layout,
                (names, columns),
                open,
            )| {
                let mut view = ViewState::of(catalog);
                view.open = open;
                if !catalog.regions.is_empty() {
                    view.choose_regions(regions.into_iter().collect());
                }
                if catalog.zones {
                    let regions = zones.into_iter().filter_map(|it| view.regions.get(it.index(4)));
                    view.zones = regions.map(|it| format!("{it}-01")).collect();
                    view.zones.sort();
                    view.zones.dedup();
                }
                view.layout = layout.filter(|it| *it != catalog.layout);
                for level in names.iter().filter_map(|it| catalog.levels.get(it.index(4))) {
                    view.values.set(level.key, level.example);
                }
                view.query = query;
                view.item = item;
                compared.iter().for_each(|it| view.toggle_compared(it));
                view.show_comparison(is_comparing);
                for (index, descending) in sort {
                    let direction =
                        if descending { Direction::Descending } else { Direction::Ascending };
                    let column = index.get(catalog.columns);
                    if !view.sort.iter().any(|it| it.column == column) {
                        view.sort.push(SortBy { column, direction });
                    }
                }
                for (index, what, width) in columns {
                    let column = index.get(catalog.columns);
                    match what {
                        0 => view.toggle_column(column),
                        1 => view.toggle_pin(column),
                        2 => view.set_width(column, width),
                        _ => view.move_column(column, Side::Before, &catalog.columns[0]),
                    }
                }
                for (index, text, number) in values {
                    let param = index.get(catalog.params);
                    match param.input {
                        Input::Choice(words) => view.values.set(param.key, words[0].value),
                        Input::Text(_) => view.values.set(param.key, &text),
                        Input::Flag => view.values.set(param.key, "1"),
                        Input::PageSize { default, most } if number == default || number > most => {
                        }
                        Input::PageSize { .. } | Input::Start => {
                            view.values.set(param.key, &number.to_string());
                        }
                    }
                }
                view
            },
        )
}

proptest! {
    #[test]
    fn what_is_printed_reads_as_it_was(view in view()) {
        let parsed = parse(&print(&view));
        prop_assert_eq!(&parsed.notices, &[]);
        prop_assert_eq!(parsed.view, view);
    }

    #[test]
    fn reading_never_fails_and_printing_is_stable(link in "[?&=a-z%0-9+,:/]{0,60}|.{0,60}|((q|sort|region|zone|item|type|limit|v|c|open|cols|width|pin|compare|show)=.{0,9}&){0,5}") {
        let once = print(&parse(&link).view);
        prop_assert_eq!(print(&parse(&once).view), once);
    }
}
