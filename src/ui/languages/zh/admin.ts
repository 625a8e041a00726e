import type { AdminWords } from "../../words/admin-words.ts";

export const words: AdminWords = {
  pages: "页面",
  ways: {
    overview: "概览",
    library: "曲库",
    people: "人员",
    camera: "摄像头",
    history: "历史",
    model: "模型",
    upkeep: "维护",
    settings: "设置",
  },
  toKiosk: "到播放屏",
  signIn: "登录",
  signInFirst: "此页面仅供管理员使用。",
  byPin: (name) => `${name} 是用 PIN 或卡登录的。这里还需要口令。`,
  givePassphrase: "输入口令",
  fromAfar: "此页面仅供管理员使用。请在设备本机上打开，或通过 HTTPS 打开。",
  secureWay: "打开加密页面",
  loading: "请稍候",
};
