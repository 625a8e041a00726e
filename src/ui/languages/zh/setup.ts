import type { SetupWords } from "../../words/setup-words.ts";

export const words: SetupWords = {
  title: "设置 Mien",
  ready: "Mien 已设置好",
  intro: "只要一分钟，Mien 就知道自己在哪里、由谁照管。",
  camera: {
    waits: "在此之前摄像头保持关闭：它能否观看，取决于 Mien 在什么地方。",
    on: "如果接有摄像头，从现在起它就开着。任何人都可以在屏幕上把它关掉。",
  },
  loading: "请稍候",
  done: "Mien 已经设置好了。人员有自己的页面。",
  toPeople: "到人员",
  toKiosk: "到播放屏",
  toLibrary: "添加音乐",
  toCamera: "调整摄像头并遮住员工",
  toNotice: "打印告示",
  toHours: "营业时间",
  toPhones: "让客人用手机点歌",
  toSettings: "全部设置",
  toOverview: "到概览",
  stands: "Mien 放在哪里？",
  places: {
    home: "家里",
    venue: "营业场所",
    workplace: "工作场所",
    school: "学校",
  },
  law: {
    home: "屏幕可以显示同意者的名字。",
    venue:
      "咖啡馆、商店、候诊室：请让员工在摄像头视野之外，或遮住他们的位置，并张贴告示。必须告知人们摄像头会读取表情（欧盟《人工智能法》第 50(3) 条）。",
    workplace:
      "摄像头保持关闭：在欧盟禁止推断员工的情绪（《人工智能法》第 5(1)(f) 条）。音乐按时段和人们的点播播放。",
    school:
      "摄像头保持关闭：在欧盟禁止推断学生的情绪（《人工智能法》第 5(1)(f) 条）。音乐按时段和人们的点播播放。",
  },
  place: "这个地方叫什么？",
  placeHint: "例如“厨房”或“月亮咖啡馆”。",
  timeZone: "时区",
  languages: "屏幕的语言",
  languagesHint: {
    none: "一种都不选时，屏幕提供所有语言。",
    one: (name) => `屏幕只用${name}。`,
    several: (name) => `屏幕先用${name}，点屏幕上的地球图标可换其他语言。`,
  },
  admin: "由谁照管？",
  adminHint: "第一位管理员。以后可以再加人。",
  name: "你的名字",
  passphrase: "口令，10 个字符以上",
  passphraseHint: "几个词容易记住。没有别的进入方法：请写下来。",
  show: "显示我输入的内容",
  pin: "播放屏用的 4 到 8 位 PIN（可以留空）",
  code: "设置代码",
  codeHint: "它在设备自己的屏幕上，也在日志里。",
  go: "完成设置",
  chooseStand: "请先说明 Mien 放在哪里。",
  lacking: {
    place: "请填写这个地方叫什么。",
    name: "请填写由谁照管：还缺名字。",
    passphrase: (least) => `口令太短：至少要 ${least} 个字符。`,
    pin: "PIN 是 4 到 8 位数字，也可以留空。",
    code: "还缺设置代码。",
  },

  finished: (place) => `${place} 已就绪。`,
  signedIn: (name) => `${name}，你已以管理员登录。`,
  notSignedIn: "你没有登录：此页面没有加密。管理员请在设备上登录。",
};
