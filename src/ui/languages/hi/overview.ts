import type { OverviewWords } from "../../words/overview-words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("hi-u-nu-latn");

export const words: OverviewWords = {
  title: "एक नज़र में",
  well: "सब ठीक है।",
  trial: "सब चल रहा है, पर कुछ चीज़ें सिर्फ़ आज़माने के लिए हैं।",
  waits: "सब चल रहा है, पर कुछ आपका इंतज़ार कर रहा है।",
  stands: {
    camera: {
      what: "कैमरे की जगह तस्वीरों की एक रील चल रही है।",
      cure: "कैमरा जोड़ें और सेटिंग में चुनें; --demo से शुरू किया हो तो Mien को उसके बिना शुरू करें।",
    },
    music: { what: "Mien के साथ आई धुनें बज रही हैं।", cure: "अपना संगीत जोड़ें।" },
    silent: {
      what: "संगीत बिना स्पीकर के चल रहा है: कोई उसे नहीं सुनता।",
      cure: "सेटिंग में स्पीकर चुनें; --output null से शुरू किया हो तो Mien को उसके बिना शुरू करें।",
    },
  },
  some: (count) => plural(count, { one: "एक चीज़ देखनी है।", other: "# चीज़ें देखनी हैं।" }),
  health: "हर हिस्से का हाल",
  parts: {
    player: "आवाज़",
    library: "संगीत",
    camera: "कैमरा",
    vision: "चेहरे पढ़ना",
    store: "डेटाबेस",
    backup: "बैकअप",
    disk: "डिस्क में जगह",
    temperature: "तापमान",
    https: "HTTPS",
    clock: "समय",
  },
  states: {
    ok: "ठीक",
    starting: "शुरू हो रहा है",
    off: "बंद किया हुआ",
    degraded: "पूरी तरह ठीक नहीं",
    down: "काम नहीं कर रहा",
  },
  camera: {
    demo: "डेमो तस्वीरें",
    resting: "जब तक बंद है, आराम करता है",
    unasked: "जगह बताए जाने का इंतज़ार",
  },
  toSetting: {
    speaker: "स्पीकर चुनें",
    camera: "कैमरा चुनें",
    folders: "संगीत के फ़ोल्डर चुनें",
    backups: "बैकअप का फ़ोल्डर चुनें",
    stands: "बताएँ कि Mien कहाँ रखा है",
  },
  told: {
    silent: "बिना स्पीकर",
    noSensor: "यहाँ इसका सेंसर नहीं है",
    noBackups: "अभी कोई नहीं बना",
    open: "खुला",
    shut: "नेटवर्क के लिए खुला नहीं",
  },
  unasked: {
    what: "कैमरा बंद रहता है, क्योंकि किसी ने नहीं बताया कि Mien कहाँ रखा है।",
    cure: "सेटिंग में “जगह” के नीचे बताएँ: तब कैमरा खुलता है, जहाँ उसे अनुमति है।",
  },

  now: "अभी",
  nothing: "कुछ नहीं बज रहा।",
  paused: "रुका हुआ",
  next: (title) => `इसके बाद: ${title}`,
  faces: (count) =>
    count === 0
      ? "कोई चेहरा नहीं दिख रहा।"
      : plural(count, { one: "एक चेहरा दिख रहा है।", other: "# चेहरे दिख रहे हैं।" }),
  here: (count) =>
    count === 0
      ? "कार्ड या पिन से कोई यहाँ नहीं है।"
      : plural(count, {
          one: "कार्ड या पिन से एक व्यक्ति यहाँ मौजूद गिना जाता है, जब तक वह जाने को न कहे या कमरा ख़ाली न रहे।",
          other: "कार्ड या पिन से # लोग यहाँ मौजूद गिने जाते हैं, जब तक वे जाने को न कहें या कमरा ख़ाली न रहे।",
        }),

  today: "पिछले 24 घंटे",
  plays: "बजे गाने",
  picked: "Mien के चुने",
  asked: "लोगों की फ़रमाइश पर",
  skipped: "आगे बढ़ाए गए",
  toHistory: "पूरा इतिहास",

  machine: "मशीन",
  heat: "तापमान",
  disk: "डिस्क में ख़ाली",
  memory: "ख़ाली मेमोरी",
  used: "Mien की अपनी मेमोरी",
  up: "कब से चालू",
  backup: "पिछला बैकअप",
  noBackup: "अभी कोई नहीं",
  version: "वर्शन",
  unknown: "पता नहीं",
  of: (part, whole) => `${whole} में से ${part}`,
  celsius: (value) => `${Math.round(value)} °C`,
  minutes: (count) => `${count} मिनट`,
  days: (days, hours) => (days > 0 ? `${days} दिन ${hours} घं॰` : `${hours} घं॰`),

  do: "क्या-क्या करना है",
  links: {
    music: "संगीत जोड़ें",
    camera: "कैमरे की दिशा ठीक करें",
    people: "लोग और कार्ड जोड़ें",
    settings: "खुलने का समय, आवाज़, मिज़ाज",
    notice: "दरवाज़े की सूचना प्रिंट करें",
    upkeep: "बैकअप, अपडेट, लॉग",
  },
};
