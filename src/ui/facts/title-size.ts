/** Wide scripts: kana, CJK ideographs, Hangul, full-width forms. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{20000}-\u{3fffd}]/u;

/** How big a title may be drawn so that it stays within three lines beside the cover. */
export function titleSize(title: string): "short" | "medium" | "long" {
  let width = 0;
  for (const character of title) width += WIDE.test(character) ? 1.9 : 1;
  if (width <= 24) return "short";
  return width <= 48 ? "medium" : "long";
}
