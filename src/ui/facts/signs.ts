/** Scripts whose letters bear signs above and below: from Hebrew and Arabic to those of India and of South-East Asia. */
const SIGNS =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}]/u;

/** Capitals with a dot, an accent or a ring, once they are taken apart. */
const MARKED_CAPITALS = /\p{Lu}\p{Mn}/u;

/** The class of a line whose letters are taller than lines are set here; see sign-styles.ts. */
export const signs = (text: string): "signs" | "" =>
  SIGNS.test(text) || MARKED_CAPITALS.test(text.normalize("NFD")) ? "signs" : "";
