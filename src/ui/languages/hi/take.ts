import type { TakeWords } from "../../words/take-words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("hi-u-nu-latn");

export const words: TakeWords = {
  playlists: "हर मिज़ाज की प्लेलिस्ट",
  playlistsHint: "इस मशीन के किसी भी प्लेयर के लिए M3U फ़ाइलें, हर एक में उस मिज़ाज के सबसे क़रीब गाने।",
  playlistsFromAfar: "इनमें इस मशीन के फ़ोल्डरों के नाम हैं, इसलिए इन्हें मशीन पर ही लें।",
  corrections: "यहाँ लोगों ने क्या कहा",
  correctionsHint: "CSV फ़ाइल, रखने के लिए या किसी दूसरे Mien पर ले जाने के लिए।",
  download: "डाउनलोड करें",
  bringBack: "फ़ाइल फिर से आयात करें",
  broughtBack: (changed, unknown) => {
    const moved = plural(changed, { one: "# गाना बदला गया", other: "# गाने बदले गए" });
    const missing = plural(unknown, { one: "# गाना यहाँ नहीं मिला", other: "# गाने यहाँ नहीं मिले" });
    return unknown > 0 ? `${moved}, ${missing}।` : `${moved}।`;
  },
  fault: (line, reason) => `पंक्ति ${line}: ${reason}`,
  plays: "जो चला उसकी रिपोर्ट",
  playsHint: "CSV फ़ाइल, जैसी रॉयल्टी संस्थाएँ माँगती हैं: शीर्षक, कलाकार, एल्बम, ISRC, शुरुआत, और सुने गए सेकंड।",
  from: "कब से",
  to: "कब तक",
  months: { this: "इस महीने", last: "पिछले महीने" },
  fileName: (name) => `नाम होगा ${name}`,
  backwards: "आख़िरी दिन पहले दिन से पहले है।",
};
