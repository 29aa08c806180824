// What the page shows at this moment, in one value. Read through roles and test ids, as `Seen` in seen.rs has it.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const text = (element) => element && element.textContent.replace(/\s+/g, " ").trim();
const marked = (id) => one(`[data-testid="${id}"]`);
const number = (words) => (words ? Number(words.replaceAll(",", "")) : null);

const grid = one("[role=grid]");
const status = marked("result-status");
const headers = all("[role=columnheader]");
const detail = marked("detail");

// The part of the table that shows rows: below its header, above a scrollbar.
const top = headers[0]?.closest("[role=row]").getBoundingClientRect().bottom;
const bottom = grid && grid.getBoundingClientRect().top + grid.clientTop + grid.clientHeight;
const box = (row) => row.getBoundingClientRect();
const painted = all("[role=row][data-row-id]", grid ?? document)
  .filter((row) => box(row).height > 0 && box(row).bottom > top + 1 && box(row).top < bottom - 1)
  .sort((a, b) => box(a).top - box(b).top);

const column = (cell) => headers[cell.ariaColIndex - 1]?.dataset.column;
const row = (element) => ({
  index: Number(element.ariaRowIndex),
  id: element.dataset.rowId,
  cells: Object.fromEntries(all("[role=gridcell]", element).map((it) => [column(it), text(it)])),
});

// Rows touch each other, and only the end of the list may leave room below.
const touch = (a, b) => Math.abs(a - b) < 1;
const isFilled = () =>
  painted.length > 0 &&
  box(painted[0]).top < top + 1 &&
  painted.every((it, at) => at === 0 || touch(box(it).top, box(painted[at - 1]).bottom)) &&
  (box(painted.at(-1)).bottom > bottom - 1 || painted.at(-1).ariaRowIndex === grid.ariaRowCount);

const activeId = grid?.getAttribute("aria-activedescendant");
const focused = document.activeElement;

return {
  address: location.href,
  title: document.title,
  lang: document.documentElement.lang,
  theme: document.documentElement.dataset.theme ?? null,
  history: history.length,

  settled: one(".status")?.dataset.settled === "true",
  count: number(text(status)),
  query: status?.dataset.q ?? null,
  sort: status?.dataset.sort ?? null,
  rowCount: number(grid?.ariaRowCount),
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
  detail: detail && { title: text(one("h2", detail)), text: text(detail), raw: one("pre", detail)?.textContent ?? null },
  dialog: one("dialog[open]") !== null,
  outcome: text(marked("connect-outcome")),

  searchBox: one("input[type=search]")?.value ?? null,
  hint: one("input[type=search]")?.placeholder ?? null,
  focus: focused?.id || focused?.getAttribute("name") || focused?.tagName.toLowerCase() || null,
  active: activeId ? Number(document.getElementById(activeId)?.ariaRowIndex) : null,
};
