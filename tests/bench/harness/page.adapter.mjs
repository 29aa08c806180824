// Our page for a harness that times pages of the same rows beside each other; README.md says how to run it.
import { fileURLToPath } from "node:url";

const folder = (path) => fileURLToPath(new URL(`../../../target/${path}`, import.meta.url));

export default {
  name: "page",
  // As a table, since cards are what this catalog opens with: the other pages show tables.
  url: (rows) => `/page/?v=1&c=community&view=table&open=rows/${rows}.rows`,
  mount: { "/page/": folder("dist"), "/page/rows/": folder("bench") },
  searchInputSelector: "#search",
  gridSelector: "[role=grid]",
  // Rows beyond the end of a short result stay in the document, hidden.
  rowSelector: ".grid__row--body:not([hidden])",
  statusSelector: '[data-testid="result-status"]',
  sortHeaderSelector: (column) => `[data-column="${column}"] a`,
  facetSelector: '[data-facet="type"][data-value="Community"]',
  // All rows of the file have come, not only those of the first frame, and the value of the facet is on the screen: its section is folded at first.
  ready: () => {
    if (!document.querySelector(".status[data-settled=true]")) return false;
    const value = document.querySelector('[data-facet="type"][data-value="Community"]');
    if (value) {
      value.scrollIntoView({ block: "center" });
      return true;
    }
    const folds = [...document.querySelectorAll(".facets .facet button[aria-expanded=false]")];
    folds.find((it) => it.textContent.trim() === "Type")?.click();
    return false;
  },
};
