import type { SettingTexts } from "../../../words/setting-texts.ts";

/** How it sounds, when there is music, and how loud it may be. */
export const sound = {
  output: {
    title: "音箱",
    help: "歌曲会在另一个音箱上继续。不在的音箱，会等它回来。",
  },
  volume: {
    title: "开始时的音量",
    help: "以多大的音量开始。在屏幕前的人可以调整。",
  },
  crossfadeSeconds: {
    title: "交叉淡化",
    help: "一首歌用这么久淡出，同时下一首淡入。0 表示一首接一首、没有间隙；一次只能播一路声音的音箱也是如此。",
  },
  levelling: {
    title: "统一音量",
    help: "依据文件里的响度信息（ReplayGain、R128、Sound Check）。轻的歌只提升到不失真为止。",
  },
  preampDb: {
    title: "前级增益",
    help: "统一音量时，每首歌都加上这个值。",
  },
  untaggedGainDb: {
    title: "没有响度信息的歌",
    help: "改为给它们加上这个值。多数音乐比统一后的音量高约 6 dB。",
  },

  openingHours: {
    title: "营业时间",
    help: "什么时候有音乐：一天可以有几段，也可以跨过午夜。到时自动开始和结束。设备还不知道时间时视为营业，小声播放。",
  },
  holidays: {
    title: "节假日",
    help: "有单独时段或不开放的日子，优先于营业时间。",
  },
  temporaryStop: { title: "暂时关闭", help: "优先于营业时间。" },
  volumeRange: {
    title: "音量范围",
    help: "任何人最低和最高能调到多少。某个时段可以在此范围内另设自己的范围。",
  },
  quietHours: {
    title: "安静时段",
    help: "在这些时间，音量无论如何都不会更高。",
  },
  climbMinutes: {
    title: "开门后渐强",
    help: "开门后音乐从小声开始，在这段时间内升到正常音量。",
  },
} satisfies Partial<SettingTexts>;
