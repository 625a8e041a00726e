import type { OwnScreenWords } from "../../words/own-screen-words.ts";

export const words: OwnScreenWords = {
  goesBack: "لم يلمس أحد هذه الصفحة منذ مدة: بعد لحظة تعود الشاشة إلى ما يُشغَّل. المسها للبقاء.",
};
