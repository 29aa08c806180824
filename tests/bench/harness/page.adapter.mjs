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
  // All rows of the file have come, not only those of the first frame.
  ready: () => document.querySelector(".status[data-settled=true]") !== null,
};
