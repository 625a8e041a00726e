import type { CameraWords } from "../../words/camera-words.ts";

export const words: CameraWords = {
  title: "摄像头",
  picture: "摄像头看到的画面",
  told: "只有你在此页面打开时能看到。画面不会保存在任何地方，播放屏会提示有人在看。",
  starting: "正在等待第一幅画面",
  noPicture: "没有画面。",
  recording: "录制里没有画面，只有当时识别到的内容。",
  off: "摄像头已关闭：没有可看的画面。",
  closed:
    "Mien 现在不营业：不读取任何人的表情，摄像头休息。只有你在这里查看时它才打开，它看到的不会改变任何东西。",
  forbidden: {
    workplace: "在工作场所，摄像头保持关闭：在欧盟禁止推断员工的情绪（《人工智能法》第 5(1)(f) 条）。",
    school: "在学校，摄像头保持关闭：在欧盟禁止推断学生的情绪（《人工智能法》第 5(1)(f) 条）。",
  },
  whereSet: "Mien 放在哪里，可在设置中更改。",

  faces: {
    title: "读取结果",
    none: "没有看到人脸。",
    name: (number) => `人脸 ${number}`,
    quality: (share) => `画面质量 ${share}`,
    unread: {
      "too-small": "太小，无法读取：请把摄像头移近，或对准人们站的地方。",
      blurred: "太模糊，无法读取：请增加光线，或调好摄像头的焦距。",
      turned: "没有面向摄像头。",
      unsure: "把握不够，无法判断。",
    },
    note: "脸上的表情不等于内心的感受。",
    expressions: {
      angry: "生气",
      disgust: "厌恶",
      fear: "害怕",
      happy: "高兴",
      sad: "难过",
      surprise: "惊讶",
      neutral: "平静",
      smiling: "微笑",
      notSmiling: "没有微笑",
    },
  },

  zones: {
    title: "不读取的区域",
    hint: "在画面上框出员工站的地方，或镜子、屏幕。在寻找人脸之前，框内就已涂黑。",
    keys: "用键盘：方向键移动方框，按住 Shift 调整大小，Delete 删除。",
    one: (name) => `方框 ${name}`,
    label: (name, left, right, top, bottom) =>
      `方框 ${name}：横向 ${left} 到 ${right}，纵向 ${top} 到 ${bottom}`,
    none: "没有排除任何区域。",
    add: "添加方框",
    remove: (name) => `删除方框 ${name}`,
    undo: "撤销",
    full: "已有 16 个方框，不能再加。",
    saved: "已保存。",
  },

  source: {
    title: "来源",
    devices: "这台设备上的摄像头",
    auto: "任何有画面的摄像头",
    none: "没有接摄像头。",
  },
  reading: "检测器与阈值",
};
