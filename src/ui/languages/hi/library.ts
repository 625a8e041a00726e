import type { LibraryWords } from "../../words/library-words.ts";
import { numberIn, percentIn, pluralIn } from "../plural.ts";

const plural = pluralIn("hi-u-nu-latn");
const percent = percentIn("hi-u-nu-latn");
const number = numberIn("hi-u-nu-latn");
const songs = (count: number): string => plural(count, { one: "# गाना", other: "# गाने" });

export const words: LibraryWords = {
  title: "लाइब्रेरी",
  sections: {
    label: "भाग",
    songs: "गाने",
    map: "मिज़ाज",
    add: "संगीत जोड़ें",
    take: "एक्सपोर्ट",
  },
  signInToChange: "आप देख सकते हैं। कुछ बदलने के लिए एडमिन के रूप में साइन इन करें।",
  fromAfar: "आप देख सकते हैं। कुछ बदलने के लिए यह पेज मशीन पर ही खोलें।",
  addFromAfar: "संगीत मशीन पर ही जोड़ा जाता है: उसके फ़ोल्डर और पेन ड्राइव किसी और को नहीं दिखते।",
  loading: "एक पल",
  failed: "यह लोड नहीं हो सका।",
  again: "फिर कोशिश करें",
  demo: "यहाँ Mien के अपने नमूने बजते हैं। आपके दस गाने, या सेटिंग में बताया गया संगीत फ़ोल्डर, इनकी जगह ले लेते हैं।",

  songs: {
    search: "शीर्षक, कलाकार, एल्बम या शैली खोजें",
    filter: "कौन-से गाने",
    all: "सारे गाने",
    noMood: "बिना मिज़ाज के गाने",
    unplayable: "न चल सकने वाले गाने",
    from: (who) => `मिज़ाज का स्रोत: ${who}`,
    order: "क्रम",
    orders: { title: "शीर्षक से", newest: "नए पहले" },
    count: (total, more, partial) => {
      const found = more ? `${songs(total)} से ज़्यादा` : songs(total);
      return partial ? `अब तक ${found}: अपडेट के बाद खोज तैयार हो रही है` : found;
    },
    none: "कोई गाना नहीं मिला।",
    noneFor: (search) => `“${search}” के लिए कुछ नहीं मिला।`,
    clear: "सभी गाने दिखाएँ",
    noneSoFar: "अब तक कोई गाना नहीं मिला। अपडेट के बाद खोज तैयार हो रही है।",
    noneYet: "अभी कोई संगीत नहीं है। कुछ जोड़ें, या सेटिंग में फ़ोल्डर बताएँ।",
    selectShown: (count, all) => (all ? `सारे ${number(count)} चुनें` : `पहले ${number(count)} चुनें`),
    select: (title) => `${title} चुनें`,
    noMoodYet: "अभी मिज़ाज नहीं",
    unplayableFor: (reason) => `चल नहीं सकता। ${reason}`,
    more: "और गाने",
    missing: "फ़ाइल अभी नहीं मिल रही।",
  },

  correct: {
    label: "चुने हुए गाने",
    none: "कोई गाना चुनें और देखें कि वह कैसा है और यह कौन कहता है; या कई चुनें और ख़ुद बताएँ।",
    chosen: (count) => plural(count, { one: "# गाना चुना", other: "# गाने चुने" }),
    clear: "चुनाव हटाएँ",
    say: "बताएँ कि यह कैसा है",
    sayMany: "बताएँ कि ये कैसे हैं",
    disc: "दिखाएँ कि यह संगीत कहाँ का है",
    takeBack: "मेरी बात भूल जाएँ",
    playNow: "अभी चलाएँ",
    playNext: "आगे चलाएँ",
    plays: {
      now: (what) => `अभी चलेगा: ${what}`,
      next: (what) => `आगे चलेगा: ${what}`,
    },
    playsAlready: "यह अब क़तार में नहीं है।",
    playNextMany: (count) => `सारे ${number(count)} आगे चलाएँ`,
    tooMany: (most) => `एक बार में ज़्यादा से ज़्यादा ${number(most)} गाने क़तार में रहते हैं।`,
    block: "कभी न चलाएँ",
    blockMany: (count) => `ये ${number(count)} कभी न चलाएँ`,
    allowMany: (count) => plural(count, { one: "# गाना फिर चलने दें", other: "# गाने फिर चलने दें" }),
    blockArtist: (artist) => `${artist} कभी नहीं`,
    done: (count, music) =>
      plural(count, { one: `# गाना “${music}” में गया।`, other: `# गाने “${music}” में गए।` }),
    takenBack: (count) => `${songs(count)}: आपकी बात वापस ली गई।`,
    blocked: (what) => `अब नहीं चलेगा: ${what}`,
    allowed: (what) => `फिर चल सकता है: ${what}`,
    undo: "वापस लें",
    undone: "वापस लिया गया।",
    undonePartly: (held, of) => `${number(of)} में से ${number(held)} गाने वापस लिए गए। बाकी तब से बदल चुके हैं।`,
  },
  files: {
    delete: (count) => plural(count, { one: "फ़ाइल मिटाएँ", other: "# फ़ाइलें मिटाएँ" }),
    ask: (count) =>
      plural(count, {
        one: "फ़ाइल Mien की डिस्क से मिट जाएगी, और फिर वापस नहीं आएगी।",
        other: "ये फ़ाइलें Mien की डिस्क से मिट जाएँगी, और फिर वापस नहीं आएँगी।",
      }),
    sure: () => "हमेशा के लिए मिटाएँ",
    keep: () => "रहने दें",
    deleted: (count) => plural(count, { one: "# गाना मिटाया गया।", other: "# गाने मिटाए गए।" }),
    stay: (count, why) => `${plural(count, { one: "# गाना रह गया", other: "# गाने रह गए" })}: ${why}`,
  },
  many: {
    move: (count, music) => `${songs(count)} “${music}” में ले जाएँ?`,
    takeBack: (count) => `${songs(count)}: आपकी बात वापस लें?`,
    block: (count) => `${songs(count)} फिर कभी न चलाएँ?`,
    allow: (count) => `${songs(count)} फिर चलने दें?`,
    after: "इसे वापस लिया जा सकता है।",
    yes: (count) => `हाँ, सभी ${number(count)}`,
    no: "नहीं",
    last: "यहाँ आपका पिछला बदलाव",
  },
  evidence: {
    label: "यह कैसा है, और कौन कहता है",
    sources: {
      person: "मालिक",
      guest: "स्क्रीन पर लोग",
      tag: "फ़ाइल का टैग",
      playlist: "प्लेलिस्ट का नाम",
      folder: "फ़ोल्डर का नाम",
      genre: "शैली",
      sound: "ध्वनि",
    },
    none: "अभी किसी ने कुछ नहीं कहा।",
    colon: ": ",
    holds: "यही माना जाता है",
    confidence: (share) => `${percent(share)} पक्का`,
    soundFailed: (reason) => `इसे सुना नहीं जा सका। ${reason}`,
  },
  blocks: {
    label: "यहाँ रोके हुए",
    none: "कुछ भी रोका नहीं है।",
    allow: (what) => `${what} को फिर चलने दें`,
    allowShort: "चलने दें",
    until: (time) => `${time} तक`,
    blocked: "रोका हुआ",
    song: "यह गाना यहाँ रोका हुआ है।",
    artist: (artist) => `यहाँ रोका हुआ है, ${artist} के सारे गानों की तरह।`,
  },
  lately: {
    label: "हाल में क्या कहा गया",
    by: { guest: "स्क्रीन पर", owner: "इस पेज पर" },
    undo: (what) => `वापस लें: ${what}`,
  },
};
