import type { Policy } from "../../../protocol/mood.ts";
import type { Words } from "../../words/words.ts";
import { percentIn } from "../plural.ts";
import { choices } from "./choices.ts";
import { moods } from "./moods.ts";
import { cameraTroubles, troubles } from "./troubles.ts";
import { unmet } from "./wishes.ts";

const percent = percentIn("zh-Hans");
const faces = (count: number): string => `${count} 张脸`;
const sentence = (lead: string, rest: string | null): string => `${lead}${rest ?? ""}。`;
const andSong = (song: string | null): string | null => song && `，这首歌${song}`;
const itIs = (lead: string, song: string | null): string => (song === null ? lead : `${lead}这首歌${song}。`);
const time = (seconds: number): string =>
  seconds < 60 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分钟`;
const after = (more: string | null): string => (more === null ? "" : `，${more}`);
const songsIn = (language: string | null): string => (language === null ? "纯音乐" : `${language}歌曲`);

/** What the music does about the mood. */
const heads: Readonly<Record<Exclude<Policy, "match">, string>> = {
  lift: "正变得更明亮",
  calm: "正变得更平静",
  energise: "正变得更活泼",
  glide: "正一步步推进",
};

export const words: Words = {
  language: "zh",
  comma: "，",

  now: {
    playing: "正在播放",
    paused: "已暂停",
    loading: "即将播放",
    recovering: "声音中断，同一首歌马上回来",
    announced: (title, artists) => (artists === "" ? `正在播放：${title}` : `正在播放：${title}，${artists}`),
    titled: (paused, title) => `${paused ? "已暂停" : "正在播放"}：${title}`,
    next: "下一首：",
    unknownArtist: "未知艺人",
    coverOf: (title) => `${title} 的封面`,
    why: "为什么放这首歌",
  },
  idle: {
    starting: { title: "请稍候", text: "正在挑选第一首歌。" },
    paused: { title: "已暂停", text: "轻触屏幕继续播放。" },
    closed: { title: "暂时关闭", text: "开门时音乐会自动回来。" },
    "nothing-playable": { title: "没有可播放的歌曲", text: "Mien 会继续寻找能播放的歌。" },
  },
  closedUntil: (time) => ({ title: `关闭至 ${time}`, text: "音乐会自动回来。" }),
  follows: {
    faces: "跟随表情",
    held: "跟随最近的表情",
    fading: "渐回平常氛围",
    daypart: "平常氛围",
    manual: "转盘设定",
    asked: "有人点播",
  },

  here: {
    named: (names, others) => (others === 0 ? `在场：${names}` : `在场：${names}，另有 ${others} 人`),
    counted: (others) => `有 ${others} 人刷卡或用 PIN 登录`,
    brief: (count) => `${count} 人已登录`,
  },

  looks: {
    nobody: "没有看到人",
    unread: (count) => `${faces(count)}，难以辨认`,
    mixed: (count) => `表情各异，${faces(count)}`,
    one: (face) => `一张脸，${face}`,
    all: (face, count) => `全都${face}，${faces(count)}`,
    mostly: (face, count) => `多数${face}，${faces(count)}`,
    notLooking: "没有在看",
    opening: "即将开始看",
    unknown: "暂无消息",
  },
  expressions: new Map([
    ["angry", { now: "皱着眉", was: "皱着眉" }],
    ["disgust", { now: "撇着嘴", was: "撇着嘴" }],
    ["fear", { now: "睁大眼睛", was: "睁大了眼睛" }],
    ["happy", { now: "在微笑", was: "在微笑" }],
    ["neutral", { now: "表情平静", was: "表情平静" }],
    ["sad", { now: "神情低落", was: "神情低落" }],
    ["surprise", { now: "神情惊讶", was: "神情惊讶" }],
    ["smiling", { now: "在微笑", was: "在微笑" }],
    ["notSmiling", { now: "没有微笑", was: "没有微笑" }],
  ]),
  otherExpression: { now: "是别的表情", was: "是别的表情" },

  music: moods,
  why: {
    matched: (look, song) => sentence(`因为${look}`, andSong(song)),
    steered: (look, policy, song) => itIs(`${look}，音乐${heads[policy]}。`, song),
    all: (did) => `这里的人都${did}`,
    mostly: (did) => `这里多数人${did}`,
    mixed: "这里的表情各不相同",
    nobody: "，当时没有看到人",
    unread: "，当时没有能辨认的脸",
    lately: (song) => itIs("与这里近来的表情相配。", song),
    held: (unseen, song) => itIs(sentence("同之前一样", unseen), song),
    fading: (song) => itIs("正回到平常的氛围。", song),
    usual: (unseen, song) => itIs(sentence("同这里平常一样", unseen), song),
    change: (song) => itIs("稍作变化，仍与这里相配。", song),
    dial: (song) => itIs("按转盘的设定。", song),
    dialNear: (song) => itIs("接近转盘的设定。", song),
    dialSteered: (policy, song) => itIs(`从转盘的设定出发，音乐${heads[policy]}。`, song),
    widened: {
      mood: (song) => itIs("选它时，没有更合适的歌可放。", song),
      rest: (song) => itIs("不久前放过：选它时，没有别的合适的歌。", song),
      artist: (song) => itIs("又是同一位艺人：没有别人的歌了。", song),
      "artist-rest": (song) => itIs("这位艺人不久前放过：选它时，没有别人可选。", song),
      language: (song) => itIs("所选语言里没有合适的歌。", song),
      favourites: (song) => itIs("所选艺人里没有合适的歌。", song),
      length: (song) => itIs("时长在这里不常见：没有别的了。", song),
      quiet: (song) => itIs("此刻略显活泼：没有更安静的了。", song),
    },
    unmet,
    though: {
      mood: "虽然与氛围不合",
      rest: "虽然不久前放过",
      artist: "虽然这位艺人刚放过",
      "artist-rest": "虽然这位艺人不久前放过",
      length: "虽然时长在这里不常见",
      quiet: "虽然此刻略显活泼",
    },
    turn: (name) => (name === null ? "为在场的一位而选" : `为 ${name} 而选`),
    likes: {
      song: () => "这首歌",
      artist: (artist) => artist,
      language: songsIn,
    },
    turnFor: (turn, likes, rest) =>
      likes === null ? `${turn}。${rest ?? ""}` : sentence(`${turn}，喜欢${likes}`, rest),
    andSong,
    preferred: {
      artist: (artist, by, though, song) =>
        sentence(
          by === "guest" ? `因为这里有人选了 ${artist}` : `因为 ${artist} 在这里受喜爱`,
          though === null ? andSong(song) : `，${though}`,
        ),
      language: (language, by, though, song) =>
        sentence(
          by === "guest" ? `因为这里有人选了${songsIn(language)}` : `因为这里偏爱${songsIn(language)}`,
          though === null ? andSong(song) : `，${though}`,
        ),
    },
    asked: "因为有人点了这首歌。",
    planned: "因为预定在此时播放。",
  },

  ...choices,

  camera: {
    looking: "摄像头正在看。不保存任何画面。",
    photographs: "这里读取的是演示照片，没有摄像头在看。",
    watched: "管理员正通过摄像头调整方向。不保存任何画面。",
    looksForSmiles: "摄像头只看有没有微笑。不保存任何画面。",
    resting: "现在不营业，摄像头休息：不读取任何人的表情。",
    closed: "摄像头已关闭。不保存任何画面。",
    opening: "摄像头正在打开。不保存任何画面。",
    closing: "摄像头正在关闭。",
    down: "摄像头没有响应。不保存任何画面。",
    forbidden: "摄像头保持关闭：工作场所和学校禁止读取人脸。",
    unknown: "连接断开，暂无摄像头的消息。",
    close: "关闭摄像头",
    open: "打开摄像头",
    lightOn: "摄像头指示灯：正在看",
    lightOff: "摄像头指示灯：没有在看",
    about: "感知什么，保存什么",
  },

  languages: { label: "语言", now: "本页现在是中文。" },

  keyboard: {
    label: "键盘",
    shift: "大写",
    accents: "带符号的字母",
    plain: "不带符号的字母",
    back: "退格",
    enter: "回车",
    space: "空格",
    language: "另一种语言",
    close: "完成",
    candidates: "可选的字",
    more: "更多的字",
  },

  controls: {
    label: "播放器",
    play: "播放",
    pause: "暂停",
    skip: "跳过这首",
    volume: "音量",
    bounds: ({ floor, ceiling, because }) => {
      const range =
        floor > 0 && ceiling < 1
          ? `${percent(floor)} 到 ${percent(ceiling)}`
          : floor > 0
            ? `至少 ${percent(floor)}`
            : `最多 ${percent(ceiling)}`;
      return {
        settings: `此处设定为 ${range}。`,
        daypart: `这个时段为 ${range}。`,
        "quiet-hours": `安静时段：${range}。`,
        clock: `在得知时间之前为 ${range}。`,
        none: "",
      }[because ?? "none"];
    },
    percent,
    position: "歌曲进度",
    positionOf: (at, total) => `${at}，共 ${total}`,
    open: "轻触选歌",
    close: "完成",
  },
  watch: {
    only: "此页面显示正在播放的歌曲。点歌请用 Mien 自己的屏幕。",
    byPhone: "用手机点歌",
    usedLink:
      "此链接已用过：它只能让一个浏览器成为 Mien 自己的屏幕，且仅一次。请重新启动 Mien，它会给出新链接。",
  },
  dial: {
    label: "音乐应当怎样",
    hint: "拖动来决定音乐的样子。",
    unset: "未选择",
    at: (song, { valence, arousal }) => `${song}：明亮 ${percent(valence)}，活泼 ${percent(arousal)}`,
    up: "活泼",
    right: "明亮",
    down: "平静",
    left: "深沉",
    set: (song, seconds) => (seconds === null ? `想要：${song}。` : `想要：${song}，还有 ${time(seconds)}。`),
    setFor: (seconds) => `还有 ${time(seconds)}`,
    letCameraLead: "交给摄像头",
    letUsualLead: "回到平常氛围",
  },

  troubles,
  cameraTroubles,
  otherTrouble: { what: "有些不对。", cure: "Mien 会自己继续尝试。" },
  notes: {
    label: "有什么问题",
    more: (count) => `还有 ${count} 条`,
    whatToDo: "怎么办",
    forOwner: "照管 Mien 的人有事要处理。",
  },
  progress: {
    scan: (done, of, left) => `正在读取音乐：${done} / ${of} 个文件${after(left)}`,
    covers: (done, of, left) => `封面：${done} / ${of}${after(left)}`,
    analysis: (done, of, left) => `正在聆听氛围：${done} / ${of} 首歌${after(left)}`,
    seconds: "不到一分钟",
    minutes: (count) => `还需约 ${count} 分钟`,
    hours: (count) => `还需约 ${count} 小时`,
    days: (count) => `还需约 ${count} 天`,
  },
  demo: {
    label: "提示",
    camera: "演示照片",
    music: "演示音乐",
    silent: "无声播放",
    muted: "已静音",
  },

  connection: {
    connecting: "正在连接 Mien",
    lost: "与 Mien 的连接断开，正在重试。",
    lostDetail: "现在看到的是之前的状态。",
    open: "已连接",
    unreachable: "无法连接 Mien。",
    refused: (status) => `Mien 拒绝了（${status}）。`,
    again: "再试一次",
  },
  rejected: (reason) => `没有成功。${reason}`,
};
