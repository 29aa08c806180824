//! What became of a try to connect.

use crate::ui::prelude::*;
use view::{Lang, Text};

use crate::{
    session::{Failure, Trial},
    state::{Prefs, t},
    ui::{
        failures::FailureDetail,
        live::{part, text},
    },
    words,
};

/// What became of a try to connect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    NotTried,
    Trying,
    /// Something that was entered cannot be tried.
    Mistaken(Text),
    Tried(Vec<Trial>),
}

/// One line for each product: what works, or what is wrong and what to do about it.
#[component]
pub(super) fn OutcomeView(
    /// What became of it.
    outcome: RwSignal<Outcome>,
) -> impl IntoView {
    let lines = move || match outcome.get() {
        Outcome::NotTried => ().into_any(),
        Outcome::Trying => view! { <p class="connect__trial">{t(words::TESTING)}</p> }.into_any(),
        Outcome::Mistaken(sentence) => {
            view! { <p class="connect__trial" data-ok="false">{t(sentence)}</p> }.into_any()
        }
        Outcome::Tried(trials) => {
            trials.into_iter().map(|trial| view! { <TrialLine trial /> }).collect_view().into_any()
        }
    };
    view! {
        <div class="connect__outcome connect__part" role="alert" data-testid="connect-outcome">{part(lines)}</div>
    }
}

#[component]
fn TrialLine(
    /// What became of the test of a product.
    trial: Trial,
) -> impl IntoView {
    let lang = expect_context::<Prefs>().lang;
    let detail = trial.outcome.as_ref().err().and_then(Failure::detail);
    let ok = trial.outcome.is_ok().to_string();
    let detail = detail.map(|detail| view! { <FailureDetail detail /> });
    view! {
        <div class="connect__trial" data-ok=ok>
            {text(move || line(&trial, lang.get()))} " " {detail}
        </div>
    }
}

fn line(trial: &Trial, lang: Lang) -> String {
    let said = match &trial.outcome {
        Ok(count) => words::works(trial.product, *count, lang),
        Err(failure) => failure.sentence(lang),
    };
    let product = words::product(trial.product);
    // Many a sentence begins with who said it.
    if said.starts_with(product) { said } else { format!("{product}: {said}") }
}

#[cfg(test)]
mod tests {
    use ucloud_api::{Code, Error, Product};

    use super::*;

    #[test]
    fn each_product_says_how_it_went() {
        let refused = Error::Refused { code: 171, message: String::new() };
        for (product, outcome, lang, expected) in [
            (Product::UCloud, Ok(33), Lang::En, "UCloud: 33 regions".to_owned()),
            (Product::CompShare, Ok(2), Lang::Zh, "CompShare: 2 个可用区".to_owned()),
            (
                Product::UCloud,
                Err(refused.into()),
                Lang::En,
                format!("UCloud: {}", Code::of(171).advice.en),
            ),
        ] {
            assert_eq!(line(&Trial { product, outcome }, lang), expected);
        }
    }
}
