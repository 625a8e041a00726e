import type { LostWords } from "../../words/lost-words.ts";

export const words: LostWords = {
  title: "لا شيء هنا",
  text: "ليس لدى Mien صفحة في هذا العنوان:",
  home: "إلى الموسيقى",
};
