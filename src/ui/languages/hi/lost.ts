import type { LostWords } from "../../words/lost-words.ts";

export const words: LostWords = {
  title: "यहाँ कुछ नहीं है",
  text: "इस पते पर Mien का कोई पेज नहीं है:",
  home: "संगीत पर जाएँ",
};
