import type { ModelWords } from "../../words/model-words.ts";
import { ltr } from "../isolate.ts";
import { numberIn, percentIn, pluralIn } from "../plural.ts";

const number = numberIn("ar-u-nu-latn");
const whole = percentIn("ar-u-nu-latn");
const plural = pluralIn("ar-u-nu-latn");

export const words: ModelWords = {
  title: "النموذج",
  percent: percentIn("ar-u-nu-latn", 1),
  mustNot: "ما لا يجوز استعماله فيه",
  mustNotSentences: [
    "الحكم على إنسان: التوظيف والتقييم والشرطة والبيع والتأمين والصحة وكشف الكذب. لا يجوز أن يُبنى عليه أي قرار في شأن أحد.",
    "في العمل أو المدرسة. قانون الذكاء الاصطناعي في الاتحاد الأوروبي (المادة 5) يمنع استنتاج مشاعر الناس هناك من وجوههم؛ وفي غيرهما يوجب (المادة 50) إعلام الناس. ضع إشعارًا حيث الكاميرا.",
    "التعرّف على أحد. لم يُدرَّب على ذلك، ولا شيء هنا يحفظ وجهًا.",
    "يكفي لأمر واحد: ترجيح الأغنية التالية، حيث لا تكلّف الإجابة الخاطئة شيئًا.",
  ],
  cannot: "ما لا يستطيع معرفته",
  figures: "نتائج القياس",
  hint: (faces) =>
    `على ${plural(faces, { few: `${number(faces)} وجوه`, many: `${number(faces)} وجهًا`, other: `${number(faces)} وجه` })} لم يُختر بها شيء فيه. بلغ الناس في عيّنة من الصور نفسها 65\u00a0±\u00a05\u00a0%: كثير مما ينقص عن 100\u00a0% خطأ في التصنيف.`,
  version: (version) => `الإصدار ${ltr(version)}.`,
  trainedOn: "دُرِّب على:",
  columns: {
    file: "الملف",
    accuracy: "صحيح",
    recall: "متوسط التعابير",
    kept: "ما قُرئ",
    right: "الصحيح منه",
  },
  files: { int8: "int8", fp32: "fp32" },
  which: "الملفان شبكة واحدة؛ int8 مقرّب إلى أعداد صحيحة، وهو الأسرع على معظم الأجهزة.",
  byExpression: "بحسب التعبير",
  expression: "التعبير",
  told: "ما عُرف ممن يُظهره",
  isRight: "الصحيح مما عُرف",
  less: (sure) => `القراءة التي تقل ثقتها عن ${whole(sure)} تُعدّ غير مقروءة.`,
  pictures: "الصور",
  picture: {
    confusion: "أي تعبير يُظن غيره",
    recall: "كم يُعرف من كل تعبير",
    reliability: "هل ثقته بقدر صوابه",
    robustness: "ما تكلفه الوجوه المائلة والمعتمة والصغيرة",
    abstention: "صوابه بحسب عدد ما يقرأ من وجوه",
    framing: "ما يكلفه تأطير الوجه على نحو آخر",
    accuracy: "كيف دُرِّب",
    adjustment: "ما كلفه رفع أضعف التعابير",
  },
};
