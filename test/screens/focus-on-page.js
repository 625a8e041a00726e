// Runs in the page: what a keyboard has to reach, what it is at, and whether that can be seen. Plain JavaScript, because
// the programs of this repository are compiled without the browser's types.

const KEYS =
  "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1']), [role=slider]";

window.focusNames ??= new Map();

/** A name for each thing that can be used, the same for as long as it stands there. */
const named = (element) => {
  if (!focusNames.has(element)) {
    const text = element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent;
    const id = element.dataset.testid ?? text.trim().slice(0, 40);
    focusNames.set(element, `${element.localName} “${id}” ${focusNames.size}`);
  }
  return focusNames.get(element);
};

window.usableOnPage = () => {
  const found = [];
  walk(modalIn(document.body) ?? document.body);
  return found;

  function walk(element) {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden" || element.inert) return;
    if (element.matches("details:not([open]) > :not(summary)")) return;
    if (element.matches(KEYS) && isUsable(element)) found.push(named(element));
    for (const child of (element.shadowRoot ?? element).children) walk(child);
  }
};

/** Of radio buttons the keyboard reaches one and goes on among them by arrows. */
function isUsable(element) {
  if (element.disabled || element.ariaDisabled === "true" || element.tabIndex < 0) return false;
  if (element.type !== "radio" || element.checked) return true;
  const group = [...element.getRootNode().querySelectorAll(`[type=radio][name="${element.name}"]`)];
  return !group.some(({ checked }) => checked) && group[0] === element;
}

/** What had the focus after each key, in turn. Focus that moves within a shadow root tells nobody outside of it. */
window.focusSeen = [];
if (!window.focusIsFollowed) {
  window.focusIsFollowed = true;
  addEventListener("keyup", () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at || at === document.body) return;
    window.focusSeen.push({ name: named(at), seen: hasRing(at), inView: isInView(at) });
  });
}

/** On itself, or where it is drawn by its label, on that. */
function hasRing(element) {
  const around = [element, element.closest("label"), element.nextElementSibling, element.parentElement];
  return around.some((one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });
}

/** WCAG 2.2, 2.4.11: not wholly hidden by something else, and on the screen. */
function isInView(element) {
  const box = (element.closest("label") ?? element).getBoundingClientRect();
  return box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
}

function modalIn(element) {
  if (element.matches("dialog:modal")) return element;
  for (const child of (element.shadowRoot ?? element).children) {
    const found = modalIn(child);
    if (found) return found;
  }
  return null;
}
