import type { SettingTexts } from "../../../words/setting-texts.ts";

/** Where the music heads, where it is, and which song comes next. */
export const music = {
  policy: {
    title: "音乐如何对待氛围",
    help: "“配合现场”按现场的样子播放，“更明亮”转向明亮的音乐，“更平静”转向平静，“更活泼”转向活泼，“一步步引导”从现场的样子开始，一首一首地推进。",
  },
  policyByMood: {
    title: "各种氛围分别设定",
    help: "某种氛围单独适用哪一种。",
  },
  glideTo: {
    title: "引导到哪里",
    help: "“一步步引导”最终到达的点。",
  },
  glideSongs: {
    title: "引导用几首歌",
    help: "一路用多少首歌：第一首合现场，最后一首到终点。",
  },
  dayparts: {
    title: "一天中的时段",
    help: "有自己做法的时段：平常氛围、音乐如何对待氛围、放不放含露骨内容的歌、歌曲可以多活泼，以及音量。按所设的时区；两段重叠时，以列表中靠后的为准。",
  },
  musicFolders: {
    title: "音乐文件夹",
    help: "存放音乐的文件夹，以 / 开头的路径；其中的内容都会读取。没有则播放演示曲。",
  },
  rescanMinutes: {
    title: "检查音乐文件夹",
    help: "系统能通知的变化会立即察觉；网络文件夹，以及多到无法监视的文件夹，每隔这么久检查一次。0 表示从不检查。",
  },
  analyseSound: {
    title: "从声音判断氛围",
    help: "在后台逐首聆听所有歌曲，氛围未知的先听。没有标签、播放列表、文件夹或人说明氛围时，才按声音判断。",
  },
  uploadFolder: {
    title: "上传文件夹",
    help: "浏览器上传或从 U 盘复制的音乐存放处，以 / 开头的路径。它自动属于音乐文件夹。留空则用数据库旁边的文件夹。",
  },

  onMoodChange: {
    title: "氛围变化时",
    help: "是先让正在放的歌放完，还是立即换上合适的歌。",
  },
  trackRestMinutes: {
    title: "一首歌的间隔",
    help: "在这段时间内不重复播放同一首歌，除非没有别的合适的歌可放。客人选定的艺人，间隔减半即可。",
  },
  artistRestMinutes: {
    title: "一位艺人的间隔",
    help: "在这段时间内不再播放同一艺人的歌，除非没有别的合适的歌可放；也绝不连放两首。客人选定的艺人，四分之一的间隔即可。",
  },
  shortestSongSeconds: {
    title: "最短的歌",
    help: "更短的不放，除非没有别的可放。这样可以避开片头和串场。",
  },
  longestSongMinutes: {
    title: "最长的歌",
    help: "更长的不放，除非没有别的可放。留空则不限。",
  },
  languages: {
    title: "语言",
    help: "例如 zh 或 en：只要数量足够，就只放标明其中一种语言的歌。不填则不限语言。客人可以临时另选。",
  },
  favouriteArtists: {
    title: "偏爱的艺人",
    help: "同样合适时，他们的歌先放。客人在屏幕上选定的艺人更优先：只要间隔够了，无论什么氛围都会放。",
  },
  preferencesHoldMinutes: {
    title: "客人的选择保持多久",
    help: "有人在屏幕上选定的语言和艺人保持这么久。",
  },
  guestBlockHours: {
    title: "客人的“不要”保持多久",
    help: "有人在屏幕上不想听的歌或艺人，在这段时间内不播放。留空则一直有效，直到撤销，与曲库页面上屏蔽的一样。",
  },
  adventure: {
    title: "冒险程度",
    help: "随机选择偏离最佳匹配的程度：0% 总取最合适的，100% 几乎不在意。",
  },
  allowExplicit: {
    title: "含露骨内容的歌",
    help: "是否可以选择标为露骨内容的歌。",
  },
  randomSeed: {
    title: "随机种子",
    help: "种子、曲库和历史相同，选出的歌就相同。留空则每次启动换一个新的。",
  },
} satisfies Partial<SettingTexts>;
