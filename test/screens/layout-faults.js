// Runs in the page, through every shadow root: what a person would complain about. Plain JavaScript, because the
// programs of this repository are compiled without the browser's types.

/** Nothing that is to be touched is smaller, in CSS pixels (WCAG 2.2 asks for 24, the maker's guides for 44). */
const LEAST_TARGET = 44;

window.layoutFaults = () => {
  const faults = [];
  const seen = [];
  const wide = [];
  // While a dialog stands over the page, nothing else can be touched.
  const dialog = modalIn(document.body);
  const documentScrolls = getComputedStyle(document.body).overflowY === "visible";
  walk(dialog ?? document.body, { scrolls: dialog === null && documentScrolls });
  for (const { element, box, scrolls } of seen) {
    const name = nameOf(element);
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(`${name} sticks out sideways`);
    if (!scrolls && (box.top < -1 || box.bottom > innerHeight + 1)) faults.push(`${name} sticks out below`);
    if (touchable(element)) {
      if (Math.min(box.width, box.height) < LEAST_TARGET)
        faults.push(`${name} is ${Math.round(box.width)} by ${Math.round(box.height)}`);
      if (!element.disabled && inside(box) && covered(element, box)) faults.push(`${name} is covered`);
    }
    if (cutOff(element)) faults.push(`${name} is cut off`);
    const button = hasText(element) ? element.closest("button")?.getBoundingClientRect() : undefined;
    if (button && (box.left < button.left - 1 || box.right > button.right + 1))
      faults.push(`${name} sticks out of its button`);
  }
  faults.push(...wide.map((element) => `${nameOf(element)} has a wide scrollbar`));
  faults.push(...overlaps(seen));
  if (document.documentElement.scrollWidth > innerWidth) faults.push("the page scrolls sideways");
  return [...new Set(faults)];

  function walk(element, context) {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden") return;
    if (style.clipPath === "inset(50%)" || element.inert) return;
    if (element.matches("details:not([open]) > :not(summary)")) return;
    const box = element.getBoundingClientRect();
    const matters = touchable(element) || hasText(element);
    if (matters && box.width > 0 && box.height > 0) seen.push({ element, box, ...context });
    const scrolls = context.scrolls || /auto|scroll/.test(style.overflowY);
    if (style.overflowY !== "visible" && style.scrollbarWidth === "auto" && longer(element))
      wide.push(element);
    for (const child of (element.shadowRoot ?? element).children) walk(child, { scrolls });
  }
};

function modalIn(element) {
  if (element.matches("dialog:modal")) return element;
  for (const child of (element.shadowRoot ?? element).children) {
    const found = modalIn(child);
    if (found) return found;
  }
  return null;
}

function longer(element) {
  return element.scrollHeight > element.clientHeight + 1;
}

function touchable(element) {
  if (element.matches("label:has(input[type=checkbox], input[type=file])")) return true;
  if (element.matches("input[type=checkbox], input[type=file], [tabindex='-1']")) return false;
  return element.matches("button, input, select, a[href], [role=slider]");
}

function hasText(element) {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
}

/** Text that is wider than its box and does not say so with an ellipsis, or taller than a box that hides the rest. */
function cutOff(element) {
  if (!hasText(element) || element.matches("input, svg *")) return false;
  const style = getComputedStyle(element);
  if (style.display === "inline" || style.webkitLineClamp !== "none") return false;
  const wide = element.scrollWidth > element.clientWidth + 1 && style.textOverflow !== "ellipsis";
  const tall = style.overflowY === "hidden" && element.scrollHeight > element.clientHeight + 2;
  return wide || tall;
}

/** Words and what can be touched lie beside each other, never over each other. Drawings may have words on them. */
function overlaps(seen) {
  const shown = seen
    .filter(
      ({ element }) =>
        !element.closest(".visually-hidden") &&
        getComputedStyle(element).display !== "inline" &&
        !element.matches("input[type=range], [role=slider]"),
    )
    .map(({ element }) => ({ element, view: inView(element) }))
    .filter(({ view }) => view !== null);
  const found = [];
  shown.forEach(({ element, view }, index) => {
    for (const other of shown.slice(index + 1)) {
      const wide = Math.min(view.right, other.view.right) - Math.max(view.left, other.view.left);
      const tall = Math.min(view.bottom, other.view.bottom) - Math.max(view.top, other.view.top);
      if (wide <= 2 || tall <= 4 || holds(element, other.element) || holds(other.element, element)) continue;
      found.push(`${nameOf(element)} lies over ${nameOf(other.element)}`);
    }
  });
  return found;
}

/** The part of an element that its scrolling or clipping surroundings let through; null where that is nothing. */
function inView(element) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const view = { left, right, top, bottom };
  for (let around = parentOf(element); around; around = parentOf(around)) {
    if (getComputedStyle(around).overflowY === "visible") continue;
    const box = around.getBoundingClientRect();
    view.top = Math.max(view.top, box.top);
    view.bottom = Math.min(view.bottom, box.bottom);
    view.left = Math.max(view.left, box.left);
    view.right = Math.min(view.right, box.right);
  }
  return view.right > view.left && view.bottom > view.top ? view : null;
}

function holds(outer, inner) {
  for (let at = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

/** In the last row of pixels the browser may find nothing at all: what lies there is scrolled half away. */
function inside(box) {
  const [x, y] = middle(box);
  return x >= 0 && y >= 0 && x < innerWidth && y < innerHeight - 1;
}

function middle(box) {
  return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
}

/** Whether a finger on its middle would hit something else. What is scrolled out of sight is no fault. */
function covered(element, box) {
  const [x, y] = middle(box);
  for (let around = element; around; around = parentOf(around)) {
    const { overflowY } = getComputedStyle(around);
    if (overflowY === "visible" || around === element) continue;
    const view = around.getBoundingClientRect();
    if (y < view.top || y > view.bottom || x < view.left || x > view.right) return false;
  }
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const deeper = hit.shadowRoot.elementFromPoint(x, y);
    if (!deeper || deeper === hit) break;
    hit = deeper;
  }
  return !(hit && holds(element, hit));
}

function parentOf(element) {
  return element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
}

function nameOf(element) {
  const id =
    element.dataset.testid ?? element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 40);
  return `${element.localName} “${id}”`;
}
