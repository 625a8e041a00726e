import type { HistoryWords } from "../../words/history-words.ts";

export const words: HistoryWords = {
  title: "历史",
  hours: "最近一周每小时的歌曲",
  perHour: "每小时的歌曲数",
  drawing: (plays, busiest) =>
    plays === 0
      ? "最近一周没有播放歌曲。"
      : `最近一周播放了 ${plays} 首歌，最多的是从 ${busiest} 起的一小时。`,
  asked: "有人点的",
  picked: "Mien 选的",
  inHour: (hour, plays, asked) => `${hour}：${plays} 首歌${asked > 0 ? `，其中 ${asked} 首有人点` : ""}`,
  list: "播放了什么，为什么",
  none: "还没有播放过。",
  more: "更早的",
  shown: (count) => `已显示 ${count} 首`,
  notNew: "不是最新的：",
  columns: { when: "时间", song: "歌曲", why: "原因", end: "结束" },
  ends: {
    finished: "播完",
    skipped: "被跳过",
    replaced: "被另一首替换",
    stopped: "被停止",
    unplayable: "无法播放",
    "output-lost": "音箱断开",
  },
  playing: "正在播放",
  cutOff: "被中断",
  byPerson: "有人点了这首歌。",
  forgotten: "不再保存",
};
