import type { Policy } from "../../../protocol/mood.ts";
import type { Words } from "../../words/words.ts";
import { percentIn, pluralIn } from "../plural.ts";
import { choices } from "./choices.ts";
import { moods } from "./moods.ts";
import { cameraTroubles, troubles } from "./troubles.ts";
import { unmet } from "./wishes.ts";

const plural = pluralIn("hi-u-nu-latn");
const percent = percentIn("hi-u-nu-latn");
const faces = (count: number): string => plural(count, { one: "एक चेहरा", other: "# चेहरे" });
const sentence = (lead: string, rest: string | null): string => `${lead}${rest ?? ""}।`;
const andSong = (song: string | null): string | null => song && `, और यह गाना ${song} है`;
const itIs = (lead: string, song: string | null): string =>
  song === null ? lead : `${lead} यह गाना ${song} है।`;
const moreTime = (seconds: number): string =>
  seconds < 60
    ? plural(seconds, { one: "एक सेकंड और", other: "# सेकंड और" })
    : plural(Math.round(seconds / 60), { one: "एक मिनट और", other: "# मिनट और" });
const after = (more: string | null): string => (more === null ? "" : `, ${more}`);
const songsIn = (language: string | null): string =>
  language === null ? "बिना बोल के गाने" : `${language} के गाने`;

/** What the music does about the mood. */
const heads: Readonly<Record<Exclude<Policy, "match">, string>> = {
  lift: "उजला होता जा रहा है",
  calm: "शांत होता जा रहा है",
  energise: "जोशीला होता जा रहा है",
  glide: "क़दम-क़दम आगे बढ़ रहा है",
};

