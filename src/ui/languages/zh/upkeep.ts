import type { UpkeepWords } from "../../words/upkeep-words.ts";

export const words: UpkeepWords = {
  title: "维护",
  log: {
    title: "日志",
    hint: "Mien 启动以来最新的记录，为英文。姓名、标题、路径和地址已略去（…），与支持包中相同。",
    level: "显示",
    levels: { all: "全部", warn: "警告和错误", error: "仅错误" },
    none: "没有这样的记录。",
    live: "新的记录会自动出现。",
    kinds: { info: "信息", warn: "警告", error: "错误" },
    bundle: "下载支持包",
    bundleHint: "版本、设备类型、各部分状态、设置和日志。其中不应有任何人的隐私；发送前请先看一遍。",
  },
  backups: "备份",
  take: {
    title: "带走一份备份",
    which: "哪一份备份",
    download: "下载",
    none: "还没有备份。",
    holds:
      "里面有所有人的名字，PIN、口令和卡片的哈希值，以及什么时候播放过什么。请放在别人读不到的地方，不再需要时就删除。",
  },
  restore: {
    title: "恢复备份",
    hint: "在设备本机上进行，用终端或通过 SSH，因为其间 Mien 不能运行。原来的数据库会保留。",
    clone:
      "这里 Mien 不是系统服务：请在启动它的地方按 Ctrl+C 结束，然后输入以下命令。原来给 scripts/start 的其他参数，请再给一次。",
    other: "不写“newest”时，scripts/restore 会列出所有备份及其日期。",
    path: "要恢复带走的备份，请把它复制到设备上，并用它的路径代替名称。",
    now: (when) => `恢复 ${when} 的备份`,
    another: (title) => `在“${title}”里可选择另一个。`,
    none: "还没有可以恢复的备份。",
    takes: (when) =>
      `${when} 的备份将代替数据库。Mien 会结束并重新启动：有几秒钟没有音乐。那以后的改动将不再存在，人员、卡和 PIN 除外；现在的数据库会保留。所有人都要重新登录。`,
    sure: "恢复并重新启动 Mien",
    leave: "保持原样",
    reads: "正在把备份从头到尾读一遍，以确保完好。",
    under: "Mien 正在重新启动。本页会等待，并告诉您结果。",
    away: "Mien 没有回来；本页继续等待。按备份里的设置，它的地址可能不同。如果不是，请把设备关掉再打开。原因见日志：journalctl -u mien",
    done: (when) => `Mien 又在运行，用的是 ${when} 的备份。`,
    failed: "Mien 又在运行，数据库和之前一样：备份没有恢复。",
    again: "Mien 又在运行，但没有说备份是否已恢复。",
    byHand: "用命令恢复（打不开本页时）",
    restored: (when, backup) => `${when} 按管理员的要求，用 ${backup} 的备份代替了数据库。`,
    notRestored: (when, backup) =>
      `${when} 本应用一个备份${backup}代替数据库，但没有成功。数据库和之前一样。`,
    keptBefore: (path) => `之前的数据库保存在 ${path}`,
  },
  update: {
    title: "更新",
    version: (version) => `这是 Mien ${version}。`,
    hint: "Mien 不会自行从互联网获取任何内容，因此不知道是否有新版本。请把新版本的文件带到设备上，例如用 U 盘，然后在那里输入：",
    after: "音乐会停几秒。新版本会被观察一分钟，如果变差，旧版本会连同数据一起恢复。",
    clone: "如果是克隆的仓库，用已签名的标签也可以：sudo scripts/update --tag TAG。",
    inClone:
      "Mien 不会自行从互联网获取任何内容，因此不知道是否有新版本。请先做一个备份，在启动 Mien 的地方按 Ctrl+C 结束它，然后输入以下命令。原来给 scripts/start 的其他参数，请再给一次。",
    unwatched: "新的内容会在启动前构建。没有人观察它：如果变差，可以用之前的版本和备份恢复。",
    stayed: (when, from, to) => `${when}，Mien 从 ${from} 更新到了 ${to}。`,
    cameBack: (when, from, to) => `${when} 更新到 ${to} 后情况变差：${from} 已连同数据恢复。`,
    because: "更新程序的说明：",
  },
};
