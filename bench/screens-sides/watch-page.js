// Runs in the page before any of its own scripts: tells when something stands on the screen. Plain JavaScript, because
// the programs of this repository are compiled without the browser's types.

(() => {
  let roots = [document];
  let waiting = [];
  let touchedAt = null;
  const observer = new MutationObserver(look);
  const follow = (root) =>
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });

  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    roots.push(root);
    follow(root);
    return root;
  };
  follow(document);
  addEventListener("pointerdown", (event) => (touchedAt = event.timeStamp), { capture: true, passive: true });

  /** The first element that fits, in any shadow root of what is in the page now. */
  function find(selector) {
    for (const root of roots) {
      if (root !== document && !root.host.isConnected) continue;
      const found = root.querySelector(selector);
      if (found) return found;
    }
    return null;
  }

  const looks = {
    title: () => Boolean(find("[data-testid=title]")?.textContent.trim()),
    // All of the controls, the six songs among them, and not only the first sign of them. To ask what is visible would
    // have the browser lay out the page more often than it does by itself.
    awake: () => find("song-pick") !== null && find("touch-sheet:not([waiting])") !== null,
    asking: () => find("[data-testid=play-now]") !== null,
    playing: () => find("[data-testid=play-pause]")?.getAttribute("aria-label"),
    volume: () => find("[data-testid=volume]")?.value,
    dial: () => find("[data-testid=mood-dial]")?.point.valence,
    word: () => find("button")?.textContent,
    dialog: () => Boolean(find("dialog:is([open], [opening])")),
  };

  function look() {
    waiting = waiting.filter(({ what, before, done }) => {
      if (looks[what]() === before) return true;
      done();
      return false;
    });
  }

  /** When the frame with the change has been handed on: the one after it has begun. */
  const shown = (done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));

  window.mienBench = {
    find,
    now: (what) => looks[what](),
    /** Resolves with when `what` looked otherwise than now. */
    changed: (what) =>
      new Promise((resolve) => {
        touchedAt = null;
        // What is gone would have the watching itself take ever longer.
        roots = roots.filter((root) => root === document || root.host.isConnected);
        waiting.push({ what, before: looks[what](), done: () => shown(resolve) });
        look();
      }),
    /** From the finger to the changed frame. */
    async afterTouch(what) {
      const at = await window.mienBench.changed(what);
      if (touchedAt === null) throw new Error(`${what} changed without a touch.`);
      return at - touchedAt;
    },
    /** In the middle of what is to be touched, or so far along it. */
    place(selector, share = 0.5) {
      const { left, top, width, height } = find(selector).getBoundingClientRect();
      return { x: left + width * share, y: top + height / 2 };
    },
  };
  // What a page that is loaded shows first.
  const untilTitle = window.mienBench.changed("title");
  window.mienBench.firstState = untilTitle;
})();
