// Runs in the page, through every shadow root: each line of text with its colour, and a way to hide all letters, so that
// what lies behind them can be seen. Plain JavaScript, because the programs of this repository are compiled without the
// browser's types.

window.textsOnPage = () => {
  const texts = [];
  walk(modalIn(document.body) ?? document.body, 1);
  return texts;

  function walk(element, opacityAround) {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden" || style.clipPath === "inset(50%)") return;
    // What can't be used just now need not be read, by WCAG 1.4.3.
    if (element.inert || element.disabled || element.ariaDisabled === "true") return;
    if (element.matches("option, details:not([open]) > :not(summary)")) return;
    const opacity = opacityAround * Number(style.opacity);
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) take(node, style, opacity);
    for (const child of (element.shadowRoot ?? element).children) walk(child, opacity);
    if (element.shadowRoot)
      for (const node of element.shadowRoot.childNodes)
        if (node.nodeType === Node.TEXT_NODE) take(node, style, opacity);
  }

  function take(node, style, opacity) {
    if (node.data.trim() === "") return;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, top, width, height } of range.getClientRects()) {
      const owner = node.parentElement ?? node.getRootNode().host;
      // What is half scrolled away is read once it is scrolled to.
      const isWhole = [0.1, 0.5, 0.9].every((at) => shown(owner, [left + width / 2, top + height * at]));
      if (width < 2 || height < 2 || !isWhole) continue;
      const size = Number.parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const box = { left, top, width, height };
      const isDrawn = node.parentElement?.closest("svg") ?? false;
      // Letters with an edge of their own are read against that.
      if (isDrawn && style.stroke !== "none") continue;
      const color = rgbaOf(isDrawn ? style.fill : style.color);
      texts.push({ text: node.data.trim().slice(0, 40), color, opacity, isLarge, box });
    }
  }
};

/** In red, green, blue and how much of them, from 0 to 1: whatever way a style sheet says it. */
function rgbaOf(color) {
  const pixel = new OffscreenCanvas(1, 1).getContext("2d");
  pixel.fillStyle = color;
  pixel.fillRect(0, 0, 1, 1);
  return [...pixel.getImageData(0, 0, 1, 1).data].map((channel) => channel / 255);
}

/** Letters and signs go, and everything else stays. */
window.hideLetters = (hidden) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "*, *::before, *::after { -webkit-text-fill-color: transparent !important; text-decoration: none !important; text-shadow: none !important; caret-color: transparent !important; transition: none !important; animation: none !important } text, tspan { fill: transparent !important }",
  );
  for (const root of rootsOf(document)) {
    const others = root.adoptedStyleSheets.filter((one) => !one.isForLetters);
    sheet.isForLetters = true;
    root.adoptedStyleSheets = hidden ? [...others, sheet] : others;
  }
};

function rootsOf(root) {
  const inside = [...root.querySelectorAll("*")].flatMap((one) =>
    one.shadowRoot ? rootsOf(one.shadowRoot) : [],
  );
  return [root, ...inside];
}

/** Nothing else lies over it, and nothing around it has cut it off. */
function shown(element, [x, y]) {
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const deeper = hit.shadowRoot.elementFromPoint(x, y);
    if (!deeper || deeper === hit) break;
    hit = deeper;
  }
  // A dialog's backdrop says that it is the dialog: what has been scrolled out of its box is not to be seen there.
  if (hit?.matches("dialog:modal") && !holds(hit.getBoundingClientRect(), [x, y])) return false;
  for (let at = hit; at; at = parentOf(at)) if (at === element) return true;
  for (let at = element; at; at = parentOf(at)) if (at === hit) return true;
  return getComputedStyle(element).pointerEvents === "none";
}

function holds({ left, right, top, bottom }, [x, y]) {
  return x >= left && x < right && y >= top && y < bottom;
}

function parentOf(element) {
  return element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
}

function modalIn(element) {
  if (element.matches("dialog:modal")) return element;
  for (const child of (element.shadowRoot ?? element).children) {
    const found = modalIn(child);
    if (found) return found;
  }
  return null;
}
