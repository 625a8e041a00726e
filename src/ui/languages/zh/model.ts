import type { ModelWords } from "../../words/model-words.ts";
import { numberIn, percentIn } from "../plural.ts";

const number = numberIn("zh-Hans");
const whole = percentIn("zh-Hans");

export const words: ModelWords = {
  title: "模型",
  percent: percentIn("zh-Hans", 1),
  mustNot: "不得用于什么",
  mustNotSentences: [
    "评判一个人：招聘、打分、执法、销售、保险、健康、测谎。对任何人的决定都不得以它为依据。",
    "在工作场所或学校。欧盟《人工智能法》（第 5 条）禁止在那里从面部推断人的情绪；在其他地方（第 50 条）则要求告知人们。请在摄像头处张贴告示。",
    "识别某个人。它的一半起初是用来区分人的网络，之后改为训练表情，只给出表情，这里也不保存任何面孔。",
    "它只够做一件事：影响下一首放什么歌，答错了也没有损失。",
  ],
  cannot: "它判断不了什么",
  cannotSentences: [
    "表情不是情绪。人思考时会皱眉，不自在时会微笑，平静的脸也可能在难过；两者的联系很弱，因人和文化而异（Barrett et al., 2019）。模型说的是一张脸在某一刻显示了什么。",
    "它的样本是摆拍、表演或挑选出来的：演员和表情强烈的图库照片。客厅里放松的脸要含蓄得多。“平静”和“难过”可能会被混淆。",
    "最弱的类别：见“认出”一列。恐惧会被当成难过、惊讶、平静和生气，厌恶会被当成生气；清理之前，厌恶只有 436 张训练图片。",
    "偏差。对这类系统的公开测试发现，同样的微笑，它们会把黑人的脸读得比白人更生气（Rhue, 2018）；误差也随年龄和性别而变。FER-2013 没有这类标注，所以这个数据集无法显示这里的差距有多大，我们也不声称没有差距。它收录的是 2013 年一次英文网络搜索返回的人，没有人统计过他们。模型的一半先前见过另一些人，多半是知名的人，这可能有益，也可能有害；没有人测量过。",
    "它没见过的情况：口罩、强烈的侧光、转过约 45° 以上的头、红外线。训练加入了旋转、取景偏差、模糊、曝光和遮挡，没有加入这些。",
  ],
  figures: "测量结果",
  hint: (faces) =>
    `在 ${number(faces)} 张未参与任何选择的脸上测得。人们给同一批图片的样本做标注，正确率为 65\u00a0±\u00a05\u00a0%：离 100\u00a0% 的差距很大一部分来自标注的噪声。`,
  version: (version) => `版本 ${version}。`,
  trainedOn: "训练数据：",
  columns: {
    file: "文件",
    accuracy: "正确",
    recall: "各表情平均",
    kept: "能读出的",
    right: "其中正确",
  },
  files: { int8: "int8", fp32: "fp32" },
  which: "两个文件是同一个网络；int8 取整为整数，在大多数设备上更快。",
  byExpression: "按表情",
  expression: "表情",
  told: "有此表情的，认出多少",
  isRight: "认出的，正确多少",
  less: (sure) => `把握不到 ${whole(sure)} 的结果视为未读出。`,
  pictures: "图表",
  drawnIn: "图中文字为英文。",
  picture: {
    confusion: "哪种表情被当成哪种",
    recall: "每种表情认出多少",
    reliability: "它的把握是否与正确率相符",
    robustness: "倾斜、昏暗和较小的脸造成多少损失",
    abstention: "读出多少张脸时正确率如何",
    framing: "脸在画面中位置不同造成多少损失",
    accuracy: "训练过程",
    adjustment: "提高最弱的表情付出了什么",
  },
};
