import type { LostWords } from "../../words/lost-words.ts";

export const words: LostWords = {
  title: "这里什么都没有",
  text: "Mien 在这个地址没有页面：",
  home: "去听音乐",
};
