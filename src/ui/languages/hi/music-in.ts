import type { MusicInWords } from "../../words/music-in-words.ts";
import { numberIn, pluralIn } from "../plural.ts";

const plural = pluralIn("hi-u-nu-latn");
const number = numberIn("hi-u-nu-latn");
const files = (count: number): string => plural(count, { one: "# फ़ाइल", other: "# फ़ाइलें" });

export const words: MusicInWords = {
  add: {
    label: "इस कंप्यूटर से",
    drop: "गाने या फ़ोल्डर यहाँ छोड़ें",
    files: "फ़ाइलें चुनें",
    folder: "फ़ोल्डर चुनें",
    room: (free) => `${free} ख़ाली`,
    progress: (done, of) => `${files(of)} में से ${number(done)}`,
    soFar: (progress, summary) => `${progress}: ${summary}`,
    stop: "रोकें",
    clear: "सूची ख़ाली करें",
    results: "फ़ाइलों का क्या हुआ",
    kept: "जोड़ी गई",
    "already-here": "पहले से थी",
    "left-out": "संगीत नहीं",
    waiting: "इंतज़ार में",
    stopped: "रोकी गई",
    tooLarge: (most) => `${most} से बड़ी`,
    kinds: {
      songs: (count) => plural(count, { one: "# गाना", other: "# गाने" }),
      covers: (count) => `${number(count)} कवर`,
      playlists: (count) => plural(count, { one: "# प्लेलिस्ट", other: "# प्लेलिस्टें" }),
    },
    added: (list) => `जोड़े गए: ${list}`,
    here: (count) => `${number(count)} पहले से`,
    failed: (count) => `${number(count)} नहीं ली गई`,
    leftOut: (count) => plural(count, { one: "# फ़ाइल संगीत नहीं है", other: "# फ़ाइलें संगीत नहीं हैं" }),
    retry: "जो नहीं ली गईं, फिर भेजें",
    broke: "कनेक्शन टूट गया।",
    more: (count) => `और ${files(count)}`,
  },
  stick: {
    label: "पेन ड्राइव से",
    none: "कोई पेन ड्राइव नहीं लगी है।",
    look: "फिर देखें",
    copy: "यह पेन ड्राइव कॉपी करें",
    size: (used) => `इसमें ${used}`,
    states: {
      idle: "",
      looking: "पेन ड्राइव देखी जा रही है",
      copying: "कॉपी हो रही है",
      done: "कॉपी हो गई",
      cancelled: "रोका गया। जो कॉपी हुआ, वह रहेगा।",
      "no-room": "जगह काफ़ी नहीं है, इसलिए कुछ कॉपी नहीं हुआ।",
      "drive-gone": "पेन ड्राइव निकाल ली गई। जो कॉपी हुआ, वह रहेगा।",
      failed: "कॉपी गड़बड़ी के साथ ख़त्म हुई।",
    },
    found: (count) => plural(count, { one: "# फ़ाइल मिली", other: "# फ़ाइलें मिलीं" }),
    progress: (done, of, bytes, ofBytes) => `${files(of)} में से ${number(done)}, ${ofBytes} में से ${bytes}`,
    here: (count) => `${number(count)} पहले से`,
    failed: (count) => plural(count, { one: "# फ़ाइल कॉपी नहीं हो सकी", other: "# फ़ाइलें कॉपी नहीं हो सकीं" }),
    cancel: "कॉपी रोकें",
  },
};
