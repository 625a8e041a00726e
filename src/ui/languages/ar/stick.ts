import type { StickWords } from "../../words/stick-words.ts";
import { ltr } from "../isolate.ts";

export const words: StickWords = {
  plugIn:
    "لأخذ كل شيء معك في ملف، صِل ذاكرة USB بـ Mien. ستظهر هنا؛ وإن لم تظهر خلال نصف دقيقة فاسأل أحد المشرفين.",
  save: (stick) => `احفظ كل شيء على «${ltr(stick)}»`,
  sure: (stick) => `احفظ الآن على «${ltr(stick)}»`,
  hint: "من يملك الذاكرة يستطيع قراءة الملف. رقمك السري أو عبارة المرور تثبت أنه أنت.",
  saving: "يجري التحقق من أنه أنت، ثم يُحفظ كل شيء. اترك الذاكرة موصولة.",
  gone: "هذه الذاكرة لم تعد موجودة: صِلها مرة أخرى.",
  saved: (file, stick) => `حُفظ على «${ltr(stick)}» باسم ${ltr(file)}. يمكنك نزع الذاكرة الآن.`,
};
