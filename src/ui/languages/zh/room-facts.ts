import type { PlaceFacts, RoomFacts, RoomFactsWords } from "../../words/room-facts-words.ts";

const members =
  "没有人必须注册。对注册的人会保存：名字和登记时间，所选、喜欢和永远不想听的，在这里听过、点过或跳过的歌，以及在哪里登录；PIN 和卡只以无人能读的形式保存。其中大部分可以在屏幕上查看，全部都可以作为文件带走，也可以删除。";
const phones =
  "可以用手机点歌，不必留名。只保存有客人点了或跳过了一首歌，没有人知道是哪一位。手机在等什么，一天内就会忘记。";

const reads = ({ sensing, moodDays, phones: byPhone, home, photographs }: PlaceFacts): RoomFacts => ({
  lead: "这里的音乐按现场看起来的氛围来选。一个自动系统根据摄像头看到的人脸来估计。",
  sections: [
    {
      title: "它做什么",
      points: [
        sensing === "smile"
          ? "它数看得到的人脸，并看每张脸有没有微笑，别无其他。"
          : "它数看得到的人脸，并估计每张脸是七种表情中的哪一种，例如高兴或难过。脸上的表情不等于心里的感受，估计也常常出错。",
        "它不认人：不知道姓名、年龄、性别和出身，也不会再次认出任何人。",
        "由此决定的只有音乐，不对任何人作任何决定。",
      ],
    },
    {
      title: "保存什么，从不保存什么",
      points: [
        "不保存任何画面和面孔，除下面说到的时刻外，也没有任何画面离开这台机器。每个画面读完即消失，不到一秒。",
        `会保存什么时候放了什么，并在 ${moodDays} 天内保存每首歌时的现场氛围：整个现场两个数字，不针对任何个人。`,
        ...(byPhone ? [phones] : []),
        members,
        "调整摄像头方向时，会有一个人短时间看到它的画面；屏幕会说明，这也不会保存。",
      ],
    },
    ...(photographs
      ? []
      : [
          {
            title: "如果你不愿意",
            points: [
              "任何人都可以关闭摄像头：触摸屏幕，再按“关闭摄像头”。它立刻关闭，音乐照常播放。",
              home ? "或者告诉住在这里的人。" : "或者告诉在这里工作的人。",
            ],
          },
        ]),
  ],
});

const readsNone = ({ forbidden, moodDays, phones: byPhone }: PlaceFacts): RoomFacts => ({
  lead: "这里的音乐按时间和大家的点播来放。这台机器可以配合摄像头工作，但在这里摄像头保持关闭。",
  sections: [
    {
      title: "它做什么",
      points: [
        "它在这里不看任何人：不拍任何人的画面，也不读任何人的脸。",
        forbidden === "school"
          ? "在欧盟，不得从面孔推断学生的感受。因此机器设定为学校使用时，摄像头无法打开。"
          : "在欧盟，不得从面孔推断员工的感受。因此机器设定为工作场所使用时，摄像头无法打开。",
      ],
    },
    {
      title: "保存什么，从不保存什么",
      points: [
        `会保存什么时候放了什么，并在 ${moodDays} 天内保存每首歌的氛围，它来自时间安排或某人的愿望。不保存画面，也不保存面孔。`,
        ...(byPhone ? [phones] : []),
        members,
      ],
    },
  ],
});

const about = (facts: PlaceFacts): RoomFacts => (facts.forbidden === null ? reads(facts) : readsNone(facts));

export const words: RoomFactsWords = { about };
