import type { TakeWords } from "../../words/take-words.ts";
import { numberIn } from "../plural.ts";

const number = numberIn("zh-Hans");

export const words: TakeWords = {
  playlists: "每种氛围一个播放列表",
  playlistsHint: "M3U 文件，供这台机器上的任何播放器使用，每个列出最接近该氛围的歌。",
  playlistsFromAfar: "其中写有这台机器的文件夹，所以请在设备上取。",
  corrections: "这里的人说过的",
  correctionsHint: "CSV 文件，可以保存，也可以带到另一台 Mien。",
  download: "下载",
  bringBack: "重新导入文件",
  broughtBack: (changed, unknown) =>
    `已移动 ${number(changed)} 首歌${unknown > 0 ? `，${number(unknown)} 首不在这里` : ""}。`,
  fault: (line, reason) => `第 ${line} 行：${reason}`,
  plays: "播放报告",
  playsHint: "CSV 文件，符合版权管理组织的要求：歌名、艺人、专辑、ISRC、开始时间和播放秒数。",
  from: "从",
  to: "到",
  months: { this: "本月", last: "上月" },
  fileName: (name) => `文件名为 ${name}`,
  backwards: "最后一天早于第一天。",
};
