// What the page shows at this moment, in one value. Read through roles and test ids, as `Seen` in seen.rs has it.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const text = (element) => element && element.textContent.replace(/\s+/g, " ").trim();
const marked = (id) => one(`[data-testid="${id}"]`);
const number = (words) => (words ? Number(words.replaceAll(",", "")) : null);

const grid = one("[role=grid]");
const status = marked("result-status");
const headers = grid ? all("[role=columnheader]", grid) : [];
const detail = marked("detail");
const inner = marked("inner-list");
const comparison = one("dialog#compare[open] table");
const fields = comparison ? all("tr[data-field]", comparison).filter((it) => it.checkVisibility()) : [];

// The part of the grid that shows rows: below its header, if it has one, above a scrollbar.
const edge = grid && grid.getBoundingClientRect().top + grid.clientTop;
const top = headers[0]?.closest("[role=row]").getBoundingClientRect().bottom ?? edge;
const bottom = grid && edge + grid.clientHeight;
const box = (row) => row.getBoundingClientRect();
const isInView = (it) => box(it).height > 0 && box(it).bottom > top + 1 && box(it).top < bottom - 1;
const line = (row) => row.closest("[role=row]");
const rows = all("[data-row-id]", grid ?? document);
const painted = rows
  .filter(isInView)
  .sort((a, b) => box(a).top - box(b).top || box(a).left - box(b).left);

// A row is a line of the table, or one of the cards in a line.
const isTable = headers.length > 0;
const place = (row) =>
  isTable
    ? Number(row.ariaRowIndex)
    : (Number(line(row).ariaRowIndex) - 1) * Number(grid.ariaColCount) + Number(row.ariaColIndex) + 1;
const column = (cell) => headers[cell.ariaColIndex - 1]?.dataset.column;
const cells = (row) => (isTable ? all("[role=gridcell]", row).map((it) => [column(it), text(it)]) : []);
const row = (element) => ({
  index: place(element),
  id: element.dataset.rowId,
  title: text(one("a", element)),
  text: text(element),
  cells: Object.fromEntries(cells(element)),
});

// Lines touch each other, and only the end of the list may leave room below.
const lines = [...new Set(rows.map(line))].filter(isInView).sort((a, b) => box(a).top - box(b).top);
const touch = (a, b) => Math.abs(a - b) < 1;
const isFilled = () =>
  lines.length > 0 &&
  box(lines[0]).top <= top + 1 &&
  lines.every((it, at) => at === 0 || touch(box(it).top, box(lines[at - 1]).bottom)) &&
  (box(lines.at(-1)).bottom >= bottom - 1 || lines.at(-1).ariaRowIndex === grid.ariaRowCount);

const activeId = grid?.getAttribute("aria-activedescendant");
const focused = document.activeElement;

return {
  address: location.href,
  title: document.title,
  lang: document.documentElement.lang,
  theme: document.documentElement.dataset.theme ?? null,
  history: history.length,
  catalog: text(one("nav [aria-current=page]")),
  layout: grid && (isTable ? "table" : "cards"),

  settled: one(".status")?.dataset.settled === "true",
  count: number(text(status)),
  query: status?.dataset.q ?? null,
  sort: status?.dataset.sort ?? null,
  rowCount: number(grid?.ariaRowCount),
  headers: headers.map((it) => it.dataset.column),
  order: headers
    .filter((it) => one(".grid__place", it))
    .map((it) => `${it.dataset.column} ${text(one(".grid__place", it))}`)
    .sort((a, b) => Number(a.split(" ")[1]) - Number(b.split(" ")[1])),
  sorted: headers.filter((it) => it.ariaSort !== "none").map((it) => `${it.dataset.column} ${it.ariaSort}`),
  rows: painted.map(row),
  isFilled: isFilled(),
  scrollTop: grid?.scrollTop ?? 0,
  rowHeight: painted.length > 0 ? box(painted[0]).height : 0,

  isSample: marked("sample-mark") !== null,
  connection: text(marked("connection-state")),
  placeholder: text(marked("placeholder")),
  notice: text(marked("link-notice")),
  failures: all("[data-place]", marked("failures") ?? document.createElement("p")).map(text),
  values: all("a[data-facet][data-value]").map((it) => ({
    facet: it.dataset.facet,
    value: it.dataset.value,
    count: number(text(one(".facet__count", it))),
    choice: it.parentElement.dataset.choice ?? null,
    href: it.getAttribute("href"),
  })),
  open: new URLSearchParams(location.search).get("item"),
  detail: detail && {
    title: text(one("h2", detail)),
    text: text(detail),
    raw: all("pre", detail).at(-1)?.textContent ?? null,
    isBusy: one("[role=status]", detail) !== null,
    failures: all("[role=alert]", detail).map(text),
    inner: inner && {
      title: text(one("h3", inner)),
      sorted: all("th", inner).filter((it) => it.ariaSort !== "none").map((it) => `${text(it)} ${it.ariaSort}`),
      rows: all("tbody tr", inner).map((row) => all("td", row).map(text)),
    },
    readme: text(marked("readme")),
  },
  chosen: all("[data-row-id][aria-selected=true]", grid ?? document).map((it) => it.dataset.rowId),
  choice: text(one(".chosen__count")),
  comparison: one("dialog#compare[open]") && {
    title: text(one("#compare-title")),
    names: comparison ? all("thead a", comparison).map(text) : [],
    fields: Object.fromEntries(fields.map((it) => [it.dataset.field, all("td", it).map(text)])),
    said: text(marked("differences")),
    absent: all("[data-testid=compare-absent] code").map(text),
  },
  dialog: one("dialog[open]") !== null,
  outcome: text(marked("connect-outcome")),

  searchBox: one("input[type=search]")?.value ?? null,
  hint: one("input[type=search]")?.placeholder ?? null,
  wrong: all(".search__wrong").map((it) => it.textContent),
  mistake: text(marked("search-mistake")) || null,
  offers: all("#search-offers [role=option]").map(text),
  offer: text(document.getElementById(one("#search")?.getAttribute("aria-activedescendant"))),
  chips: all("[data-testid=chips] > li").map((it) => text(one("button", it))),
  said: text(marked("said")) || null,
  ways: all("a", marked("placeholder") ?? document.createElement("p")).map(text),
  focus: focused?.id || focused?.getAttribute("name") || focused?.tagName.toLowerCase() || null,
  active: activeId ? Number(document.getElementById(activeId)?.ariaRowIndex) : null,
};
