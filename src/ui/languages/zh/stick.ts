import type { StickWords } from "../../words/stick-words.ts";

export const words: StickWords = {
  plugIn:
    "要把全部内容作为文件带走，请把 U 盘插到 Mien 上。它会显示在这里；如果半分钟内没有出现，请询问管理员。",
  save: (stick) => `把全部内容保存到“${stick}”`,
  sure: (stick) => `现在保存到“${stick}”`,
  hint: "拿到 U 盘的人都能读取该文件。PIN 或口令证明是你本人。",
  saving: "正在核对 PIN 或口令，然后保存全部内容。请不要拔出 U 盘。",
  gone: "这个 U 盘已经不在了：请重新插入。",
  saved: (file, stick) => `已保存到“${stick}”，文件名为 ${file}。现在可以拔出 U 盘。`,
};
