import type { OwnScreenWords } from "../../words/own-screen-words.ts";

export const words: OwnScreenWords = {
  goesBack: "有一阵子没有人触摸本页：屏幕马上会回到正在播放的内容。触摸屏幕即可留下。",
};
