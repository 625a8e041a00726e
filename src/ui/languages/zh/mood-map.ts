import type { MoodMapWords } from "../../words/mood-map-words.ts";
import { listIn, numberIn } from "../plural.ts";

const number = numberIn("zh-Hans");
const list = listIn("zh-Hans");
const hours = new Intl.NumberFormat("zh-Hans", { maximumFractionDigits: 1 });
const songs = (count: number): string => `${number(count)} 首歌`;

export const words: MoodMapWords = {
  map: {
    label: "按氛围看你的音乐",
    drawing: (placed) => `氛围图，共 ${songs(placed)}，线内是快要放完的部分`,
    stars: "星星越多，音乐越多。",
    shore: "线内的氛围不到一小时就会放完。",
    unplaced: (count) => `${songs(count)}在图上没有位置。`,
    minutes: (minutes) => `${minutes} 分钟`,
    hours: (count) => `${hours.format(count < 10 ? count : Math.round(count))} 小时`,
    list: "每种氛围能放多少",
    counted: "凡是与某种氛围足够接近、能在其中播放的音乐都计入，所以一首歌可能算在几种氛围里。",
    fillsADay: "够放一整天不重复。",
    fillsAnHour: (about, missing) => `够放一小时。再加约 ${about}（${songs(missing)}）就够一天。`,
    thin: (about, missing) => `不到一小时就放完。再加约 ${about}（${songs(missing)}）。`,
    aboutMinutes: (minutes) => `${minutes} 分钟`,
    aboutHours: (count) => `${hours.format(count)} 小时`,
    between: "",
    genres: (genres) => `你的流派中，${list(genres)} 与它接近。`,
  },
  effect: {
    label: "现场看起来有变化吗？",
    intro: (days) =>
      `最近 ${days} 天里，放歌之前和之中人们的表情，除去现场自己会有的变化。有差别不等于有因果。`,
    policies: {
      match: "配合现场",
      lift: "更明亮",
      calm: "更平静",
      energise: "更活泼",
      glide: "一步步引导",
    },
    songs,
    intended: {
      lift: ["更明亮", "更阴沉"],
      calm: ["更平静", "更活泼"],
      energise: ["更活泼", "更平静"],
      glide: ["离目标更近", "离目标更远"],
    },
    valence: "更明亮",
    arousal: "更活泼",
    verdicts: {
      improved: (way) => `现场看起来${way}`,
      worsened: (_, against) => `现场看起来${against}`,
      "no-effect-seen": () => "没看到效果",
      "too-few": () => "歌太少，看不出来",
      yardstick: () => "其他做法的参照",
    },
    spoken: (mean, low, high) => `${mean}，在 ${low} 与 ${high} 之间`,
    alone: "还没有可比较的",
    empty:
      "这里还没有可计入的歌。一首歌放完，而且播放时由看到的面孔引导（不是转盘，也不是平时的气氛），才会计入。",
  },
};
