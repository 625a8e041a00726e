import type { NoticeWords } from "../../words/notice-words.ts";

export const words: NoticeWords = {
  title: "门口的告示",
  hint: "请挂在人们被摄像头看到之前就能看见的地方。它说明 Mien 按当前设置会做什么；在你那里是否足够，只有你和你的顾问才能判断。",
  language: "语言",
  languages: { both: "英语和德语", en: "英语", de: "德语" },
  contact: "负责人：姓名、地址和联系方式",
  contactHint: "只保存在此浏览器中。",
  fillIn: "填写负责人",
  lacking: "还没有写明负责人。请在这里填写，或打印后在空行上手写。",
  printAnyway: "带空行打印",
  print: "打印",
  back: "到概览",
  photographs: "现在由照片代替摄像头，所以现场没有人被读取。告示写的是摄像头开启后的情况。",
  law: {
    forbidden: "Mien 所在之处摄像头保持关闭，不读取任何面孔，因此不需要告示。这张告示把这一点告诉询问的人。",
  },
  failed: "无法获取告示的内容。",
};
