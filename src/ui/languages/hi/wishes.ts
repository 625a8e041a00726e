import type { Words } from "../../words/words.ts";
import { pluralIn } from "../plural.ts";

type Unmet = Words["why"]["unmet"];
type Why = Parameters<Unmet["artists"]>[1];

/** A sentence holds no more names. */
const NAMED = 3;
const plural = pluralIn("hi-u-nu-latn");
const list = new Intl.ListFormat("hi", { type: "disjunction" });
const few = (names: readonly string[]): boolean => names.length > 0 && names.length <= NAMED;

export const unmet: Unmet = {
  by: (artists) => (few(artists) ? `${list.format(artists)} का` : "चुने हुए कलाकारों का"),
  sung: (languages) => (few(languages) ? `${list.format(languages)} का` : "चुनी हुई भाषाओं का"),
  artists: (wanted, why) => told(unmet.by(wanted), why),
  languages: (wanted, why) => told(unmet.sung(wanted), why),
  instead: (clause) => `${clause}, इसलिए यह दूसरा गाना।`,
  alone: (clause) => `${clause}।`,
  minutes: (count) => plural(count, { one: "एक मिनट", other: "# मिनट" }),
  hours: (count) => plural(count, { one: "एक घंटे", other: "# घंटे" }),
};

function told(what: string, { songs, because, within }: Why): string {
  const every = songs === 1 ? `${what} इकलौता गाना` : `${what} हर गाना`;
  switch (because) {
    case "none":
      return `${what} कोई गाना यहाँ नहीं चल सकता`;
    case "explicit":
      return `${every} एक्सप्लिसिट है, और ऐसे गाने अभी नहीं चलते`;
    case "length":
      return `${every} यहाँ के गानों से लंबा या छोटा है`;
    case "quiet":
      return `${every} इस समय के लिए ज़्यादा जोशीला है`;
    case "mood":
      return `${what} कोई गाना मिज़ाज से मेल नहीं खाया`;
    case "coming":
      return `${every} चल चुका है या जल्द आएगा`;
    case "rest":
      return within === null ? `${every} थोड़ी देर पहले चला था` : `${every} पिछले ${within} में चला था`;
    case "artist-rest":
      return `${what} एक गाना थोड़ी देर पहले चला था या जल्द आएगा`;
    case "several":
      return `${what} कोई गाना अभी नहीं चल सका`;
  }
}
