// Times one act of a person at a time: from the time stamp of its event to the last change of the rows, and to the end of the
// frame that paints it. Runs in a page before the page's own scripts, and knows of it what a screen reader does: `#search`, a
// grid with rows, and a status that says what the rows were made from.
globalThis.probe = (() => {
  const status = () => document.querySelector('[data-testid="result-status"]');
  const grid = () => document.querySelector("[role=grid]");
  // A message is handled after the frame that its sender's callback belongs to.
  const painted = (then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(null);
    });

  // What has been seen of the act that is timed.
  let act = null;
  const began = (event) => {
    if (event.isTrusted && event.type === act?.kind) act.start ??= event.timeStamp;
  };
  for (const kind of ["keydown", "click"]) addEventListener(kind, began, { capture: true, passive: true });
  const changed = () => {
    if (act?.start === undefined) return;
    const mine = act;
    const change = (mine.changed = performance.now());
    painted((time) => {
      if (mine.changed === change) mine.painted = time;
    });
  };
  const watch = (element, attributes) =>
    element && new MutationObserver(changed).observe(element, { childList: true, characterData: true, subtree: true, attributes });

  // The rows may be changed in several steps: the last one is the one after which nothing happens for so long, in ms.
  const QUIET = 60;
  const isOver = (it) => it.painted > it.changed && performance.now() - it.changed > QUIET;
  const shows = (name, value) => status()?.dataset[name] === value;

  // How long an act may take, in ms: less than whoever asks waits for an answer.
  const PATIENCE = 120_000;
  const seen = () => ({
    status: { ...status()?.dataset },
    act: { ...act, grid: undefined },
    focus: document.activeElement?.outerHTML.slice(0, 200),
    click: clicked,
  });
  // The last press of the pointer, wherever it went.
  let clicked = null;
  for (const kind of ["pointerdown", "pointerup", "click"]) {
    const note = ({ target, clientX, clientY, timeStamp }) =>
      (clicked = { ...clicked, [kind]: [target.outerHTML?.slice(0, 200), clientX, clientY, timeStamp] });
    addEventListener(kind, note, { capture: true, passive: true });
  }

  // What a browser tells of a page's memory leaves out what its modules hold, so that is kept in view here.
  const modules = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await original(...given);
      modules.push((result.instance ?? result).exports.memory);
      return result;
    };
  }

  let ready;
  const loaded = new Promise((resolve) => (ready = resolve));
  const look = new MutationObserver(() => {
    const row = document.querySelector("[role=grid] [data-row-id]");
    if (!row?.textContent.trim() || !shows("q", "")) return;
    look.disconnect();
    painted(ready);
  });
  look.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });

  return {
    // ms from the start of the navigation to the first painted rows.
    loaded,
    // To be called before each act; `kind` is the event that it begins with.
    arm(kind) {
      if (!act || act.grid !== grid()) {
        watch(grid(), false);
        watch(status(), true);
      }
      act = { kind, grid: grid() };
    },
    // Answers once the status says so and the rows have come to rest. If they never do, says what there is instead.
    async settled(name, value) {
      const begun = performance.now();
      while (!(shows(name, value) && isOver(act))) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        if (performance.now() - begun > PATIENCE) throw new Error(`${name} is not ${value}: ${JSON.stringify(seen())}`);
      }
      return { dom: act.changed - act.start, frame: act.painted - act.start };
    },
    // How many rows the status counts.
    count: () => Number(status()?.textContent.replaceAll(",", "")),
    // The middle of the first element with a size that the selector finds. What lies outside of the view is brought into it.
    middle(selector) {
      const element = [...document.querySelectorAll(selector)].find((it) => it.getBoundingClientRect().width > 0);
      element?.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
      const box = element?.getBoundingClientRect();
      return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    },
    // The gaps between frames for so long, in ms.
    frames: (duration) =>
      new Promise((resolve) => {
        const times = [];
        const note = (time) => {
          times.push(time);
          if (time - times[0] < duration) requestAnimationFrame(note);
          else resolve(times.slice(1).map((it, place) => it - times[place]));
        };
        requestAnimationFrame(note);
      }),
    // Bytes of the page without its modules, where the browser tells, and of the modules.
    async memory() {
      const page = (await performance.measureUserAgentSpecificMemory?.())?.bytes;
      return { page, modules: modules.reduce((sum, it) => sum + (it?.buffer.byteLength ?? 0), 0) };
    },
  };
})();
