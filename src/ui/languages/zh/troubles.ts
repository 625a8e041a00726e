import type { Trouble } from "../../words/trouble-words.ts";
import type { Words } from "../../words/words.ts";

export const troubles: Words["troubles"] = {
  "camera-absent": { what: "没有找到摄像头。", cure: "请接上一个，会自动识别。" },
  "camera-unplugged": { what: "摄像头不见了。", cure: "请重新接上，会自动识别。" },
  "camera-stuck": { what: "摄像头不再响应。", cure: "正在重新启动；如果一直这样，请拔下再接上。" },
  "camera-ended": { what: "摄像头的录像放完了。", cure: "请在设置里选另一个摄像头。" },
  "camera-unreadable": { what: "摄像头没有画面。", cure: "请关闭占用它的其他程序，或重新接上。" },
  "model-invalid": { what: "无法读取表情：模型文件不匹配。", cure: "请重新安装 Mien。" },
  "cascade-missing": { what: "无法找到人脸：缺少检测器文件。", cure: "请再运行 scripts/start，它会安装。" },
  "opencv-missing": { what: "无法使用摄像头：缺少 OpenCV。", cure: "请再运行 scripts/start，它会安装。" },
  "vision-crashed": { what: "负责看的部分停了。", cure: "它会自己重新启动。" },
  "vision-silent": { what: "负责看的部分没有声息。", cure: "正在重新启动。" },
  "mpv-missing": { what: "没有声音：缺少播放器 mpv。", cure: "请再运行 scripts/start，它会安装。" },
  "mpv-gone": { what: "播放器停了。", cure: "它会从同一首歌重新开始。" },
  "mpv-stalled": { what: "声音停住了。", cure: "它会自己重新开始；如果一直这样，请检查音箱的线。" },
  "output-missing": {
    what: "没有声卡：正在无声播放。",
    cure: "请接上音箱，会自动识别；或在设置里选另一个。",
  },
  "output-elsewhere": { what: "所选音箱不在：由另一个播放。", cure: "请接上或打开它，音乐会自动回去。" },
  "nothing-playable": { what: "没有歌能播放。", cure: "请看看曲库：文件可能损坏，或都不合规则。" },
  "folder-missing": {
    what: "少了一个音乐文件夹。",
    cure: "请接上它的磁盘；如果是写错了，请在设置里改正。",
    named: (name) => `少了一个音乐文件夹：${name}。`,
  },
  "library-empty": { what: "自己的音乐还不能播放。", cure: "请添加歌曲，或在曲库中注明它们的氛围。" },
  "disk-full": { what: "磁盘满了。", cure: "音乐照常；请腾出空间，好保存记录。" },
  "store-unavailable": {
    what: "无法写入记录。",
    cure: "音乐照常；请检查磁盘，以及有没有别的程序占用数据库。",
  },
  "database-replaced": {
    what: "数据库损坏，已由备份代替。",
    cure: "最近的改动可能缺失；损坏的已保留。请检查磁盘。",
  },
  "database-emptied": {
    what: "数据库损坏；没有完好的备份，已由空数据库代替。",
    cure: "请检查设置；损坏的已保留。请检查磁盘。",
  },
  "database-restored": {
    what: "已用备份代替数据库。",
    cure: "那以后的改动不在了；之前的数据库已保留。",
  },
  "restore-failed": {
    what: "备份没有恢复。",
    cure: "一切照旧；原因见维护页面。",
  },
  "backup-folder-missing": {
    what: "备份文件夹不在。",
    cure: "请接上它的 U 盘或磁盘；如果是写错了，请在设置里改正。",
  },
  "backup-no-room": { what: "没有空间存放备份。", cure: "请腾出空间，或在设置里选另一个文件夹。" },
  "backup-failed": { what: "备份没有成功。", cure: "会再试一次；请检查备份用的 U 盘或磁盘。" },
  "disk-low": { what: "磁盘快满了。", cure: "请尽快腾出空间，好保存记录。" },
  "too-hot": { what: "这台机器太热了。", cure: "请给它通风；在此之前它会放慢。" },
  "https-port": {
    what: "管理员无法从别处进入：HTTPS 的端口被占用。",
    cure: "请腾出该端口，或在设置里另选一个；会自动再试。",
  },
  "https-certificate": {
    what: "管理员无法从别处进入：证书无法生成或读取。",
    cure: "请腾出空间，或修好数据文件夹的权限；会自动再试。",
  },
  "clock-unset": {
    what: "这台机器不知道时间。",
    cure: "请连上网络；在此之前视为营业，设有时间的以最低音量开始。",
  },
};

type Kinds = Words["cameraTroubles"];

const onDisk = (what: string, holdsNone: Trouble): Kinds["file"] => ({
  "camera-absent": {
    what: `代替摄像头的${what}不在。`,
    cure: "请放回原处或接上它的磁盘，或在设置里选另一个摄像头。",
  },
  "camera-unplugged": { what: `代替摄像头的${what}不见了。`, cure: "请放回原处或接上它的磁盘，会自动识别。" },
  "camera-stuck": {
    what: `代替摄像头的${what}所在的磁盘没有响应。`,
    cure: "正在再试；如果一直这样，请检查磁盘或网络共享。",
  },
  "camera-ended": { what: `代替摄像头的${what}放完了。`, cure: "请在设置里选另一个摄像头。" },
  "camera-unreadable": holdsNone,
});

const overNetwork: Kinds["rtsp"] = {
  "camera-absent": {
    what: "无法连接网络摄像头。",
    cure: "请检查它是否开着、在同一网络，以及设置里的地址。",
  },
  "camera-unplugged": { what: "网络摄像头不见了。", cure: "请检查它是否开着、在同一网络；会自动识别。" },
  "camera-stuck": {
    what: "网络摄像头不再发送画面。",
    cure: "正在再试；如果一直这样，请检查网络和摄像头。",
  },
  "camera-ended": { what: "网络摄像头结束了它的视频流。", cure: "请检查它是否开着；会自动识别。" },
  "camera-unreadable": { what: "网络摄像头没有画面。", cure: "请检查设置里的地址、用户名和密码。" },
};

export const cameraTroubles: Kinds = {
  images: onDisk("图片文件夹", {
    what: "代替摄像头的文件夹里没有能读的图片。",
    cure: "请放入图片（jpg, png, webp, bmp），或在设置里选另一个摄像头。",
  }),
  file: onDisk("影片", {
    what: "代替摄像头的影片无法播放。",
    cure: "请用视频播放器试试，或在设置里选另一个摄像头。",
  }),
  recording: onDisk("录制", {
    what: "代替摄像头的录制无法读取。",
    cure: "请重新录制，或在设置里选另一个摄像头。",
  }),
  mjpeg: overNetwork,
  rtsp: overNetwork,
};
