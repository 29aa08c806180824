// What this browser keeps for the reader, set before the first paint; src/state/prefs.rs sets the same once the program runs.
// A file of its own, since an inline script would need a hole in the content security policy.
{
  const root = document.documentElement;
  root.lang = /^zh/i.test(kept("lang") ?? navigator.languages[0]) ? "zh-CN" : "en";
  const choices = { theme: ["light", "dark"], density: ["compact", "roomy"], facets: ["shown", "hidden"] };
  for (const name in choices) {
    const choice = kept(name);
    if (choices[name].includes(choice)) root.dataset[name] = choice;
  }

  function kept(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null; // Storage is switched off.
    }
  }
}