export const words: Words = {
  language: "hi",
  comma: ", ",

  now: {
    playing: "अभी चल रहा है",
    paused: "रुका हुआ",
    loading: "आने वाला है",
    recovering: "आवाज़ टूट गई थी; वही गाना लौट रहा है",
    announced: (title, artists) =>
      artists === "" ? `अभी चल रहा है: ${title}` : `अभी चल रहा है: ${title}, ${artists}`,
    titled: (paused, title) => `${paused ? "रुका हुआ" : "अभी चल रहा है"}: ${title}`,
    next: "आगे: ",
    unknownArtist: "अज्ञात कलाकार",
    coverOf: (title) => `${title} का कवर`,
    why: "यह गाना क्यों",
  },
  idle: {
    starting: { title: "एक पल", text: "पहला गाना चुना जा रहा है।" },
    paused: { title: "रुका हुआ", text: "चलाने के लिए स्क्रीन छुएँ।" },
    closed: { title: "अभी बंद है", text: "खुलने पर संगीत अपने आप लौटेगा।" },
    "nothing-playable": { title: "चलाने को कुछ नहीं", text: "Mien चलने लायक गाना ढूँढता रहता है।" },
  },
  closedUntil: (time) => ({ title: `${time} तक बंद`, text: "संगीत अपने आप लौटेगा।" }),
  follows: {
    faces: "चेहरों के अनुसार",
    held: "पिछले दिखे चेहरों के अनुसार",
    fading: "आम मिज़ाज की ओर",
    daypart: "आम मिज़ाज",
    manual: "डायल पर चुना हुआ",
    asked: "फ़रमाइश पर",
  },

  here: {
    named: (names, others) =>
      others === 0 ? `यहाँ: ${names}` : `यहाँ: ${names} और ${plural(others, { one: "एक और", other: "# और" })}`,
    counted: (others) =>
      plural(others, { one: "एक व्यक्ति कार्ड या पिन से यहाँ है", other: "# लोग कार्ड या पिन से यहाँ हैं" }),
    brief: (count) => plural(count, { one: "एक व्यक्ति साइन इन", other: "# लोग साइन इन" }),
  },

  looks: {
    nobody: "कोई नहीं दिख रहा",
    unread: (count) => `${faces(count)}, पढ़ना मुश्किल`,
    mixed: (count) => `मिले-जुले भाव, ${faces(count)}`,
    one: (face) => `एक चेहरा, ${face}`,
    all: (face, count) => `सब पर ${face}, ${faces(count)}`,
    mostly: (face, count) => `ज़्यादातर पर ${face}, ${faces(count)}`,
    notLooking: "नहीं देख रहा",
    opening: "देखने वाला है",
    unknown: "अभी कोई ख़बर नहीं",
  },
  expressions: new Map([
    ["angry", { now: "तनी भौंहें", was: "पर तनी भौंहें थीं" }],
    ["disgust", { now: "सिकुड़ी नाक", was: "पर सिकुड़ी नाक थी" }],
    ["fear", { now: "फैली आँखें", was: "पर फैली आँखें थीं" }],
    ["happy", { now: "मुस्कान", was: "पर मुस्कान थी" }],
    ["neutral", { now: "सहज भाव", was: "पर सहज भाव था" }],
    ["sad", { now: "उदास भाव", was: "पर उदास भाव था" }],
    ["surprise", { now: "हैरानी का भाव", was: "पर हैरानी का भाव था" }],
    ["smiling", { now: "मुस्कान", was: "पर मुस्कान थी" }],
    ["notSmiling", { now: "बिना मुस्कान का भाव", was: "पर मुस्कान नहीं थी" }],
  ]),
  otherExpression: { now: "कोई और भाव", was: "पर कोई और भाव था" },

  music: moods,
  why: {
    matched: (look, song) => sentence(`क्योंकि ${look}`, andSong(song)),
    steered: (look, policy, song) => itIs(`${look}, और संगीत ${heads[policy]}।`, song),
    all: (did) => `यहाँ सब चेहरों ${did}`,
    mostly: (did) => `यहाँ ज़्यादातर चेहरों ${did}`,
    mixed: "यहाँ चेहरों पर मिले-जुले भाव थे",
    nobody: ", जब कोई नहीं दिख रहा था",
    unread: ", जब कोई चेहरा पढ़ा नहीं जा सका",
    lately: (song) => itIs("हाल में यहाँ दिखे चेहरों के अनुसार।", song),
    held: (unseen, song) => itIs(sentence("पहले की तरह", unseen), song),
    fading: (song) => itIs("आम मिज़ाज की ओर लौटते हुए।", song),
    usual: (unseen, song) => itIs(sentence("जैसा यहाँ आम तौर पर होता है", unseen), song),
    change: (song) => itIs("थोड़ा बदलाव, जो फिर भी यहाँ के माहौल से मेल खाता है।", song),
    dial: (song) => itIs("जैसा डायल पर चुना गया।", song),
    dialNear: (song) => itIs("डायल पर जो चुना गया, उसके क़रीब।", song),
    dialSteered: (policy, song) => itIs(`डायल पर चुनी जगह से संगीत ${heads[policy]}।`, song),
    widened: {
      mood: (song) => itIs("चुनते समय इससे बेहतर मेल खाता कुछ ख़ाली नहीं था।", song),
      rest: (song) => itIs("थोड़ी देर पहले ही चला था: चुनते समय मेल खाता और कुछ नहीं बचा था।", song),
      artist: (song) => itIs("फिर वही कलाकार: किसी और का कुछ नहीं बचा था।", song),
      "artist-rest": (song) => itIs("यह कलाकार थोड़ी देर पहले था: चुनते समय कोई और नहीं बचा था।", song),
      language: (song) => itIs("चुनी हुई भाषाओं का कोई गाना मेल नहीं खाया।", song),
      favourites: (song) => itIs("चुने हुए कलाकारों का कोई गाना मेल नहीं खाया।", song),
      length: (song) => itIs("यहाँ के लिए असामान्य लंबाई: और कुछ नहीं बचा था।", song),
      quiet: (song) => itIs("इस समय के लिए थोड़ा जोशीला: इससे शांत कुछ नहीं बचा था।", song),
    },
    unmet,
    though: {
      mood: "हालाँकि यह मिज़ाज से मेल नहीं खाता",
      rest: "हालाँकि यह थोड़ी देर पहले चला था",
      artist: "हालाँकि यह कलाकार अभी-अभी था",
      "artist-rest": "हालाँकि यह कलाकार थोड़ी देर पहले था",
      length: "हालाँकि इसकी लंबाई यहाँ असामान्य है",
      quiet: "हालाँकि यह इस समय के लिए थोड़ा जोशीला है",
    },
    turn: (name) => (name === null ? "यहाँ किसी के लिए" : `${name} के लिए`),
    likes: {
      song: () => "यह गाना",
      artist: (artist) => artist,
      language: songsIn,
    },
    turnFor: (turn, likes, rest) =>
      likes === null ? `${turn}। ${rest ?? ""}`.trim() : sentence(`${turn}, पसंद: ${likes}`, rest),
    andSong,
    preferred: {
      artist: (artist, by, though, song) =>
        sentence(
          by === "guest" ? `क्योंकि यहाँ किसी ने ${artist} को चुना` : `क्योंकि ${artist} यहाँ पसंदीदा है`,
          though === null ? andSong(song) : `, ${though}`,
        ),
      language: (language, by, though, song) =>
        sentence(
          by === "guest"
            ? `क्योंकि यहाँ किसी ने ${songsIn(language)} चुने`
            : `क्योंकि ${songsIn(language)} यहाँ पसंदीदा हैं`,
          though === null ? andSong(song) : `, ${though}`,
        ),
    },
    asked: "क्योंकि किसी ने इसकी फ़रमाइश की।",
    planned: "क्योंकि यह इस समय के लिए तय था।",
  },

  ...choices,

  camera: {
    looking: "कैमरा देख रहा है। कोई तस्वीर नहीं रखी जाती।",
    photographs: "दिखाने के लिए तस्वीरें पढ़ी जा रही हैं: कोई कैमरा नहीं देख रहा।",
    watched: "एक एडमिन कैमरा ठीक करने के लिए देख रहा है। कोई तस्वीर नहीं रखी जाती।",
    looksForSmiles: "कैमरा सिर्फ़ मुस्कान देखता है। कोई तस्वीर नहीं रखी जाती।",
    resting: "अभी बंद है, इसलिए कैमरा आराम कर रहा है: किसी का चेहरा नहीं पढ़ा जाता।",
    closed: "कैमरा बंद है। कोई तस्वीर नहीं रखी जाती।",
    opening: "कैमरा खुल रहा है। कोई तस्वीर नहीं रखी जाती।",
    closing: "कैमरा बंद हो रहा है।",
    down: "कैमरा जवाब नहीं दे रहा। कोई तस्वीर नहीं रखी जाती।",
    forbidden: "कैमरा बंद रहता है: काम की जगह और स्कूल में चेहरे पढ़ना मना है।",
    unknown: "कनेक्शन न होने तक कैमरे की कोई ख़बर नहीं।",
    close: "कैमरा बंद करें",
    open: "कैमरा खोलें",
    lightOn: "कैमरे की बत्ती: देख रहा है",
    lightOff: "कैमरे की बत्ती: नहीं देख रहा",
    about: "क्या देखा और रखा जाता है",
  },

  languages: { label: "भाषा", now: "यह पेज अब हिन्दी में है।" },

  keyboard: {
    label: "कीबोर्ड",
    shift: "दूसरे अक्षर",
    accents: "मात्रा-चिह्न वाले लैटिन अक्षर",
    plain: "सादे लैटिन अक्षर",
    back: "मिटाएँ",
    enter: "एंटर",
    space: "ख़ाली जगह",
    language: "दूसरी भाषा",
    close: "हो गया",
    candidates: "चुनने के लिए अक्षर",
    more: "और अक्षर",
  },

  controls: {
    label: "प्लेयर",
    play: "चलाएँ",
    pause: "रोकें",
    skip: "यह गाना छोड़ें",
    volume: "आवाज़",
    bounds: ({ floor, ceiling, because }) => {
      const range =
        floor > 0 && ceiling < 1
          ? `${percent(floor)} से ${percent(ceiling)} तक`
          : floor > 0
            ? `कम से कम ${percent(floor)}`
            : `ज़्यादा से ज़्यादा ${percent(ceiling)}`;
      return {
        settings: `यहाँ तय है: ${range}।`,
        daypart: `दिन के इस समय: ${range}।`,
        "quiet-hours": `शांति का समय: ${range}।`,
        clock: `घड़ी का समय पता चलने तक: ${range}।`,
        none: "",
      }[because ?? "none"];
    },
    percent,
    position: "गाने में जगह",
    positionOf: (at, total) => `${total} में से ${at}`,
    open: "चुनने के लिए छुएँ",
    close: "हो गया",
  },
  watch: {
    only: "यह पेज दिखाता है कि क्या बज रहा है। गाने Mien की अपनी स्क्रीन पर चुने जाते हैं।",
    byPhone: "फ़ोन से चुनें",
    usedLink:
      "यह लिंक इस्तेमाल हो चुका है: यह एक ब्राउज़र को एक ही बार Mien की अपनी स्क्रीन बनाता है। Mien फिर से शुरू करें, वह नया लिंक बताएगा।",
  },
  dial: {
    label: "संगीत कैसा हो",
    hint: "बिंदु खींचकर बताएँ कि कैसा हो।",
    unset: "कुछ नहीं चुना",
    at: (song, { valence, arousal }) => `${song}: उजलापन ${percent(valence)}, जोश ${percent(arousal)}`,
    up: "जोशीला",
    right: "उजला",
    down: "शांत",
    left: "गहरा",
    set: (song, seconds) =>
      seconds === null ? `माँगा गया: ${song}।` : `माँगा गया: ${song}, ${moreTime(seconds)}।`,
    setFor: (seconds) => moreTime(seconds),
    letCameraLead: "कैमरे पर छोड़ें",
    letUsualLead: "फिर आम मिज़ाज",
  },

  troubles,
  cameraTroubles,
  otherTrouble: { what: "कुछ ठीक नहीं है।", cure: "Mien अपने आप कोशिश करता रहता है।" },
  notes: {
    label: "क्या ठीक नहीं है",
    more: (count) => `${count} और`,
    whatToDo: "क्या करें",
    forOwner: "Mien की देखभाल करने वाले के लिए कुछ काम है।",
  },
  progress: {
    scan: (done, of, left) => `आपका संगीत पढ़ा जा रहा है: ${of} में से ${done} फ़ाइलें${after(left)}`,
    covers: (done, of, left) => `कवर: ${of} में से ${done}${after(left)}`,
    analysis: (done, of, left) => `मिज़ाज सुने जा रहे हैं: ${of} में से ${done} गाने${after(left)}`,
    seconds: "एक मिनट से कम बाक़ी",
    minutes: (count) => plural(count, { one: "लगभग एक मिनट बाक़ी", other: "लगभग # मिनट बाक़ी" }),
    hours: (count) => plural(count, { one: "लगभग एक घंटा बाक़ी", other: "लगभग # घंटे बाक़ी" }),
    days: (count) => plural(count, { one: "लगभग एक दिन बाक़ी", other: "लगभग # दिन बाक़ी" }),
  },
  demo: {
    label: "सूचनाएँ",
    camera: "डेमो तस्वीरें",
    music: "डेमो संगीत",
    silent: "बिना आवाज़ चल रहा है",
    muted: "आवाज़ बंद है",
  },

  connection: {
    connecting: "Mien से जुड़ रहे हैं",
    lost: "Mien से कनेक्शन टूट गया। फिर कोशिश हो रही है।",
    lostDetail: "जो दिख रहा है वह पहले का है।",
    open: "जुड़ा हुआ",
    unreachable: "Mien तक पहुँच नहीं हो रही।",
    refused: (status) => `Mien ने मना किया (${status})।`,
    again: "फिर कोशिश करें",
  },
  rejected: (reason) => `यह नहीं हो पाया। ${reason}`,
};
