//! The query language in the search box: what it finds, what it says of mistakes, and what it offers where nothing is found.

use serde_json::{Value, json};

use crate::{acts::keys, page::Page, site::Site};

/// Rows of the simulator as the API returns them.
type Row = Value;

#[tokio::test]
async fn every_kind_of_term_finds_what_the_service_holds() {
    let site = Site::sample().await;
    let page = site.visit("?region=hk&limit=1000").await;
    let whole = page.loaded().await;
    let rows = rows(&page).await;
    assert_eq!(whole.count, Some(rows.len()), "{whole:#?}");
    for (query, holds) in TERMS {
        let expected = rows.iter().filter(|it| holds(it)).count();
        assert!(0 < expected && expected < rows.len(), "{query} should tell rows apart");
        let found = page.search_for(query).await;
        assert_eq!((found.count, &found.mistake), (Some(expected), &None), "{query}");
    }
    page.has_a_quiet_console().await;
}

/// Terms, and which rows they mean.
const TERMS: &[(&str, fn(&Row) -> bool)] = &[
    ("name:ubuntu", |it| name(it).contains("ubuntu")),
    ("name:ubuntu name:24", |it| name(it).contains("ubuntu") && name(it).contains("24")),
    ("-family:windows", |it| it["OsType"] != "Windows"),
    ("type:base,custom", |it| it["ImageType"] == "Base" || it["ImageType"] == "Custom"),
    ("类型:Base", |it| it["ImageType"] == "Base"),
    ("name:cuda OR name:ollama", |it| name(it).contains("cuda") || name(it).contains("ollama")),
    ("NOT (name:cuda OR name:ollama) type:business", |it| {
        let is_either = name(it).contains("cuda") || name(it).contains("ollama");
        !is_either && it["ImageType"] == "Business"
    }),
    ("size:>=100GB", |it| size(it) >= 100.0),
    ("size:<0.05T", |it| size(it) < 51.2),
    ("size:40..100", |it| (40.0..=100.0).contains(&size(it))),
    ("created:>2024", |it| created(it) >= Y2025),
    ("created:2024", |it| (Y2024..Y2025).contains(&created(it))),
    ("eol:<2025", |it| (1..2025).contains(&end_of_life(it))),
    ("has:gpus", |it| has_gpus(it)),
    ("missing:gpus", |it| !has_gpus(it)),
    ("is:own", |it| it["ImageType"] == "Custom"),
    ("name:=\"Ollama + Open WebUI\"", |it| it["ImageName"] == "Ollama + Open WebUI"),
    ("name:shequban", |it| name(it).contains("社区版")),
    ("name:sqb", |it| name(it).contains("社区版")),
    // Without the negation there would be more of them, and without the name too.
    ("name：ubuntu　－name：22", |it| name(it).contains("ubuntu") && !name(it).contains("22")),
    ("－family：windows", |it| it["OsType"] != "Windows"),
];

const Y2024: i64 = 1_704_067_200;
const Y2025: i64 = 1_735_689_600;

fn name(row: &Row) -> String {
    row["ImageName"].as_str().unwrap().to_lowercase()
}

fn size(row: &Row) -> f64 {
    row["ImageSize"].as_f64().unwrap()
}

fn created(row: &Row) -> i64 {
    row["CreateTime"].as_i64().unwrap()
}

/// The year of a date as `2024/06/30`; 0 if there is none.
fn end_of_life(row: &Row) -> u32 {
    let year = row["MaintainEol"].as_str().and_then(|it| it.split('/').next()?.parse().ok());
    year.unwrap_or_default()
}

fn has_gpus(row: &Row) -> bool {
    row["SupportedGPUTypes"].as_array().is_some_and(|it| !it.is_empty())
}

async fn rows(page: &Page) -> Vec<Row> {
    let ask = "const [done] = arguments;
        const asked = { Action: 'DescribeImage', Region: 'hk', Limit: 1000 };
        const answer = fetch('api', { method: 'POST', body: new URLSearchParams(asked) });
        answer.then((it) => it.json()).then((it) => done(it.ImageSet));";
    let rows = page.client().execute_async(ask, vec![]).await.unwrap();
    serde_json::from_value(rows).unwrap()
}

#[tokio::test]
async fn a_mistake_is_underlined_and_explained_until_it_is_mended() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    let found = page.search_for("ubuntu").await;
    page.type_into("#search", " size:>big -windows").await;
    let what = "what is wrong, and the rows of what is right";
    let seen = page.shows(what, |it| it.wrong == ["big"] && it.mistake.is_some()).await;
    assert!(seen.mistake.as_ref().unwrap().contains("Size takes a number"), "{seen:#?}");
    assert!(seen.count > Some(0) && seen.count <= found.count, "{seen:#?}");
    assert!(lies_below_its_letters(&page).await, "{seen:#?}");

    let mended = page.search_for("ubuntu size:>20 -windows").await;
    assert_eq!((mended.mistake, mended.wrong.len()), (None, 0));
    assert!(mended.count > Some(0) && mended.count < found.count);
    page.has_a_quiet_console().await;
}

/// Whether the line is where the input shows the word, also once the input has scrolled.
async fn lies_below_its_letters(page: &Page) -> bool {
    let look = "const input = document.querySelector('#search');
        const style = getComputedStyle(input);
        const pen = document.createElement('canvas').getContext('2d');
        pen.font = `${style.fontSize} ${style.fontFamily}`;
        const before = pen.measureText(input.value.slice(0, input.value.indexOf('big'))).width;
        const start = input.getBoundingClientRect().left + parseFloat(style.paddingLeft) + 1;
        const line = document.querySelector('.search__wrong').getBoundingClientRect();
        return Math.abs(line.left - (start + before - input.scrollLeft)) < 2;";
    page.run(look, vec![]).await
}

