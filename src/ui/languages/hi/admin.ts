import type { AdminWords } from "../../words/admin-words.ts";

export const words: AdminWords = {
  pages: "पेज",
  ways: {
    overview: "एक नज़र में",
    library: "लाइब्रेरी",
    people: "लोग",
    camera: "कैमरा",
    history: "इतिहास",
    model: "मॉडल",
    upkeep: "देखभाल",
    settings: "सेटिंग",
  },
  toKiosk: "कियोस्क पर",
  signIn: "साइन इन",
  signInFirst: "यह पेज एडमिन के लिए है।",
  byPin: (name) => `${name} ने PIN या कार्ड से साइन इन किया है। इसके लिए पासफ़्रेज़ भी चाहिए।`,
  givePassphrase: "पासफ़्रेज़ लिखें",
  fromAfar: "यह पेज एडमिन के लिए है। इसे मशीन पर ही खोलें, या HTTPS से।",
  secureWay: "एन्क्रिप्ट किए पेज पर जाएँ",
  loading: "एक पल",
};
