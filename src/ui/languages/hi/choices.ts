import type { Words } from "../../words/words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("hi-u-nu-latn");
const NUMBERS = ["कोई नहीं", "एक", "दो", "तीन", "चार", "पाँच", "छह"];
const number = (count: number): string => NUMBERS[count] ?? String(count);

type Choices = Pick<Words, "whyShort" | "direction" | "picks" | "corrections" | "keys" | "wishes">;

export const choices: Choices = {
  whyShort: {
    artist: { guest: "फ़रमाइश पर", owner: "यहाँ पसंदीदा" },
    language: (language) => (language === null ? "बिना बोल" : `${language} में`),
    though: (language, bent) => `${language}, ${bent}`,
    neverHeard: "यहाँ पहली बार",
    lessSo: "थोड़ा कम मेल खाता",
    widened: {
      mood: "दूसरा मिज़ाज",
      rest: "हाल में चला",
      artist: "फिर वही कलाकार",
      "artist-rest": "कलाकार हाल में था",
      language: "दूसरी भाषा",
      favourites: "दूसरा कलाकार",
      length: "असामान्य लंबाई",
      quiet: "अभी के लिए जोशीला",
    },
  },
  direction: {
    lift: "उजला होता हुआ",
    calm: "शांत होता हुआ",
    energise: "जोशीला होता हुआ",
    gliding: "क़दम-क़दम आगे",
    glide: (music, step, of) => `${music} की ओर: ${of} में से गाना ${step}`,
    alone: (way) => way,
    within: (daypart, way) => `${daypart}: ${way}`,
  },
  picks: {
    heading: (suit, besides) => {
      if (besides === 0) return `${number(suit)} जो ठीक रहेंगे`;
      if (suit === 0) return `चुनने के लिए ${number(besides)}`;
      return `${number(suit)} ठीक, ${number(besides)} और`;
    },
    wished: (met, what, besides) =>
      besides === 0 ? `${what}: ${number(met)}` : `${what}: ${number(met)}; ${number(besides)} और`,
    noneOffered: (what) => `${what}: अभी चुनने को कोई गाना नहीं।`,
    none: "अभी चुनने को कुछ नहीं है।",
    others: "और गाने",
    choose: (title, artists, why) =>
      `${[title, artists, why].filter((part) => part !== "").join(", ")}। कब चले, यह चुनें।`,
    now: "अभी",
    next: (place) => (place === 0 ? "आगे चलाएँ" : `क़तार में ${place + 1}`),
    notNext: (place) => (place === 0 ? "आगे नहीं" : "वापस लें"),
    playsNow: "अभी चल रहा है",
    byItself: "अपने आप आएगा",
    waits: (place) => (place === 0 ? "✓ आगे चलेगा" : `✓ क़तार में ${place + 1}`),
    asked: (title, place) => (place === 0 ? `जल्द चलेगा: ${title}` : `क़तार में ${place + 1}: ${title}`),
    playNow: (title) => `${title} अभी चलाएँ`,
    answerFor: (answer, title) => `${answer}: ${title}`,
  },
  corrections: {
    label: "बताएँ कि इस गाने में क्या ग़लत है",
    wrongMood: "ग़लत मिज़ाज",
    notThisSong: "यह गाना नहीं",
    notThisArtist: "यह कलाकार नहीं",
    moved: (title) => `“${title}” को नया मिज़ाज मिला`,
    noted: (title) => `लिख लिया गया: ${title}`,
    blocked: (what, hours) => {
      if (hours === null) return `अब नहीं चलेगा: ${what}`;
      const span = hours === 24 ? "एक दिन" : plural(hours, { one: "एक घंटे", other: "# घंटे" });
      return `${span} तक नहीं चलेगा: ${what}`;
    },
    undo: "वापस लें",
    movedBack: (title) => `“${title}” का मिज़ाज पहले जैसा हो गया`,
    unnoted: (title) => `अब नहीं लिखा है: ${title}`,
    unblocked: (what) => `फिर बज सकता है: ${what}`,
    comesAgain: (what) => `वापस लिया, आगे आएगा: ${what}`,
  },
  keys: {
    label: "कीबोर्ड के शॉर्टकट",
    on: "चालू",
    off: "बंद",
    which:
      "Space चलाता और रोकता है, N अगला गाना, M आवाज़ बंद, W ग़लत मिज़ाज, Z वापस लेता है, F साइन इन होने पर गाना पसंद करता है, C कैमरा, D डायल, 1 से 6 गाने, तीर गाने में जगह और आवाज़।",
  },
  wishes: {
    open: "फ़रमाइश",
    back: "गानों पर लौटें",
    label: "क्या सुनना चाहेंगे?",
    policy: "संगीत क्या करे?",
    policies: {
      match: "माहौल जैसा रहे",
      lift: "उजला करे",
      calm: "शांत करे",
      energise: "जोश लाए",
      glide: "क़दम-क़दम ले चले",
    },
    any: { policy: "जैसा यहाँ होता है", languages: "कोई भी भाषा", artists: "कोई भी" },
    languages: "भाषाएँ",
    wordless: "बिना बोल",
    artists: "कलाकार",
    search: "कलाकार खोजें",
    chosen: (list, until) => (until === null ? `चुना: ${list}` : `चुना: ${list}, ${until} तक`),
    clear: "कुछ भी चलेगा",
    noLanguages: "कोई गाना अपनी भाषा नहीं बताता।",
    noArtists: "इस नाम का कोई कलाकार नहीं।",
    failed: (reason) => `यह लोड नहीं हो सका। ${reason}`,
    loading: "एक पल",
  },
};
