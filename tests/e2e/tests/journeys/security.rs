//! The policy that the page is served with, as the browser enforces it.

use crate::site::Site;

/// It also shows that the other journeys would hear of a violation.
#[tokio::test]
async fn no_script_runs_but_the_page_s_own() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    page.has_a_quiet_console().await;
    let inject = "const script = document.createElement('script');
        script.textContent = 'window.injected = true';
        document.body.append(script);
        return window.injected === true;";
    assert!(!page.run::<bool>(inject, vec![]).await, "a script from elsewhere was run");
    let errors = page.console_errors().await;
    assert!(errors.iter().any(|it| it.contains("Content Security Policy")), "{errors:#?}");
}
