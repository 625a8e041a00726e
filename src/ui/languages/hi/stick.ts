import type { StickWords } from "../../words/stick-words.ts";

export const words: StickWords = {
  plugIn:
    "सब कुछ फ़ाइल में साथ ले जाने के लिए Mien में USB स्टिक लगाएँ। वह यहाँ दिखेगी; आधे मिनट में न दिखे, तो किसी एडमिन से पूछें।",
  save: (stick) => `सब कुछ “${stick}” पर सहेजें`,
  sure: (stick) => `अभी “${stick}” पर सहेजें`,
  hint: "जिसके पास स्टिक है, वह फ़ाइल पढ़ सकता है। पिन या पासफ़्रेज़ बताता है कि यह आप ही हैं।",
  saving: "सहेजा जा रहा है। स्टिक लगी रहने दें।",
  saved: (file, stick) => `“${stick}” पर ${file} नाम से सहेजा गया। अब स्टिक निकाल सकते हैं।`,
};
