import type { SettingTexts } from "../../../words/setting-texts.ts";

/** Where Mien stands, what it sees, who is there, and what is kept. */
export const here = {
  placeName: {
    title: "这个地方的名称",
    help: "例如“厨房”或“月亮咖啡馆”。它显示在客人的手机上，以及贴在门口的告示上。",
  },
  stands: {
    title: "Mien 放在哪里",
    help: "在家里，屏幕可以显示同意者的名字；在其他地方绝不列出任何名字。在工作场所或学校，摄像头保持关闭：在欧盟禁止推断员工或学生的情绪（《人工智能法》第 5(1)(f) 条）。",
  },
  timeZone: {
    title: "时区",
    help: "各种时间都以此为准。不选则用设备自身的时区。",
  },
  screenLanguages: {
    title: "屏幕的语言",
    help: "屏幕提供的语言，没人操作时用第一种。一种都不选则提供 Mien 会的所有语言。",
  },

  cameraSource: {
    title: "摄像头",
    help: "auto 使用第一个有画面的摄像头。也可以是设备（/dev/v4l/by-id/…）、视频文件、图片文件夹，或摄像头地址：rtsp://NAME:PASSWORD@HOST/PATH，MJPEG 流用 http。",
  },
  sensing: {
    title: "从脸上读取什么",
    help: "选“只看微笑”时，除了有没有微笑，没有任何信息离开处理画面的程序。",
  },
  cascade: {
    title: "人脸检测器",
    help: "alt2 误认的脸更少；default 找到的脸略多。",
  },
  minFaceShare: {
    title: "最小的人脸",
    help: "占画面高度的比例。越小越能找到远处的人，运算也越多。",
  },
  minConfidence: {
    title: "读取须有多大把握",
    help: "把握低于此值的脸视为未读取。留空则用模型自带的值。",
  },
  blackout: {
    title: "画面中不读取的区域",
    help: "在寻找人脸之前涂黑，例如员工站的地方。",
  },
  observationsPerSecond: {
    title: "有人脸时每秒看几次",
    help: "多久读取一次人脸。没有人时每秒看一次。",
  },

  moodHalfLifeMs: {
    title: "氛围跟随的快慢",
    help: "经过这段时间，表情变化的一半会反映到氛围里。",
  },
  moodDwellMs: {
    title: "一种氛围最短停留",
    help: "氛围至少保持这么久，才会换成另一种。",
  },
  moodHoldMs: {
    title: "最后一张脸之后的保持时间",
    help: "看不到人以后，氛围保持多久。",
  },
  moodFadeMs: {
    title: "渐回平常氛围",
    help: "此后回到平常氛围需要多久。",
  },
  usualMood: {
    title: "平常氛围",
    help: "看不到人时，音乐以此为准。一天中的某个时段可以有自己的平常氛围。",
  },
  dialHoldSeconds: {
    title: "转盘设定保持多久",
    help: "在屏幕转盘上设定的氛围，从最后一次触摸起保持这么久，之后仍由摄像头决定。若还没有放过一首合它的歌，下一首仍会合它。",
  },
  moodHistoryDays: {
    title: "氛围保存多久",
    help: "历史记录用两个数字保存每首歌播放时的现场氛围。过了这些天数就会清除；播放过什么仍会保留。",
  },

  openToNetwork: {
    title: "对网络开放",
    help: "关：只有这台设备能打开页面。开：同一网络里的设备都能查看；在那里登录的人可以控制音乐，客人可以做手机页面允许的事。",
  },
  hostNames: {
    title: "这台设备的名称",
    help: "其他设备打开页面时所用的名称，例如 mien.fritz.box。设备自己的名称、带 .local 的名称和它的地址无需填写；其他名称一律拒绝，因为网站可能让某个名称指向这里。",
  },
  port: { title: "端口", help: "提供页面的端口。" },
  httpsPort: {
    title: "HTTPS 端口",
    help: "Mien 对网络开放后，管理员从其他设备经此进入：用普通 HTTP 无法成为管理员。届时这里会显示其证书的指纹，供与浏览器显示的核对。留空则用另一端口的下一个。",
  },

  walkedAwaySeconds: {
    title: "离开后自动退出",
    help: "这么久没有人脸也没有触摸，屏幕上登录的人就会退出。摄像头关闭时，两分钟没有触摸即退出。",
  },
  roomEmptyMinutes: {
    title: "何时视为没有人",
    help: "这么久没有人脸也没有触摸，刷卡或用 PIN 来的人就视为已离开，他们的轮次也随之结束。沙发可能有一阵子不在摄像头视野里。",
  },
  cardReaders: {
    title: "读卡器",
    help: "Mien 自己不认识的读卡器。在 Mien 的文件夹里运行 sudo scripts/card-reader 1234:5678（换成 lsusb 列出的两个编号），Mien 就能读取它；会打字的随后写在这里：1234:5678 keys。其他的见 docs/cards.md。切勿填写你打字用的键盘：这里写的都会当作刷卡读取。",
  },
  backupAt: {
    title: "夜间备份",
    help: "何时复制数据库，按所设的时区；错过的会补上。留空则不自动备份。",
  },
  backupFolder: {
    title: "备份文件夹",
    help: "以 / 开头的路径，例如 U 盘上的文件夹；为最近七天和最近四周各保留一份。留空则用数据库旁边的文件夹，磁盘坏了就没有用了。",
  },
} satisfies Partial<SettingTexts>;
