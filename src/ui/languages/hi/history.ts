import type { HistoryWords } from "../../words/history-words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("hi-u-nu-latn");
const songs = (count: number): string => plural(count, { one: "# गाना", other: "# गाने" });

export const words: HistoryWords = {
  title: "इतिहास",
  hours: "पिछले हफ़्ते हर घंटे में कितने गाने",
  perHour: "हर घंटे के गाने",
  drawing: (plays, busiest) =>
    plays === 0
      ? "पिछले हफ़्ते कोई गाना नहीं बजा।"
      : plural(plays, {
          one: `पिछले हफ़्ते एक गाना बजा, ${busiest} से शुरू घंटे में।`,
          other: `पिछले हफ़्ते # गाने बजे, सबसे ज़्यादा ${busiest} से शुरू घंटे में।`,
        }),
  asked: "लोगों की फ़रमाइश पर",
  picked: "Mien के चुने",
  inHour: (hour, plays, asked) => `${hour}: ${songs(plays)}${asked > 0 ? `, ${asked} फ़रमाइश पर` : ""}`,
  list: "क्या बजा और क्यों",
  none: "अभी तक कुछ नहीं बजा।",
  more: "और पुराने",
  shown: (count) => `दिखाए गए: ${count}`,
  notNew: "ताज़ा नहीं है:",
  columns: { when: "कब", song: "गाना", why: "क्यों", end: "अंत" },
  ends: {
    finished: "पूरा बजा",
    skipped: "आगे बढ़ाया गया",
    replaced: "दूसरे को जगह दी",
    stopped: "रोका गया",
    unplayable: "बज नहीं सका",
    "output-lost": "स्पीकर हट गया",
  },
  playing: "अभी बज रहा है",
  cutOff: "बीच में रुक गया",
  byPerson: "किसी ने इसकी फ़रमाइश की।",
  forgotten: "अब रखा नहीं है",
};
