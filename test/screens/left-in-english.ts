import type { Page } from "playwright-core";

/** What is told by its name in every language, the keys of a keyboard, addresses, paths, units and tags of languages. */
const TECHNICAL =
  /https?:\/\/\S+|(?:[0-9A-F]{2}:)+[0-9A-F]{2}|(?:\/[\w.-]+){2,}\/?|Mien|README|scripts\/[\w-]+(?: --tag TAG)?|CAMERA|OpenCV|mpv|PIN|HTTPS|SSH|USB|CSV|M3U8?|ISRC|XSPF|JSON|int8|fp32|EU|AI|Space|[\u2713✓]|(?<=\d)\s?(?:[kMGT]?B|Wi-Fi)|°C|\b(?:[A-Z]|ar|en|hi|zh)\b/g;

/** What a page says or shows in Latin letters and that is no name; for languages that are written in other letters. */
export async function leftInEnglish(page: Page, names: readonly string[]): Promise<readonly string[]> {
  const texts = await page.evaluate<string[]>(`(() => {
    const found = [document.title];
    const walk = (element) => {
      if (element.matches("script, style, noscript, title, [lang]:not(html)")) return;
      for (const name of ["aria-label", "aria-description", "aria-valuetext", "title", "placeholder"])
        if (element.hasAttribute(name)) found.push(element.getAttribute(name));
      for (const node of (element.shadowRoot ?? element).childNodes) {
        if (node.nodeType === Node.TEXT_NODE) found.push(node.data);
        else if (node.nodeType === Node.ELEMENT_NODE) walk(node);
      }
      if (element.shadowRoot) for (const child of element.children) walk(child);
    };
    walk(document.documentElement);
    return found;
  })()`);
  const longestFirst = [...names].sort((one, other) => other.length - one.length);
  return texts
    .map((text) =>
      longestFirst.reduce((rest, name) => rest.replaceAll(name, ""), text).replaceAll(TECHNICAL, ""),
    )
    .filter((text) => /\p{Script=Latin}/u.test(text));
}
