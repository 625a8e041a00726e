import type { OwnerRefusalWords } from "../../words/owner-refusal-words.ts";

export const words: OwnerRefusalWords = {
  "set-up-already": "Mien 已经设置好了。",
  "setup-code": "从别的设备需要设置码：它在 Mien 的日志里，也在屏幕上。",
  "setup-runs": "别人正在设置它。",
  "time-zone": "没有 {zone} 这个时区：写法如 Asia/Shanghai。",
  "admin-passphrase": "管理员需要口令。",
  "admin-passphrase-too": "管理员需要口令：请和角色一起给出。",
  "admins-make-admins": "只有管理员能任命管理员。",
  "card-number": "这不是卡号。",
  "no-card": "没有这张卡。",
  "screen-code": "这不是 Mien 屏幕的代码。",
  "no-device": "没有设备 {id}：请插上后再找。",
  "device-refused": "系统不让 Mien 读取 {name}：请在 Mien 的文件夹里运行 sudo scripts/card-reader {id}。",
  "device-unreadable": "无法读取 {name}：请拔出后再插上。",
  "enough-readers": "Mien 记住 {count} 个读卡器：请忘掉一个不再使用的。",
  "no-reader": "没有人教过这样的读卡器。",
  "no-picture": "摄像头现在没有画面，原因见概览页。",
  "no-setting": "没有名为 {name} 的设置。",
  "setting-choice": "{name} 只能是：{choices}。",
  "no-service": "这里没有什么会自动重新启动 Mien：请结束它，再按原来的方式启动。",
  "no-day": "没有这一天：日期写作 2026-11-30。",
  "days-backwards": "最后一天（{to}）在第一天（{from}）之前。",
  "sending-others": "正在发送其他文件：请稍后再试。",
  "no-backup": "这个备份已不在了：请从现有的里面选。",
  "no-drive": "{path} 不是 U 盘，也不是 U 盘上的文件夹。",
  "copies-another": "正在复制另一个 U 盘：请等待，或停止它。",
  "copies-nothing": "现在没有复制任何东西。",
  "model-missing": "缺少文件 models/{file}：请重新安装 Mien，或在克隆里用 git checkout models 取回。",
  "model-damaged":
    "文件 models/{file} 已损坏或属于另一个版本：请重新安装 Mien，或在克隆里用 git checkout models 取回。",
  "model-unreadable":
    "无法读取文件 models/{file}（{why}）：请重新安装 Mien，或在克隆里用 git checkout models 取回。",
  "model-says-nothing":
    "文件 models/README.md 没有提到“{heading}”：请重新安装 Mien，或在克隆里用 git checkout models 取回。",
  "database-held": "另一个程序占用着 {file}（{why}）。请结束它，或等它完成。",
  "database-damaged":
    "{file} 已损坏或不是 SQLite 数据库（{why}）。请恢复备份，或移走该文件：Mien 会新建一个并重新读取音乐。",
  "database-unreadable":
    "无法读写 {file}（{why}，{errno}）。请检查磁盘是否完好、是否可写，以及文件夹是否属于 Mien 的用户。",
  "store-unstartable": "数据库 {file} 无法启动（{part}：{why}）。请运行 scripts/start。",
  "search-damaged": "{file} 里的搜索索引已损坏（{why}），正在重建。",
  "backup-unread": "写到 {folder} 的内容无法再读出（{why}）。请换一个 U 盘或磁盘做备份。",
  "backup-unwritable": "备份无法写到 {folder}（{why}）。请看看 Mien 的用户能否在那里写入。",
  "backup-no-room": "{folder} 里没有备份的空间。请腾出空间，或在 backupFolder 设置里选另一个文件夹。",
  "backup-folder": "备份文件夹 {folder} 不在。请接上它的 U 盘或磁盘，或在 backupFolder 设置里另选一个。",
  "work-ended": "对 {file} 的工作提前结束了（{work}）：{why}",
};
