import type { PhoneWords } from "../../words/phone-words.ts";
import { pluralIn } from "../plural.ts";
import { moods } from "./moods.ts";
import { songs } from "./songs.ts";

const plural = pluralIn("ar-u-nu-latn");
const phones = (count: number): string =>
  plural(count, {
    ...{ one: "هاتف واحد", two: "هاتفان" },
    ...{ few: "# هواتف", many: "# هاتفًا", other: "# هاتف" },
  });
const ofPhones = (count: number): string =>
  plural(count, {
    ...{ one: "هاتف واحد", two: "هاتفين" },
    ...{ few: "# هواتف", many: "# هاتفًا", other: "# هاتف" },
  });

export const words: PhoneWords = {
  title: (place) => `الموسيقى في ${place}`,
  now: {
    playing: "تُسمع الآن",
    paused: "متوقفة",
    none: "يجري اختيار الأغنية الأولى.",
    coverOf: (title) => `غلاف ${title}`,
    unknownArtist: "فنان غير معروف",
    progress: (at, of) => `${at} من ${of}`,
  },
  closed: {
    title: "المكان مغلق الآن",
    until: (time) => `حتى ${time}. تعود الموسيقى وحدها.`,
    open: "تعود الموسيقى وحدها عند الافتتاح.",
  },
  vote: {
    want: "أغنية أخرى من فضلك",
    wanted: "تريد أغنية أخرى",
    count: (votes, needed) => `${votes} من ${needed}`,
    explain: (votes, needed) =>
      votes === 0 ? `يلزم لذلك ${phones(needed)}.` : `الأصوات حتى الآن: ${votes}، واللازم ${phones(needed)}.`,
  },
  ask: {
    heading: "اختر ما يأتي",
    ask: (title) => `اطلب ${title}`,
    left: (count) =>
      plural(count, {
        ...{ one: "يمكن أن تنتظر لك أغنية أخرى.", two: "يمكن أن تنتظر لك أغنيتان أخريان." },
        ...{ few: "يمكن أن تنتظر لك # أغانٍ أخرى.", many: "يمكن أن تنتظر لك # أغنية أخرى." },
        other: "يمكن أن تنتظر لك # أغنية أخرى.",
      }),
    enough: "ينتظر لك أكبر عدد مسموح من الأغاني. يمكنك طلب غيرها بعد سماع إحداها.",
    again: (time) => `يمكنك طلب أغنية أخرى عند ${time}.`,
    off: "لا يمكن طلب الأغاني هنا الآن.",
    others: "أغانٍ أخرى",
    noOthers: "لا توجد أغانٍ أخرى يمكن طلبها الآن.",
    lessSo: "أقل ملاءمة الآن",
    none: "كل الأغاني هنا تأتي قريبًا أو سُمعت منذ قليل.",
    noneFrom: (time) => `كل الأغاني هنا سُمعت منذ قليل. يمكنك الطلب من جديد عند ${time} تقريبًا.`,
    waitsAt: (place) => (place === 1 ? "طُلبت: الأولى في القائمة" : `طُلبت: رقم ${place} في القائمة`),
    asked: (title) => `${title} في القائمة.`,
  },
  search: {
    open: "ابحث عن أغنية",
    title: "بحث",
    label: "عنوان أو فنان أو ألبوم",
    close: "تم",
    searching: "جارٍ البحث",
    none: (words) => `لا شيء هنا باسم «${words}».`,
    hint: "تكفي بضعة أحرف.",
    browse: "أو تصفّح ما هو موجود:",
    moods,
    more: "المزيد من الأغاني",
    perhaps: "ربما إحدى هذه:",
    noneSuch: "لا شيء من هذا هنا الآن.",
    found: songs,
  },
  waiting: {
    heading: "في الانتظار",
    none: "لم يطلب أحد أغنية بعد. أغنيتك ستكون الأولى.",
    turns: "لكل ضيف دوره، واحدًا بعد الآخر.",
    between: "لكل ضيف دوره، وبين الطلبات أغانٍ تناسب المكان.",
    yours: "لك",
    afterAnother: "فنان آخر أولًا",
    place: (place) => `رقم ${place}`,
    takeBack: "سحب",
    takeBackOf: (title) => `سحب ${title}`,
    tookBack: (title) => `لم تعد ${title} تنتظر.`,
    forgotten: "بدأ Mien من جديد ولم يعد يعرف ما كان ينتظر. إن غابت أغنية لك فاطلبها مرة أخرى.",
    gone: (title) => `تعذّر تشغيل ${title} هنا.`,
  },
  link: {
    connecting: "لحظة",
    lost: "لا اتصال بالموسيقى الآن. تجري المحاولة من جديد.",
    off: "هذه الصفحة مغلقة",
    offDetail: "لا تشارك الهواتف الآن. تعود الصفحة وحدها حين يُسمح بذلك.",
    crowded: "هنا هواتف كثيرة",
    crowdedDetail: "لا مكان لهاتف آخر الآن. تُعاد المحاولة تلقائيًا.",
    address: "هواتف أكثر من المسموح",
    addressDetail: "جاء عبر اتصالك خلال ساعة عدد من الهواتف أكبر من المسموح. تُعاد المحاولة تلقائيًا.",
    unreachable: "تعذّر الوصول إلى Mien",
    unreachableDetail: "هل هذا الهاتف على شبكة الواي فاي نفسها؟ تُعاد المحاولة تلقائيًا.",
    again: "حاول مجددًا",
  },
  privacy:
    "رقم عشوائي يميّز هذا الهاتف عن غيره ليوم واحد، ويُعرف عنوانه في الشبكة لساعة واحدة: في الذاكرة وحدها. ويُسجَّل فيها أيضًا ما ينتظر، تحسبًا لإعادة تشغيل Mien. ولا يُحفظ عن هذا الهاتف شيء على قرص.",
  refusals: {
    off: "هذا مغلق هنا.",
    closed: "المكان مغلق الآن.",
    unknown: "استغرق هذا وقتًا طويلًا. حاول مرة أخرى.",
    crowded: "هنا هواتف كثيرة. حاول بعد لحظة.",
    address: "جاءت عبر اتصالك هواتف كثيرة.",
    busy: "الطلبات كثيرة الآن. حاول بعد لحظة.",
    waiting: "ينتظر لك أكبر عدد مسموح من الأغاني.",
    hour: (time) => `طلبت كل ما يمكن خلال ساعة. من جديد عند ${time}.`,
    full: "القائمة ممتلئة. حاول بعد بضع أغانٍ.",
    "not-here": "لا تُسمع هذه الأغنية هنا.",
    coming: "تُسمع الآن أو تأتي قريبًا",
    "artist-coming": (time) =>
      time === ""
        ? "هذا الفنان يُسمع الآن أو يأتي قريبًا"
        : `هذا الفنان يُسمع الآن أو يأتي قريبًا، من جديد عند ${time} تقريبًا`,
    rest: (time) => `سُمعت قبل قليل، من جديد عند ${time}`,
    "artist-rest": (time) => `سُمع هذا الفنان قبل قليل، من جديد عند ${time}`,
    over: "بدأت أغنية أخرى.",
    unreachable: "تعذّر الوصول إلى Mien.",
  },
  code: {
    open: "بالهاتف",
    title: "اختر بالهاتف",
    how: "وجّه كاميرا الهاتف إلى الرمز. يجب أن يكون على شبكة الواي فاي نفسها.",
    alt: (address) => `رمز يفتح ${address}`,
    or: "أو اكتب",
    close: "تم",
    vote: (votes, needed) => `يريد أغنية أخرى: ${votes} من ${ofPhones(needed)}`,
    skipped: (title, votes, all) => `أراد أغنية غير ${title}: ${votes} من ${ofPhones(all)}.`,
  },
};
