// What this browser keeps for the reader, and how the link lays rows out, set before the first paint; src/state/prefs.rs sets the former anew once the
// program runs.
// A file of its own, since an inline script would need a hole in the content security policy.
{
  const root = document.documentElement;
  root.lang = /^zh/i.test(kept("lang") ?? navigator.languages[0]) ? "zh-CN" : "en";
  const choices = { theme: ["light", "dark"], density: ["compact", "roomy"], facets: ["shown", "hidden"] };
  for (const name in choices) {
    const choice = kept(name);
    if (choices[name].includes(choice)) root.dataset[name] = choice;
  }

  // What the shell shows of a list to come: rows, cards with covers in the catalogs that open so, or nothing where cards are each catalog's own.
  const link = new URLSearchParams(location.search);
  const view = link.get("view");
  const hasCovers = ["community"].includes(link.get("c"));
  if (view === "cards" || (hasCovers && view !== "table")) root.dataset.layout = hasCovers ? "covers" : "cards";

  function kept(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null; // Storage is switched off.
    }
  }
}
