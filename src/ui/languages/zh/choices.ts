import type { Words } from "../../words/words.ts";

const NUMBERS = ["没有", "一", "两", "三", "四", "五", "六"];
const songs = (count: number): string => `${NUMBERS[count] ?? count}首`;

type Choices = Pick<Words, "whyShort" | "direction" | "picks" | "corrections" | "keys" | "wishes">;

export const choices: Choices = {
  whyShort: {
    artist: { guest: "按你的愿望", owner: "这里的喜爱" },
    language: (language) => language ?? "纯音乐",
    though: (language, bent) => `${language}，${bent}`,
    neverHeard: "这里没放过",
    lessSo: "不太合适",
    widened: {
      mood: "另一种氛围",
      rest: "近来放过",
      artist: "同一位艺人",
      "artist-rest": "艺人近来放过",
      language: "另一种语言",
      favourites: "另一位艺人",
      length: "时长不常见",
      quiet: "此刻略活泼",
    },
  },
  direction: {
    lift: "渐趋明亮",
    calm: "渐趋平静",
    energise: "渐趋活泼",
    gliding: "一步步推进",
    glide: (music, step, of) => `走向${music}：第 ${step} 首，共 ${of} 首`,
    alone: (way) => way,
    within: (daypart, way) => `${daypart}：${way}`,
  },
  picks: {
    heading: (suit, besides) => {
      if (besides === 0) return `${songs(suit)}合适的歌`;
      if (suit === 0) return `${songs(besides)}可选`;
      return `${songs(suit)}合适，另有${songs(besides)}`;
    },
    wished: (met, what, besides) => {
      if (besides === 0) return `${songs(met)}${what}歌`;
      return met === 0
        ? `没有${what}歌，另有${songs(besides)}`
        : `${songs(met)}${what}歌，另有${songs(besides)}`;
    },
    noneOffered: (what) => `现在没有${what}歌可选。`,
    none: "现在没有可选的歌。",
    others: "换一批",
    choose: (title, artists, why) =>
      `${[title, artists, why].filter((part) => part !== "").join("，")}。选择何时播放。`,
    now: "现在",
    next: (place) => (place === 0 ? "下一首播放" : `排第 ${place + 1}`),
    notNext: (place) => (place === 0 ? "下一首不播放" : "撤回"),
    playsNow: "正在播放",
    byItself: "会自动播放",
    waits: (place) => (place === 0 ? "✓ 下一首播放" : `✓ 排在第 ${place + 1}`),
    asked: (title, place) => (place === 0 ? `即将播放：${title}` : `排在第 ${place + 1}：${title}`),
    playNow: (title) => `现在播放 ${title}`,
    answerFor: (answer, title) => `${answer}：${title}`,
  },
  corrections: {
    label: "说说这首歌哪里不对",
    wrongMood: "氛围不对",
    notThisSong: "不要这首",
    notThisArtist: "不要这位艺人",
    moved: (title) => `《${title}》换了新氛围`,
    noted: (title) => `已为主人记下：${title}`,
    blocked: (what, hours) => {
      if (hours === null) return `不再播放：${what}`;
      return `${hours === 24 ? "一天" : `${hours} 小时`}内不播放：${what}`;
    },
    undo: "撤销",
    movedBack: (title) => `《${title}》恢复了原来的氛围`,
    unnoted: (title) => `不再记下：${title}`,
    unblocked: (what) => `可以再播放：${what}`,
    comesAgain: (what) => `已撤销，接下来是：${what}`,
  },
  keys: {
    label: "键盘快捷键",
    on: "开",
    off: "关",
    which:
      "空格播放和暂停，N 下一首，M 静音，W 氛围不对，Z 撤销，F 登录后喜欢一首歌，C 摄像头，D 转盘，1 到 6 选歌，方向键调进度和音量。",
  },
  wishes: {
    open: "点歌愿望",
    back: "回到歌曲",
    label: "想听什么？",
    policy: "音乐该怎样？",
    policies: {
      match: "配合现场",
      lift: "更明亮",
      calm: "更平静",
      energise: "更活泼",
      glide: "一步步引导",
    },
    any: { policy: "和这里平常一样", languages: "不限语言", artists: "不限艺人" },
    languages: "语言",
    wordless: "纯音乐",
    artists: "艺人",
    search: "搜索艺人",
    chosen: (list, until) => (until === null ? `已选：${list}` : `已选：${list}，到 ${until}`),
    clear: "都可以",
    noLanguages: "没有歌曲标明语言。",
    noArtists: "没有叫这个名字的艺人。",
    failed: (reason) => `无法载入。${reason}`,
    loading: "请稍候",
  },
};
