import type { Policy } from "../../../protocol/mood.ts";
import type { Words } from "../../words/words.ts";
import { percentIn, pluralIn } from "../plural.ts";
import { choices } from "./choices.ts";
import { moods } from "./moods.ts";
import { cameraTroubles, troubles } from "./troubles.ts";
import { unmet } from "./wishes.ts";

const plural = pluralIn("ar-u-nu-latn");
const percent = percentIn("ar-u-nu-latn");
const faces = (count: number): string =>
  plural(count, {
    ...{ zero: "لا وجوه", one: "وجه واحد", two: "وجهان" },
    ...{ few: "# وجوه", many: "# وجهًا", other: "# وجه" },
  });
const sentence = (lead: string, rest: string | null): string => `${lead}${rest ?? ""}.`;
const andSong = (song: string | null): string | null => song && `، وهذه الأغنية ${song}`;
const itIs = (lead: string, song: string | null): string =>
  song === null ? lead : `${lead} الأغنية ${song}.`;
/** Of whole minutes in these forms, or of seconds where it is less than one: by tens, so that they need but one. */
const moreTime = (total: number, minutes: Parameters<typeof plural>[1]): string =>
  total < 60
    ? plural(total, {
        ...{ one: "ثانية أخرى", two: "ثانيتان أخريان" },
        ...{ few: "# ثوانٍ أخرى", many: "# ثانية أخرى", other: "# ثانية أخرى" },
      })
    : plural(Math.round(total / 60), minutes);
const after = (more: string | null): string => (more === null ? "" : `، ${more}`);
const songsIn = (language: string | null): string =>
  language === null ? "موسيقى بلا كلمات" : `أغانٍ باللغة ${language}`;

/** What the music does about the mood. */
const heads: Readonly<Record<Exclude<Policy, "match">, string>> = {
  lift: "تزداد إشراقًا",
  calm: "تزداد هدوءًا",
  energise: "تزداد حيوية",
  glide: "تتقدم خطوة خطوة",
};

