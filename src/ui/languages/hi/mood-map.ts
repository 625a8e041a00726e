import type { MoodMapWords } from "../../words/mood-map-words.ts";
import { listIn, pluralIn } from "../plural.ts";

const plural = pluralIn("hi-u-nu-latn");
const list = listIn("hi");
const hours = new Intl.NumberFormat("hi-u-nu-latn", { maximumFractionDigits: 1 });
const songs = (count: number): string => plural(count, { one: "# गाना", other: "# गाने" });

export const words: MoodMapWords = {
  map: {
    label: "मिज़ाज के हिसाब से आपका संगीत",
    drawing: (placed) => `मिज़ाज का नक़्शा, ${songs(placed)}, और जो कम है उसके चारों ओर रेखा`,
    stars: "जितने ज़्यादा तारे, उतना ज़्यादा संगीत।",
    shore: "इस रेखा के भीतर मिज़ाज एक घंटे में ख़त्म हो जाता है।",
    unplaced: (count) => `नक़्शे पर जगह के बिना: ${songs(count)}।`,
    minutes: (minutes) => `${minutes} मिनट`,
    hours: (count) => `${hours.format(count < 10 ? count : Math.round(count))} घं.`,
    list: "हर मिज़ाज में क्या बज सकता है",
    counted:
      "वह सारा संगीत गिना गया है जो किसी मिज़ाज के इतना पास है कि उसमें बज सके; इसलिए एक गाना कई मिज़ाजों में गिना जा सकता है।",
    fillsADay: "बिना दोहराए पूरा दिन चलता है।",
    fillsAnHour: (about, missing) => `एक घंटा चलता है। पूरे दिन के लिए क़रीब ${about} (${songs(missing)}) और जोड़ें।`,
    thin: (about, missing) => `एक घंटे में ख़त्म। क़रीब ${about} (${songs(missing)}) और जोड़ें।`,
    aboutMinutes: (minutes) => `${minutes} मिनट`,
    aboutHours: (count) => (count === 1 ? "एक घंटा" : `${hours.format(count)} घंटे`),
    between: " ",
    genres: (genres) =>
      genres.length === 1 ? `आपकी शैलियों में ${genres[0]} पास है।` : `आपकी शैलियों में ${list(genres)} पास हैं।`,
  },
  effect: {
    label: "क्या माहौल अलग दिखा?",
    intro: (days) =>
      `पिछले ${days} दिनों में गानों से पहले और उनके दौरान चेहरे कैसे दिखे, उससे आगे जो माहौल अपने आप करता है। फ़र्क़ से कारण साबित नहीं होता।`,
    policies: {
      match: "माहौल जैसा रहे",
      lift: "उजला करे",
      calm: "शांत करे",
      energise: "जोश लाए",
      glide: "क़दम-क़दम ले चले",
    },
    songs,
    intended: {
      lift: ["ज़्यादा उजला", "ज़्यादा गहरा"],
      calm: ["ज़्यादा शांत", "ज़्यादा जोशीला"],
      energise: ["ज़्यादा जोशीला", "ज़्यादा शांत"],
      glide: ["मंज़िल के पास", "मंज़िल से दूर"],
    },
    valence: "ज़्यादा उजला",
    arousal: "ज़्यादा जोशीला",
    verdicts: {
      improved: (way) => `माहौल ${way} दिखा`,
      worsened: (_, against) => `माहौल ${against} दिखा`,
      "no-effect-seen": () => "कोई असर नहीं दिखा",
      "too-few": () => "कहने को गाने बहुत कम हैं",
      yardstick: () => "बाक़ी सबकी कसौटी",
    },
    spoken: (mean, low, high) => `${mean}, ${low} और ${high} के बीच`,
    alone: "अभी तुलना के लिए कुछ नहीं",
    empty:
      "अभी यहाँ कोई गाना नहीं गिना जाता। गाना तब गिना जाता है जब वह ख़त्म हो और उसके चलते चेहरे दिशा दें: डायल या आम मूड नहीं।",
  },
};
