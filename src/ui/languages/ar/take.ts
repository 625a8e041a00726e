import type { TakeWords } from "../../words/take-words.ts";
import { songs } from "./songs.ts";

export const words: TakeWords = {
  playlists: "قائمة تشغيل لكل مزاج",
  playlistsHint: "ملفات M3U لأي مشغل على هذا الجهاز، في كل منها الأغاني الأقرب إلى مزاجها.",
  playlistsFromAfar: "فيها أسماء مجلدات هذا الجهاز، فخذها على الجهاز نفسه.",
  corrections: "ما قاله الناس هنا",
  correctionsHint: "ملف CSV، للحفظ أو لنقله إلى Mien آخر.",
  download: "تنزيل",
  bringBack: "إعادة استيراد ملف",
  broughtBack: (changed, unknown) =>
    `نُقلت: ${songs(changed)}${unknown > 0 ? `؛ غير موجود هنا: ${songs(unknown)}` : ""}.`,
  fault: (line, reason) => `السطر ${line}: ${reason}`,
  plays: "تقرير بما شُغّل",
  playsHint:
    "ملف CSV كما تطلبه جمعيات حقوق المؤلفين: العنوان والفنانون والألبوم وISRC والبداية والثواني المسموعة.",
  from: "من",
  to: "إلى",
  months: { this: "هذا الشهر", last: "الشهر الماضي" },
  fileName: (name) => `سيكون اسمه ${name}`,
  backwards: "اليوم الأخير قبل الأول.",
};