export const words: Words = {
  language: "ar",
  comma: "، ",

  now: {
    playing: "قيد التشغيل الآن",
    paused: "متوقف مؤقتًا",
    loading: "بعد لحظة",
    recovering: "انقطع الصوت؛ الأغنية نفسها عائدة",
    announced: (title, artists) =>
      artists === "" ? `قيد التشغيل الآن: ${title}` : `قيد التشغيل الآن: ${title}، ${artists}`,
    titled: (paused, title) => `${paused ? "متوقف مؤقتًا" : "قيد التشغيل الآن"}: ${title}`,
    next: "التالي: ",
    unknownArtist: "فنان غير معروف",
    coverOf: (title) => `غلاف ${title}`,
    why: "لماذا هذه الأغنية",
  },
  idle: {
    starting: { title: "لحظة", text: "يجري اختيار الأغنية الأولى." },
    paused: { title: "متوقف مؤقتًا", text: "المس الشاشة للتشغيل." },
    closed: { title: "مغلق الآن", text: "تعود الموسيقى وحدها عند الافتتاح." },
    "nothing-playable": { title: "لا شيء للتشغيل", text: "يواصل Mien البحث عن أغنية يمكن تشغيلها." },
  },
  closedUntil: (time) => ({ title: `مغلق حتى ${time}`, text: "تعود الموسيقى وحدها." }),
  follows: {
    faces: "تبعًا للوجوه",
    held: "تبعًا لآخر الوجوه",
    fading: "عودة إلى المزاج المعتاد",
    daypart: "المزاج المعتاد",
    manual: "كما ضُبط على القرص",
    asked: "بناءً على طلب",
  },

  here: {
    named: (names, others) =>
      others === 0
        ? `هنا: ${names}`
        : `هنا: ${names} و${plural(others, { one: "شخص آخر", two: "شخصان آخران", few: "# أشخاص آخرون", many: "# شخصًا آخر", other: "# شخص آخر" })}`,
    counted: (others) =>
      plural(others, {
        one: "شخص واحد هنا ببطاقة أو رقم سري",
        two: "شخصان هنا ببطاقة أو رقم سري",
        few: "# أشخاص هنا ببطاقة أو رقم سري",
        many: "# شخصًا هنا ببطاقة أو رقم سري",
        other: "# شخص هنا ببطاقة أو رقم سري",
      }),
    brief: (count) =>
      plural(count, {
        one: "دخل شخص واحد",
        two: "دخل شخصان",
        few: "دخل # أشخاص",
        many: "دخل # شخصًا",
        other: "دخل # شخص",
      }),
  },

  looks: {
    nobody: "لا أحد في المشهد",
    unread: (count) => `${faces(count)}، تصعب القراءة`,
    mixed: (count) => `تعابير متنوعة، ${faces(count)}`,
    one: (face) => `وجه واحد، ${face}`,
    all: (face, count) => `الجميع ${face}، ${faces(count)}`,
    mostly: (face, count) => `الأغلب ${face}، ${faces(count)}`,
    notLooking: "لا تنظر",
    opening: "على وشك النظر",
    unknown: "لا أخبار الآن",
  },
  expressions: new Map([
    ["angry", { now: "بعبوس", was: "كانت عابسة" }],
    ["disgust", { now: "بامتعاض", was: "بدت ممتعضة" }],
    ["fear", { now: "بعيون واسعة", was: "كانت واسعة العيون" }],
    ["happy", { now: "بابتسامة", was: "كانت مبتسمة" }],
    ["neutral", { now: "بملامح هادئة", was: "بدت محايدة" }],
    ["sad", { now: "بملامح حزينة", was: "بدت حزينة" }],
    ["surprise", { now: "بملامح متفاجئة", was: "بدت متفاجئة" }],
    ["smiling", { now: "بابتسامة", was: "كانت مبتسمة" }],
    ["notSmiling", { now: "بلا ابتسامة", was: "لم تكن مبتسمة" }],
  ]),
  otherExpression: { now: "بتعبير آخر", was: "كان لها تعبير آخر" },

  music: moods,
  why: {
    matched: (look, song) => sentence(`لأن ${look}`, andSong(song)),
    steered: (look, policy, song) => itIs(`${look}، والموسيقى ${heads[policy]}.`, song),
    all: (did) => `كل الوجوه هنا ${did}`,
    mostly: (did) => `معظم الوجوه هنا ${did}`,
    mixed: "الوجوه هنا كانت متنوعة",
    nobody: "، ولم يكن أحد في المشهد",
    unread: "، ولم يمكن قراءة أي وجه",
    lately: (song) => itIs("لتلائم ما بدت عليه الوجوه هنا مؤخرًا.", song),
    held: (unseen, song) => itIs(sentence("كما من قبل", unseen), song),
    fading: (song) => itIs("في طريق العودة إلى المزاج المعتاد.", song),
    usual: (unseen, song) => itIs(sentence("كالمعتاد هنا", unseen), song),
    change: (song) => itIs("تغيير بسيط لا يزال يلائم المكان.", song),
    dial: (song) => itIs("كما ضُبط على القرص.", song),
    dialNear: (song) => itIs("قريبة مما ضُبط على القرص.", song),
    dialSteered: (policy, song) => itIs(`بدءًا مما ضُبط على القرص، الموسيقى ${heads[policy]}.`, song),
    widened: {
      mood: (song) => itIs("عند اختيارها لم يتوفر ما يناسب أكثر.", song),
      rest: (song) => itIs("سُمعت قبل قليل: عند اختيارها لم يتوفر غيرها مما يناسب.", song),
      artist: (song) => itIs("الفنان نفسه من جديد: لم يبق لغيره شيء.", song),
      "artist-rest": (song) => itIs("سُمع هذا الفنان قبل قليل: عند اختيارها لم يتوفر غيره.", song),
      language: (song) => itIs("لم تناسب أي أغنية باللغات المختارة.", song),
      favourites: (song) => itIs("لم تناسب أي أغنية للفنانين المختارين.", song),
      length: (song) => itIs("مدة غير معتادة هنا: لم يبق غيرها.", song),
      quiet: (song) => itIs("حيوية قليلًا لهذه الساعة: لم يبق ما هو أهدأ.", song),
    },
    unmet,
    though: {
      mood: "وإن لم تناسب المزاج",
      rest: "وإن سُمعت قبل قليل",
      artist: "وإن كان الفنان قبلها مباشرة",
      "artist-rest": "وإن سُمع الفنان قبل قليل",
      length: "وإن كانت مدتها غير معتادة هنا",
      quiet: "وإن كانت حيوية قليلًا لهذه الساعة",
    },
    turn: (name) => (name === null ? "من أجل أحد الحاضرين" : `من أجل ${name}`),
    likes: {
      song: () => "هذه الأغنية",
      artist: (artist) => artist,
      language: songsIn,
    },
    turnFor: (turn, likes, rest) =>
      likes === null ? `${turn}. ${rest ?? ""}`.trim() : sentence(`${turn}، والمفضل: ${likes}`, rest),
    andSong,
    preferred: {
      artist: (artist, by, though, song) =>
        sentence(
          by === "guest" ? `لأن أحد الحاضرين اختار ${artist}` : `لأن ${artist} من المفضلين هنا`,
          though === null ? andSong(song) : `، ${though}`,
        ),
      language: (language, by, though, song) =>
        sentence(
          by === "guest"
            ? `لأن أحد الحاضرين اختار ${songsIn(language)}`
            : `لأن المفضل هنا ${songsIn(language)}`,
          though === null ? andSong(song) : `، ${though}`,
        ),
    },
    asked: "لأن أحدهم طلبها.",
    planned: "لأنها مقررة لهذا الوقت.",
  },

  ...choices,

  camera: {
    looking: "الكاميرا تنظر. لا تُحفظ أي صورة.",
    photographs: "تُقرأ هنا صور تجريبية للعرض: لا تنظر أي كاميرا.",
    watched: "مشرف ينظر عبر الكاميرا لتوجيهها. لا تُحفظ أي صورة.",
    looksForSmiles: "الكاميرا تبحث عن الابتسامات فقط. لا تُحفظ أي صورة.",
    resting: "المكان مغلق والكاميرا متوقفة: لا يُقرأ وجه أحد.",
    closed: "الكاميرا مغلقة. لا تُحفظ أي صورة.",
    opening: "الكاميرا تُفتح. لا تُحفظ أي صورة.",
    closing: "الكاميرا تُغلق.",
    down: "الكاميرا لا تستجيب. لا تُحفظ أي صورة.",
    forbidden: "تبقى الكاميرا مطفأة: لا تجوز قراءة الوجوه في العمل ولا في المدارس.",
    unknown: "لا أخبار من الكاميرا ما دام الاتصال مقطوعًا.",
    close: "إغلاق الكاميرا",
    open: "فتح الكاميرا",
    lightOn: "ضوء الكاميرا: تنظر",
    lightOff: "ضوء الكاميرا: لا تنظر",
    about: "ما يُرصد وما يُحفظ",
  },

  languages: { label: "اللغة", now: "هذه الصفحة الآن بالعربية." },

  keyboard: {
    label: "لوحة المفاتيح",
    shift: "حروف أخرى",
    accents: "حروف لاتينية بعلامات",
    plain: "حروف لاتينية بلا علامات",
    back: "امحُ",
    enter: "إدخال",
    space: "مسافة",
    language: "لغة أخرى",
    close: "تم",
    candidates: "رموز للاختيار",
    more: "رموز أخرى",
  },

  controls: {
    label: "المشغل",
    play: "تشغيل",
    pause: "إيقاف مؤقت",
    skip: "تخطي هذه الأغنية",
    volume: "مستوى الصوت",
    bounds: ({ floor, ceiling, because }) => {
      const range =
        floor > 0 && ceiling < 1
          ? `من ${percent(floor)} إلى ${percent(ceiling)}`
          : floor > 0
            ? `${percent(floor)} على الأقل`
            : `${percent(ceiling)} على الأكثر`;
      return {
        settings: `المضبوط هنا: ${range}.`,
        daypart: `في هذا الوقت من اليوم: ${range}.`,
        "quiet-hours": `ساعات الهدوء: ${range}.`,
        clock: `حتى تُعرف الساعة: ${range}.`,
        none: "",
      }[because ?? "none"];
    },
    percent,
    position: "الموضع في الأغنية",
    positionOf: (at, total) => `${at} من ${total}`,
    open: "المس لتختار",
    close: "تم",
  },
  watch: {
    only: "تعرض هذه الصفحة ما يُشغَّل. أما الاختيار فعلى شاشة Mien نفسها.",
    byPhone: "الاختيار بالهاتف",
    usedLink:
      "استُخدم هذا الرابط: فهو يجعل متصفحًا واحدًا شاشة Mien نفسها، مرة واحدة. أعد تشغيل Mien ليعطي رابطًا جديدًا.",
  },
  dial: {
    label: "كيف تكون الموسيقى",
    hint: "اسحب النقطة لتحدد كيف تكون.",
    unset: "لم يُختر شيء",
    at: (song, { valence, arousal }) => `${song}: إشراق ${percent(valence)}، حيوية ${percent(arousal)}`,
    up: "حيوية",
    right: "مشرقة",
    down: "هادئة",
    left: "قاتمة",
    set: (song, seconds) =>
      seconds === null
        ? `المطلوب: ${song}.`
        : `المطلوب: ${song}، ${moreTime(seconds, {
            ...{ one: "دقيقة أخرى", two: "دقيقتين أخريين" },
            ...{ few: "# دقائق أخرى", many: "# دقيقة أخرى", other: "# دقيقة أخرى" },
          })}.`,
    setFor: (seconds) =>
      moreTime(seconds, {
        ...{ one: "دقيقة أخرى", two: "دقيقتان أخريان" },
        ...{ few: "# دقائق أخرى", many: "# دقيقة أخرى", other: "# دقيقة أخرى" },
      }),
    letCameraLead: "دع الكاميرا تقود",
    letUsualLead: "عودة إلى المعتاد",
  },

  troubles,
  cameraTroubles,
  otherTrouble: { what: "هناك خلل ما.", cure: "يواصل Mien المحاولة وحده." },
  notes: {
    label: "ما الخلل",
    more: (count) =>
      plural(count, {
        ...{ one: "وأمر آخر", two: "وأمران آخران" },
        ...{ few: "و# أمور أخرى", many: "و# أمرًا آخر", other: "و# أمر آخر" },
      }),
    whatToDo: "ما العمل",
    forOwner: "على من يعتني بـ Mien أن يفعل شيئًا.",
  },
  progress: {
    scan: (done, of, left) => `قراءة موسيقاك: ${done} من ${of} من الملفات${after(left)}`,
    covers: (done, of, left) => `الأغلفة: ${done} من ${of}${after(left)}`,
    analysis: (done, of, left) => `سماع الأمزجة: ${done} من ${of} من الأغاني${after(left)}`,
    seconds: "بقيت أقل من دقيقة",
    minutes: (count) =>
      plural(count, {
        ...{ zero: "بقيت أقل من دقيقة", one: "بقيت نحو دقيقة", two: "بقيت نحو دقيقتين" },
        ...{ few: "بقيت نحو # دقائق", many: "بقيت نحو # دقيقة", other: "بقيت نحو # دقيقة" },
      }),
    hours: (count) =>
      plural(count, {
        ...{ zero: "بقيت أقل من ساعة", one: "بقيت نحو ساعة", two: "بقيت نحو ساعتين" },
        ...{ few: "بقيت نحو # ساعات", many: "بقيت نحو # ساعة", other: "بقيت نحو # ساعة" },
      }),
    days: (count) =>
      plural(count, {
        ...{ zero: "بقي أقل من يوم", one: "بقي نحو يوم", two: "بقي نحو يومين" },
        ...{ few: "بقي نحو # أيام", many: "بقي نحو # يومًا", other: "بقي نحو # يوم" },
      }),
  },
  demo: {
    label: "ملاحظات",
    camera: "صور تجريبية",
    music: "موسيقى تجريبية",
    silent: "يعمل بلا صوت",
    muted: "الصوت مكتوم",
  },

  connection: {
    connecting: "جارٍ الاتصال بـ Mien",
    lost: "انقطع الاتصال بـ Mien. تجري المحاولة من جديد.",
    lostDetail: "ما تراه هو ما كان من قبل.",
    open: "متصل",
    unreachable: "لا يمكن الوصول إلى Mien.",
    refused: (status) => `رفض Mien (${status}).`,
    again: "حاول من جديد",
  },
  rejected: (reason) => `لم ينجح ذلك. ${reason}`,
};
