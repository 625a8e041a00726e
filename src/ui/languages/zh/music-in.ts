import type { MusicInWords } from "../../words/music-in-words.ts";
import { numberIn } from "../plural.ts";

const number = numberIn("zh-Hans");
const files = (count: number): string => `${number(count)} 个文件`;

export const words: MusicInWords = {
  add: {
    label: "从这台电脑",
    drop: "把歌曲或文件夹拖到这里",
    files: "选择文件",
    folder: "选择文件夹",
    room: (free) => `剩余 ${free}`,
    progress: (done, of) => `${number(done)} / ${files(of)}`,
    soFar: (progress, summary) => `${progress}：${summary}`,
    stop: "停止",
    clear: "清空列表",
    results: "各文件的结果",
    kept: "已添加",
    "already-here": "已经有了",
    "left-out": "不是音乐",
    waiting: "等待中",
    stopped: "已停止",
    tooLarge: (most) => `大于 ${most}`,
    kinds: {
      songs: (count) => `${number(count)} 首歌`,
      covers: (count) => `${number(count)} 张封面`,
      playlists: (count) => `${number(count)} 个播放列表`,
    },
    added: (list) => `已添加 ${list}`,
    here: (count) => `${number(count)} 个已经有了`,
    failed: (count) => `${number(count)} 个未接收`,
    leftOut: (count) => `${files(count)}不是音乐`,
    retry: "重新发送未接收的",
    broke: "连接中断了。",
    more: (count) => `还有 ${files(count)}`,
  },
  stick: {
    label: "从 U 盘",
    none: "没有插入 U 盘。",
    look: "再看一次",
    copy: "复制这个 U 盘",
    size: (used) => `里面有 ${used}`,
    states: {
      idle: "",
      looking: "正在查看 U 盘",
      copying: "正在复制",
      done: "已复制",
      cancelled: "已停止。复制好的会留下。",
      "no-room": "空间不够，所以什么都没复制。",
      "drive-gone": "U 盘被拔出了。复制好的会留下。",
      failed: "复制出错并已结束。",
    },
    found: (count) => `找到 ${files(count)}`,
    progress: (done, of, bytes, ofBytes) => `${number(done)} / ${files(of)}，${bytes} / ${ofBytes}`,
    here: (count) => `${number(count)} 个已经有了`,
    failed: (count) => `${files(count)}没能复制`,
    cancel: "停止复制",
  },
};
