import type { PeopleWords } from "../../words/people-words.ts";
import { ltr } from "../isolate.ts";
import { pluralIn } from "../plural.ts";
import { me } from "./me.ts";

const plural = pluralIn("ar-u-nu-latn");

export const words: PeopleWords = {
  title: "الناس",
  toKiosk: "إلى الشاشة",
  toLibrary: "إلى المكتبة",
  loading: "لحظة",
  again: "حاول من جديد",
  close: "إغلاق",
  ownScreen: {
    tells:
      "هذا المتصفح هو شاشة Mien نفسها: من يسجّل دخوله هنا تنتهي جلسته بعد دقيقتين بلا لمس، وبعد خمس في صفحات كهذه، وقبل ذلك إن لم ترَ الكاميرا أحدًا. لعمل أطول افتح صفحات Mien في متصفح آخر.",
    stop: "التوقف عن كونه شاشة Mien",
    sure: "إيقاف وتسجيل الخروج",
    keep: "إبقاؤه",
    stopped: "لم يعد هذا المتصفح شاشة Mien. سجّل دخولك للمتابعة.",
  },

  notSetUp: "لا يفتح Mien أي كاميرا قبل إعداده.",
  setUp: "إعداد Mien",
  setUpFromElsewhere: (address) => `من جهاز آخر: ${ltr(address)}، مع الرمز`,

  lacking: {
    missing: (field) => `ما زال ناقصًا: ${field}`,
    unfit: (field) => `هذا لا يصلح بعد: ${field}`,
  },

  signIn: {
    open: "دخول",
    title: { member: "تسجيل الدخول", admin: "الدخول كمشرف" },
    why: { member: "هذا لمن سجل الدخول.", admin: "هذا للمشرفين." },
    name: "الاسم",
    secret: "الرقم السري أو عبارة المرور",
    passphrase: "عبارة المرور",
    show: "أظهر ما أكتب",
    go: "دخول",
    stepUp: (name) => `${name}، هذا يتطلب عبارة المرور.`,
    somebodyElse: "أنا شخص آخر",
    byCard: "أو قرّب بطاقتك من القارئ.",
    who: "من أنت؟",
    typeName: "اسم آخر",
    pin: "الرقم السري",
    digit: (digit) => `الرقم ${digit}`,
    back: "امحُ آخر رقم",
    typed: (count) =>
      plural(count, {
        ...{ one: "كُتب رقم واحد", two: "كُتب رقمان" },
        ...{ few: "كُتبت # أرقام", many: "كُتب # رقمًا", other: "كُتب # رقم" },
      }),
    next: "متابعة",
    goBack: "رجوع",
    newHere: "أول مرة هنا",
    register: "تسجيل",
    choosePin: "اختر رقمًا سريًا من 4 إلى 8 أرقام",
    pinAgain: "الرقم نفسه مرة أخرى",
    pinsDiffer: "الرقمان مختلفان. اكتبهما من جديد.",
    wait: (time) => `محاولات كثيرة. حاول من جديد بعد ${time}.`,
    tryAgain: "يمكنك المحاولة من جديد الآن.",
    onTile: "أظهر اسمي هنا كي لا أكتبه",
    gets: [
      "أغانٍ على ذوقك بالدور: لكل من هنا دوره.",
      "ما تحبه يأتي قبل غيره؛ وما لا تريد سماعه أبدًا لا يأتي وأنت هنا.",
    ],
    keptShort: "يُحفظ لأجل ذلك: اسمك، وما تحبه وتطلبه، وما سمعته هنا. لا وجه ولا مزاج.",
    keptAll: "كل ما يُحفظ",
    kept: "يُحفظ عنك: اسمك ومنذ متى؛ وما تختاره وتحبه ولا تريد سماعه أبدًا؛ والأغاني التي شُغّلت في حضورك، والتي طلبتها أو تخطيتها؛ وأين سجلت دخولك؛ والرقم السري والبطاقة فقط بشكل لا يستطيع أحد قراءته. لا وجه ولا مزاج. يمكنك رؤية معظمه هنا، وأخذه كله معك في ملف، وحذفه.",
    notRegistered: (reason) => `${reason} لا حاجة إلى كتابة الرقم السري من جديد.`,
    notTheScreen: "التسجيل يكون على شاشة Mien نفسها.",
    elsewhere: (address) => `المشرفون من أجهزة أخرى: ${address}`,
    fingerprint: "بصمة الشهادة هناك:",
    hello: (name) => `أهلًا، ${name}.`,
    welcome: (name) => `أهلًا وسهلًا، ${name}. من الآن تُختار الأغاني لك أيضًا.`,
    goodbye: (name) => `مع السلامة، ${name}.`,
    unknownCard: "هذه البطاقة ليست لأحد هنا بعد.",
  },

  me,

  songs: {
    like: (title) => `تعجبني «${title}»`,
    liked: "تعجبك",
    never: (title) => `لا أريد «${title}» ما دمت هنا`,
    neverAgain: (title) => `لن تأتي «${title}» ما دمت هنا.`,
  },

  cards: {
    hold: (seconds) => `قرّب البطاقة من القارئ الآن (${seconds} ث).`,
    stop: "إيقاف",
    outcomes: {
      taught: "صارت البطاقة معروفة.",
      taken: "هذه البطاقة لشخص آخر.",
      full: "هذا عدد كافٍ من البطاقات لشخص واحد.",
      unknown: "لم يعد هذا الشخص هنا.",
      failed: "تعذر حفظ البطاقة: انظر ملاحظات الحالة.",
      "too-late": "لم تُقرَّب أي بطاقة.",
      stopped: "أُوقف. لم تُضف أي بطاقة.",
    },
    noReader: "لا قارئ بطاقات موصول.",
    one: (day) => `بطاقة أضيفت في ${day}`,
    remove: "إزالة هذه البطاقة",
    none: "لا بطاقات.",
    teach: "إضافة بطاقة",
  },

  people: {
    title: "الناس والبطاقات",
    count: (count) =>
      plural(count, {
        ...{ zero: "لا أحد", one: "شخص واحد", two: "شخصان" },
        ...{ few: "# أشخاص", many: "# شخصًا", other: "# شخص" },
      }),
    search: "ابحث عن شخص",
    none: "لا أحد بهذا الاسم.",
    nobody: "لم يُضف أحد بعد.",
    roles: { member: "عضو", admin: "مشرف" },
    here: "هنا الآن",
    cards: (count) =>
      plural(count, {
        ...{ zero: "لا بطاقة", one: "بطاقة واحدة", two: "بطاقتان" },
        ...{ few: "# بطاقات", many: "# بطاقة", other: "# بطاقة" },
      }),
    role: "الدور",
    newPassphrase: "عبارة مرور، 10 أحرف أو أكثر",
    makeAdmin: "جعله مشرفًا",
    pin: "رقم سري جديد، من 4 إلى 8 أرقام",
    firstPin: "رقم سري، من 4 إلى 8 أرقام",
    setPin: "ضبط الرقم السري",
    pinSet: (name) => `${name}: تغيّر الرقم السري، وأُنهيت الجلسات كلها.`,
    roleSet: (name, role) => `${name}: ${role} من الآن.`,
    remove: (name) => `إزالة ${name}`,
    keep: (name) => `إبقاء ${name}`,
    makeMember: "جعله عضوًا",
    removeSure: (name) => `إزالة ${name} نهائيًا`,
    removed: (name) => `أُزيل ${name} مع كل ما كان محفوظًا عنه.`,
    cardRemoved: "لم تعد البطاقة لأحد.",
    add: "إضافة شخص",
    cancel: "إلغاء",
    added: (name) => `يستطيع ${name} الدخول الآن.`,
    name: "الاسم",
  },
};
