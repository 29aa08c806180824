//! What belongs to the reader: language and theme.

use crate::site::Site;

#[tokio::test]
async fn the_language_changes_all_texts_and_is_remembered() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let english = page.loaded().await;
    assert_eq!(english.lang, "en");
    assert!(english.hint.as_ref().is_some_and(|it| it.starts_with("Search in")), "{english:#?}");
    page.press(".top-bar", "中文").await;
    let is_chinese =
        |hint: &Option<String>| hint.as_ref().is_some_and(|it| it.starts_with("在所有"));
    // The title follows once the view rests.
    let is_titled = |title: &str| title.contains("镜像");
    let chinese = page
        .shows("Chinese texts", |it| {
            it.lang.starts_with("zh") && is_chinese(&it.hint) && is_titled(&it.title)
        })
        .await;
    assert_ne!(chinese.visible("type"), english.visible("type"), "words in cells are texts too");
    assert_eq!(chinese.visible_ids(), english.visible_ids(), "a language changes no row");
    assert_eq!(
        chinese.address, english.address,
        "a language belongs to the reader, not to the link"
    );

    page.reload().await;
    let again = page.loaded().await;
    assert_eq!((&again.lang, &again.hint), (&chinese.lang, &chinese.hint));
    page.press(".top-bar", "English").await;
    page.shows("English texts", |it| it.lang == "en" && it.hint == english.hint).await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn the_theme_goes_round_and_is_remembered() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    for (button, theme) in [
        ("Theme: as the system", "light"),
        ("Theme: light", "dark"),
        ("Theme: dark", "system"),
        ("Theme: as the system", "light"),
        ("Theme: light", "dark"),
    ] {
        page.press(".top-bar", button).await;
        page.shows(theme, |it| it.theme.as_deref() == Some(theme)).await;
    }
    page.reload().await;
    let seen = page.loaded().await;
    assert_eq!(seen.theme.as_deref(), Some("dark"));
    page.has_a_quiet_console().await;
}
