import type { OwnScreenWords } from "../../words/own-screen-words.ts";

export const words: OwnScreenWords = {
  goesBack: "कुछ देर से किसी ने यह पेज नहीं छुआ: अभी स्क्रीन फिर दिखाएगी कि क्या चल रहा है। रुकने के लिए छुएँ।",
};
