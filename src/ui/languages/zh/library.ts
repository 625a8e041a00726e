import type { LibraryWords } from "../../words/library-words.ts";
import { numberIn, percentIn } from "../plural.ts";

const percent = percentIn("zh-Hans");
const number = numberIn("zh-Hans");
const songs = (count: number): string => `${number(count)} 首歌`;

export const words: LibraryWords = {
  title: "曲库",
  sections: { label: "分区", songs: "歌曲", map: "氛围图", add: "添加音乐", take: "导出" },
  signIn: "登录",
  signInToChange: "你可以查看。要更改，请以管理员登录。",
  fromAfar: "你可以查看。要更改，请在设备上打开此页面。",
  addFromAfar: "音乐要在设备上添加：它的文件夹和 U 盘不给别处看。",
  loading: "请稍候",
  failed: "无法加载。",
  again: "再试一次",
  demo: "这些是 Mien 自带的演示曲。添加你的音乐，它们就会让位。",

  songs: {
    search: "搜索歌名、艺人、专辑或流派",
    filter: "哪些歌",
    all: "全部歌曲",
    noMood: "没有氛围的歌",
    unplayable: "无法播放的歌",
    from: (who) => `氛围来自：${who}`,
    order: "排序",
    orders: { title: "按歌名", newest: "最新在前" },
    count: (total, more, partial) => {
      const found = more ? `超过 ${songs(total)}` : songs(total);
      return partial ? `目前 ${found}：更新后正在准备搜索` : found;
    },
    none: "没有符合的歌。",
    noneSoFar: "目前没有符合的歌。更新后正在准备搜索。",
    noneYet: "还没有音乐。请添加一些，或在设置里指定文件夹。",
    selectShown: (count, all) => (all ? `全选 ${number(count)} 首` : `选择前 ${number(count)} 首`),
    select: (title) => `选择《${title}》`,
    noMoodYet: "还没有氛围",
    unplayableFor: (reason) => `无法播放。${reason}`,
    more: "更多歌曲",
    missing: "文件暂时不在。",
  },

  correct: {
    label: "选中的歌",
    none: "选一首歌，看看它听起来怎样、是谁说的；或选几首，由你来说。",
    chosen: (count) => `已选 ${songs(count)}`,
    clear: "取消选择",
    say: "说说它听起来怎样",
    sayMany: "说说它们听起来怎样",
    disc: "指出这音乐属于哪里",
    takeBack: "忘掉我说过的",
    playNow: "现在播放",
    playNext: "接着播放",
    plays: {
      now: (what) => `正在播放：${what}`,
      next: (what) => `接着播放：${what}`,
    },
    playsAlready: "它已不在等待。",
    playNextMany: (count) => `接着播放全部 ${number(count)} 首`,
    tooMany: (most) => `同时最多有 ${number(most)} 首歌等待。`,
    block: "不再播放",
    blockMany: (count) => `不再播放这 ${number(count)} 首`,
    allowMany: (count) => `重新允许 ${songs(count)}`,
    blockArtist: (artist) => `不再播放 ${artist}`,
    done: (count, music) => `${songs(count)}已移到“${music}”。`,
    takenBack: (count) => `${songs(count)}：你说过的已收回。`,
    blocked: (what) => `不再播放：${what}`,
    allowed: (what) => `又可以播放：${what}`,
    undo: "撤销",
    undone: "已撤销。",
  },
  evidence: {
    label: "听起来怎样，是谁说的",
    sources: {
      person: "主人",
      guest: "屏幕前的客人",
      tag: "文件标签",
      playlist: "播放列表名",
      folder: "文件夹名",
      genre: "流派",
      sound: "声音",
    },
    none: "还没有人说过。",
    colon: "：",
    holds: "以此为准",
    confidence: (share) => `${percent(share)} 把握`,
    soundFailed: (reason) => `没能听完它。${reason}`,
  },
  blocks: {
    label: "这里已屏蔽",
    none: "没有屏蔽任何歌。",
    allow: (what) => `重新允许 ${what}`,
    allowShort: "重新允许",
    until: (time) => `到 ${time}`,
    blocked: "已屏蔽",
    song: "这首歌在这里已屏蔽。",
    artist: (artist) => `这里已屏蔽 ${artist} 的所有歌，这首也在内。`,
  },
  lately: {
    label: "最近说过的",
    by: { guest: "一位客人", owner: "在此页面" },
    undo: (what) => `撤销：${what}`,
  },
};
