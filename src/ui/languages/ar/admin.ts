import type { AdminWords } from "../../words/admin-words.ts";

export const words: AdminWords = {
  pages: "الصفحات",
  ways: {
    overview: "نظرة عامة",
    library: "المكتبة",
    people: "الناس",
    camera: "الكاميرا",
    history: "السجل",
    model: "النموذج",
    upkeep: "الصيانة",
    settings: "الإعدادات",
  },
  toKiosk: "إلى الشاشة",
  signIn: "دخول",
  signInFirst: "هذه الصفحة للمشرفين.",
  byPin: (name) => `${name} داخل برمز PIN أو ببطاقة. يتطلب هذا عبارة المرور أيضًا.`,
  givePassphrase: "اكتب عبارة المرور",
  fromAfar: "هذه الصفحة للمشرفين. افتحها على الجهاز نفسه أو عبر HTTPS.",
  secureWay: "إلى الصفحة المشفّرة",
  loading: "لحظة",
};