#[tokio::test]
async fn the_line_follows_a_text_longer_than_its_box() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    let filler = "-windows ".repeat(12);
    page.search_for(&format!("{filler}size:>big {}", filler.trim_end())).await;
    page.shows("a mistake", |it| it.wrong == ["big"]).await;
    let scrolled = "return document.querySelector('#search').scrollLeft > 100";
    assert!(page.run::<bool>(scrolled, vec![]).await, "the text should not fit into the box");
    assert!(lies_below_its_letters(&page).await);
    page.type_into("#search", keys::HOME).await;
    page.shows("the mistake again", |it| it.wrong == ["big"]).await;
    assert!(lies_below_its_letters(&page).await);
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn half_written_terms_are_no_mistakes_yet() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    let written = "size:>big";
    let text = format!("{written} cuda OR (family:linux");
    let said = letter_by_letter(&page, &text).await;
    for (wrong, end) in said.iter().zip(1..) {
        let expected = if end > written.len() { written.trim_start_matches("size:>") } else { "" };
        assert_eq!(wrong, expected, "at {:?}", &text[..end]);
    }
    assert_eq!(said.len(), text.len());
    page.shows("all, once the keys rest", |it| it.wrong == ["big", "("]).await;
    page.has_a_quiet_console().await;
}

/// Types a text, and returns what is underlined after each letter. The page follows in between, but no timer of it runs, however slow
/// the machine is.
async fn letter_by_letter(page: &Page, text: &str) -> Vec<String> {
    let type_letters = "const [text, done] = arguments;
        const input = document.querySelector('#search');
        const step = async (end) => {
          input.value = text.slice(0, end);
          input.setSelectionRange(end, end);
          input.dispatchEvent(new InputEvent('input', { bubbles: true }));
          for (let turn = 0; turn < 100; turn += 1) await null;
          return [...document.querySelectorAll('.search__wrong')].map((it) => it.textContent).join(' ');
        };
        const all = async () => {
          const said = [];
          for (let end = 1; end <= text.length; end += 1) said.push(await step(end));
          return said;
        };
        all().then(done);";
    let said = page.client().execute_async(type_letters, vec![json!(text)]).await.unwrap();
    serde_json::from_value(said).unwrap()
}

#[tokio::test]
async fn composing_does_not_search() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let whole = page.loaded().await;
    page.focus("search").await;
    page.compose("jingx").await;
    let seen = page.shows("half of a word", |it| it.search_box.as_deref() == Some("jingx")).await;
    assert_eq!((seen.query.as_deref(), seen.count), (Some(""), whole.count));
    page.commit("镜像").await;
    let seen = page.shows("its rows", |it| it.query.as_deref() == Some("镜像")).await;
    assert_eq!(seen.search_box.as_deref(), Some("镜像"));
    // Suggestions would take the first Escape.
    page.press_key(keys::ENTER).await;
    page.press_key(keys::ESCAPE).await;
    let seen = page.shows("an empty box", |it| it.query.as_deref() == Some("")).await;
    assert_eq!((seen.search_box.as_deref(), seen.count), (Some(""), whole.count));
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn where_nothing_is_found_a_term_can_be_dropped() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    let right = page.search_for("size:>20 -windows").await;
    let none = page.search_for("size:>20 -windows state:nothing").await;
    assert_eq!(none.count, Some(0));
    let link = format!("Without state:nothing: {} images", right.count.unwrap());
    page.shows("a way out", |it| it.ways.contains(&link)).await;
    page.follow("[data-testid=placeholder]", &link).await;
    let seen = page.shows("rows", |it| it.placeholder.is_none() && !it.rows.is_empty()).await;
    assert_eq!(seen.search_box.as_deref(), Some("size:>20 -windows"));
    assert_eq!((seen.count, seen.focus.as_deref()), (right.count, Some("grid")));
    page.back().await;
    page.shows("nothing found again", |it| it.ways.contains(&link)).await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn where_nothing_is_found_a_spelling_is_suggested() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    let right = page.search_for("ubuntu -windows").await;
    page.search_for("ubunut -windows").await;
    page.shows("a suggestion", |it| it.ways.iter().any(|it| it == "ubuntu")).await;
    page.follow("[data-testid=spellings]", "ubuntu").await;
    let seen = page.shows("its rows", |it| it.count == right.count).await;
    assert_eq!(seen.search_box.as_deref(), Some("ubuntu -windows"));
    page.search_for("nothing-is-called-so").await;
    page.press("[data-testid=placeholder]", "Clear the search").await;
    page.shows("all rows", |it| it.search_box.as_deref() == Some("") && !it.rows.is_empty()).await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn examples_are_added_to_the_search() {
    let site = Site::sample().await;
    let page = site.visit("?q=ubuntu").await;
    page.loaded().await;
    page.unfold("#examples").await;
    page.follow("#examples", "size:>20GB Size above 20GB").await;
    let seen = page.shows("both", |it| it.query.as_deref() == Some("ubuntu size:>20GB")).await;
    assert_eq!((seen.focus.as_deref(), &seen.mistake), (Some("search"), &None));
    let open = "return document.querySelector('#examples').open";
    assert!(!page.run::<bool>(open, vec![]).await, "the sheet should fold");
    page.has_a_quiet_console().await;
}
