import type { OverviewWords } from "../../words/overview-words.ts";

export const words: OverviewWords = {
  title: "概览",
  well: "一切正常。",
  trial: "一切都在运行，但有些只是试用。",
  waits: "一切运行正常，但有一件事等你处理。",
  stands: {
    camera: {
      what: "现在用一组照片代替摄像头。",
      cure: "请接上摄像头，并在设置里选择它；如果是用 --demo 启动的，请不带它启动 Mien。",
    },
    music: { what: "正在播放 Mien 自带的曲子。", cure: "请添加自己的音乐。" },
    silent: {
      what: "音乐没有接音箱，没人听得到。",
      cure: "请在设置里选择音箱；如果是用 --output null 启动的，请不带它启动 Mien。",
    },
  },
  some: (count) => `有 ${count} 处需要看一看。`,
  health: "各部分状态",
  parts: {
    player: "声音",
    library: "音乐",
    camera: "摄像头",
    vision: "表情识别",
    store: "数据库",
    backup: "备份",
    disk: "磁盘空间",
    temperature: "温度",
    https: "HTTPS",
    clock: "时间",
  },
  states: {
    ok: "正常",
    starting: "正在启动",
    off: "已关闭",
    degraded: "不太正常",
    down: "不工作",
  },
  camera: {
    demo: "演示照片",
    resting: "不营业时休息",
    unasked: "等待说明放在哪里",
  },
  toSetting: {
    speaker: "选择音箱",
    camera: "选择摄像头",
    folders: "选择音乐文件夹",
    backups: "选择备份文件夹",
    stands: "说明 Mien 放在哪里",
  },
  told: {
    silent: "没有音箱",
    noSensor: "这里没有传感器",
    noBackups: "还没有做过",
    open: "已开放",
    shut: "未向网络开放",
  },
  unasked: {
    what: "摄像头保持关闭，因为还没有人说明 Mien 放在哪里。",
    cure: "请在设置的“地点”中说明：在允许的地方，摄像头随后会打开。",
  },

  now: "现在",
  nothing: "没有在播放。",
  paused: "已暂停",
  next: (title) => `接下来：${title}`,
  faces: (count) => (count === 0 ? "没有看到脸。" : `看到 ${count} 张脸。`),
  here: (count) =>
    count === 0
      ? "没有人用卡或 PIN 在场。"
      : `${count} 人用卡或 PIN 算作在场，直到他们离开或房间一直没有人。`,

  today: "最近 24 小时",
  plays: "播放的歌曲",
  picked: "Mien 选的",
  asked: "有人点的",
  skipped: "被跳过的",
  toHistory: "全部历史",

  machine: "设备",
  heat: "温度",
  disk: "磁盘可用空间",
  memory: "可用内存",
  used: "Mien 占用内存",
  up: "已运行",
  backup: "上次备份",
  noBackup: "还没有",
  version: "版本",
  unknown: "未知",
  of: (part, whole) => `${part} / ${whole}`,
  celsius: (value) => `${Math.round(value)} °C`,
  minutes: (count) => `${count} 分钟`,
  days: (days, hours) => (days > 0 ? `${days} 天 ${hours} 小时` : `${hours} 小时`),

  do: "可以做的事",
  links: {
    music: "添加音乐",
    camera: "调整摄像头方向",
    people: "添加人员和卡",
    settings: "营业时间、音量、氛围",
    notice: "打印门口的告示",
    upkeep: "备份、更新、日志",
  },
};
