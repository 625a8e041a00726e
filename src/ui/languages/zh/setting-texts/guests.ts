import type { SettingTexts } from "../../../words/setting-texts.ts";

/** What guests may do with their own phones. */
export const guests = {
  guestPage: {
    title: "客人手机页面",
    help: "开：屏幕显示一个码，同一网络里的手机可以打开：正在放什么、点歌、投票跳过。还需要打开“对网络开放”。关：客人的手机什么都不能做。",
  },
  guestRequests: {
    title: "手机点歌",
    help: "客人能否用手机点歌。等待的歌只在内存里：Mien 重新启动后还在，机器重新启动就没有了。",
  },
  guestVotes: {
    title: "手机投票",
    help: "手机能否投票跳过正在放的歌。",
  },
  guestWaiting: {
    title: "每位客人等待的歌",
    help: "一位客人最多有这么多首同时等待。无论谁点多少，客人都轮流来，同一艺人不会排两首。",
  },
  guestHourly: {
    title: "每位客人每小时的歌",
    help: "一位客人一小时内可以点这么多首。撤回的不算。",
  },
  guestSpacing: {
    title: "两首手机点歌之间的歌",
    help: "放完一首手机点的歌后，先放这么多首再放下一首：合现场的歌，以及登录者轮到的歌。0 表示 Mien 自己选的歌不会排在有人等着的歌前面；登录的人仍会在中间轮到。",
  },
  guestVoteShare: {
    title: "跳过一首歌的比例",
    help: "在打开并正看着页面的手机中，要有这么多想换歌。",
  },
  guestVoteLeast: {
    title: "跳过一首歌的最少数量",
    help: "少于此数绝不跳过。只要不止一部手机，就总需要两部。",
  },
  guestPhones: {
    title: "同时的手机数",
    help: "更多的手机会被请求等待。设备自己的屏幕始终有位置。",
  },
  guestPhonesPerAddress: {
    title: "每个地址的手机数",
    help: "网络中一个地址可以来这么多部手机，包括同时在线的和一小时内新来的。每个无痕标签页都算一部，所以这也是一个人最多的票数和轮次。如果客人的网络把所有手机藏在一个地址后面，请调高。",
  },
  guestCodeAtRest: {
    title: "屏幕上一直显示码",
    help: "开：没有人触摸屏幕时，也显示手机用的码。",
  },
} satisfies Partial<SettingTexts>;
