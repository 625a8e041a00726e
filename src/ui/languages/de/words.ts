import type { Policy } from "../../../protocol/mood.ts";
import type { Words } from "../../words/words.ts";
import { percentIn, pluralIn } from "../plural.ts";
import { choices } from "./choices.ts";
import { moods } from "./moods.ts";
import { cameraTroubles, troubles } from "./troubles.ts";
import { unmet } from "./wishes.ts";

const plural = pluralIn("de");
const percent = percentIn("de");
const faces = (count: number): string => plural(count, { one: "ein Gesicht", other: "# Gesichter" });
const sentence = (lead: string, rest: string | null): string => `${lead}${rest ?? ""}.`;
const andSong = (song: string | null): string | null => song && `, und dieses Lied ist ${song}`;
const itIs = (lead: string, song: string | null): string =>
  song === null ? lead : `${lead} Es ist ${song}.`;
const after = (more: string | null): string => (more === null ? "" : `, ${more}`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const time = (seconds: number): string =>
  seconds < 60
    ? plural(seconds, { one: "eine Sekunde", other: "# Sekunden" })
    : plural(Math.round(seconds / 60), { one: "eine Minute", other: "# Minuten" });
const songsIn = (language: string | null): string =>
  language === null ? "Lieder ohne Worte" : `Lieder auf ${language}`;

/** What the music does about the mood. */
const heads: Readonly<Record<Exclude<Policy, "match">, string>> = {
  lift: "heller",
  calm: "ruhiger",
  energise: "lebhafter",
  glide: "Schritt für Schritt anders",
};

export const words: Words = {
  language: "de",
  comma: ", ",

  now: {
    playing: "Jetzt läuft",
    paused: "Pause",
    loading: "Gleich",
    recovering: "Der Ton brach ab und kommt gleich wieder",
    announced: (title, artists) =>
      artists === "" ? `Jetzt läuft: ${title}` : `Jetzt läuft: ${title} von ${artists}`,
    titled: (paused, title) => `${paused ? "Pause" : "Jetzt läuft"}: ${title}`,
    next: "Danach: ",
    unknownArtist: "Unbekannt",
    coverOf: (title) => `Cover von ${title}`,
    why: "Warum dieses Lied",
  },
  idle: {
    starting: { title: "Einen Moment", text: "Das erste Lied wird ausgesucht." },
    paused: { title: "Pause", text: "Zum Weiterspielen den Bildschirm berühren." },
    closed: { title: "Gerade geschlossen", text: "Die Musik kommt zur Öffnung von selbst zurück." },
    "nothing-playable": {
      title: "Nichts zu spielen",
      text: "Mien sucht weiter nach einem Lied, das sich spielen lässt.",
    },
  },
  closedUntil: (time) => ({ title: `Zu bis ${time}`, text: "Die Musik kommt von selbst zurück." }),
  follows: {
    faces: "nach den Gesichtern",
    held: "nach den letzten Gesichtern",
    fading: "auf dem Weg zur üblichen Stimmung",
    daypart: "die übliche Stimmung",
    manual: "am Rad eingestellt",
    asked: "auf Wunsch",
  },

  here: {
    named: (names, others) =>
      others === 0
        ? `Hier: ${names}`
        : `Hier: ${names} und ${plural(others, { one: "noch jemand", other: "# weitere" })}`,
    counted: (others) =>
      plural(others, {
        one: "Eine Person ist mit Karte oder PIN da",
        other: "# Leute sind mit Karte oder PIN da",
      }),
    brief: (count) => plural(count, { one: "Eine Person angemeldet", other: "# Leute angemeldet" }),
  },

  looks: {
    nobody: "Niemand zu sehen",
    unread: (count) => capital(`${faces(count)}, schwer zu lesen`),
    mixed: (count) => `Gemischte Mienen, ${faces(count)}`,
    one: (face) => `Ein Gesicht, ${face}`,
    all: (face, count) => `Alle ${face}, ${faces(count)}`,
    mostly: (face, count) => `Meist ${face}, ${faces(count)}`,
    notLooking: "Sieht nicht hin",
    opening: "Sieht gleich hin",
    unknown: "Gerade keine Nachricht",
  },
  expressions: new Map([
    ["angry", { now: "mit krauser Stirn", was: "runzelten die Stirn" }],
    ["disgust", { now: "mit verzogenem Mund", was: "verzogen den Mund" }],
    ["fear", { now: "mit großen Augen", was: "hatten große Augen" }],
    ["happy", { now: "lächelnd", was: "lächelten" }],
    ["neutral", { now: "neutral", was: "sahen neutral aus" }],
    ["sad", { now: "mit traurigem Blick", was: "sahen traurig aus" }],
    ["surprise", { now: "mit überraschtem Blick", was: "sahen überrascht aus" }],
    ["smiling", { now: "lächelnd", was: "lächelten" }],
    ["notSmiling", { now: "ohne Lächeln", was: "lächelten nicht" }],
  ]),
  otherExpression: { now: "mit anderer Miene", was: "zeigten eine andere Miene" },

  music: moods,
  why: {
    matched: (look, song) => sentence(capital(look), andSong(song)),
    steered: (look, policy, song) => itIs(`${capital(look)}, und die Musik wird ${heads[policy]}.`, song),
    all: (did) => `alle Gesichter hier ${did}`,
    mostly: (did) => `die meisten Gesichter hier ${did}`,
    mixed: "die Gesichter hier waren gemischt",
    nobody: ", während niemand zu sehen war",
    unread: ", während sich kein Gesicht lesen ließ",
    lately: (song) => itIs("Passend dazu, wie Gesichter hier zuletzt aussahen.", song),
    held: (unseen, song) => itIs(sentence("Wie zuvor", unseen), song),
    fading: (song) => itIs("Auf dem Weg zurück zur üblichen Stimmung.", song),
    usual: (unseen, song) => itIs(sentence("Wie hier üblich", unseen), song),
    change: (song) => itIs("Eine kleine Abwechslung, die noch zum Raum passt.", song),
    dial: (song) => itIs("Wie am Rad eingestellt.", song),
    dialNear: (song) => itIs("Nah an dem, was am Rad eingestellt wurde.", song),
    dialSteered: (policy, song) => itIs(`Von der Stelle am Rad aus wird die Musik ${heads[policy]}.`, song),
    widened: {
      mood: (song) => itIs("Bei der Auswahl war nichts frei, das besser passt.", song),
      rest: (song) => itIs("Vor Kurzem schon gehört: bei der Auswahl war nichts Passendes ausgeruht.", song),
      artist: (song) => itIs("Noch einmal dieselben: von anderen war nichts da.", song),
      "artist-rest": (song) => itIs("Vor Kurzem schon da: bei der Auswahl war niemand anderes frei.", song),
      language: (song) => itIs("In den gewählten Sprachen passte kein Lied.", song),
      favourites: (song) => itIs("Von den Gewählten passte kein Lied.", song),
      length: (song) => itIs("Ungewöhnlich lang oder kurz: anderes war nicht da.", song),
      quiet: (song) => itIs("Etwas lebhaft für diese Stunde: Ruhigeres war nicht da.", song),
    },
    unmet,
    though: {
      mood: "auch wenn es nicht zur Stimmung passt",
      rest: "auch wenn es vor Kurzem lief",
      artist: "auch wenn davor schon etwas von ihnen lief",
      "artist-rest": "auch wenn vor Kurzem schon etwas von ihnen lief",
      length: "auch wenn die Länge hier ungewöhnlich ist",
      quiet: "auch wenn es für diese Stunde etwas lebhaft ist",
    },
    turn: (name) => (name === null ? "Für jemanden hier" : `Für ${name}`),
    likes: {
      song: () => "dieses Lied",
      artist: (artist) => artist,
      language: songsIn,
    },
    turnFor: (turn, likes, rest) =>
      likes === null ? `${turn}. ${rest ?? ""}`.trim() : sentence(`${turn}, mit Vorliebe für ${likes}`, rest),
    andSong,
    preferred: {
      artist: (artist, by, though, song) =>
        sentence(
          by === "guest" ? `Jemand hier hat ${artist} gewählt` : `${artist} ist hier besonders beliebt`,
          though === null ? andSong(song) : `, ${though}`,
        ),
      language: (language, by, though, song) =>
        sentence(
          by === "guest"
            ? `Jemand hier hat ${songsIn(language)} gewählt`
            : `${songsIn(language)} sind hier besonders beliebt`,
          though === null ? andSong(song) : `, ${though}`,
        ),
    },
    asked: "Jemand hat es sich gewünscht.",
    planned: "Es war für diese Zeit vorgesehen.",
  },

  ...choices,

  camera: {
    looking: "Die Kamera sieht hin. Kein Bild wird gespeichert.",
    photographs: "Hier werden zur Probe Fotos gelesen: Keine Kamera sieht hin.",
    watched: "Ein Admin sieht gerade durch die Kamera, um sie auszurichten. Kein Bild wird gespeichert.",
    looksForSmiles: "Die Kamera sucht nur nach Lächeln. Kein Bild wird gespeichert.",
    resting: "Es ist geschlossen, die Kamera ruht: Niemand wird erfasst.",
    closed: "Die Kamera ist zu. Kein Bild wird gespeichert.",
    opening: "Die Kamera geht auf. Kein Bild wird gespeichert.",
    closing: "Die Kamera geht zu.",
    down: "Die Kamera antwortet nicht. Kein Bild wird gespeichert.",
    forbidden: "Die Kamera bleibt aus: Bei der Arbeit und in Schulen dürfen Gesichter nicht gelesen werden.",
    unknown: "Keine Nachricht von der Kamera, solange die Verbindung fehlt.",
    close: "Kamera zu",
    open: "Kamera auf",
    lightOn: "Kameralicht: sieht hin",
    lightOff: "Kameralicht: sieht nicht hin",
    about: "Was erfasst und gespeichert wird",
  },

  languages: { label: "Sprache", now: "Diese Seite ist jetzt auf Deutsch." },

  keyboard: {
    label: "Tastatur",
    shift: "Großbuchstaben",
    accents: "Buchstaben mit Akzent",
    plain: "Buchstaben ohne Akzent",
    back: "Zurücknehmen",
    enter: "Eingabe",
    space: "Leerzeichen",
    language: "Andere Sprache",
    close: "Fertig",
    candidates: "Zeichen zur Wahl",
    more: "Weitere Zeichen",
  },

  controls: {
    label: "Player",
    play: "Spielen",
    pause: "Pause",
    skip: "Dieses Lied überspringen",
    volume: "Lautstärke",
    bounds: ({ floor, ceiling, because }) => {
      const range =
        floor > 0 && ceiling < 1
          ? `${percent(floor)} bis ${percent(ceiling)}`
          : floor > 0
            ? `mindestens ${percent(floor)}`
            : `höchstens ${percent(ceiling)}`;
      return {
        settings: `Hier ist eingestellt: ${range}.`,
        daypart: `Um diese Tageszeit: ${range}.`,
        "quiet-hours": `Ruhezeit: ${range}.`,
        clock: `Bis die Uhrzeit bekannt ist: ${range}.`,
        none: "",
      }[because ?? "none"];
    },
    percent,
    position: "Stelle im Lied",
    positionOf: (at, total) => `${at} von ${total}`,
    open: "Antippen und wählen",
    close: "Fertig",
  },
  watch: {
    only: "Diese Seite zeigt, was läuft. Gewählt wird an Miens eigenem Bildschirm.",
    byPhone: "Mit dem Handy wählen",
    usedLink:
      "Dieser Link ist verbraucht: Er macht einen Browser zu Miens eigenem Bildschirm, einmal. Mien neu starten, dann nennt es einen neuen.",
  },
  dial: {
    label: "Wie die Musik sein soll",
    hint: "Den Punkt dahin ziehen, wo die Musik hin soll.",
    unset: "nichts gewählt",
    at: (song, { valence, arousal }) => `${song}: ${percent(valence)} hell, ${percent(arousal)} lebhaft`,
    up: "lebhaft",
    right: "hell",
    down: "ruhig",
    left: "dunkel",
    set: (song, seconds) =>
      seconds === null ? `Gewünscht: ${song}.` : `Gewünscht: ${song}, noch ${time(seconds)}.`,
    setFor: (seconds) => `Noch ${time(seconds)}`,
    letCameraLead: "Kamera führen lassen",
    letUsualLead: "Wieder wie üblich",
  },

  troubles,
  cameraTroubles,
  otherTrouble: { what: "Etwas stimmt nicht.", cure: "Mien versucht es von selbst weiter." },
  notes: {
    label: "Was nicht stimmt",
    more: (count) => `${count} mehr`,
    whatToDo: "Was tun",
    forOwner: "Wer sich um Mien kümmert, hat etwas zu tun.",
  },
  progress: {
    scan: (done, of, left) => `Musik wird gelesen: ${done} von ${of} Dateien${after(left)}`,
    covers: (done, of, left) => `Cover: ${done} von ${of}${after(left)}`,
    analysis: (done, of, left) => `Stimmungen werden gehört: ${done} von ${of} Liedern${after(left)}`,
    seconds: "weniger als eine Minute",
    minutes: (count) => plural(count, { one: "noch etwa eine Minute", other: "noch etwa # Minuten" }),
    hours: (count) => plural(count, { one: "noch etwa eine Stunde", other: "noch etwa # Stunden" }),
    days: (count) => plural(count, { one: "noch etwa einen Tag", other: "noch etwa # Tage" }),
  },
  demo: {
    label: "Hinweise",
    camera: "Fotos zur Probe",
    music: "Demo-Musik",
    silent: "spielt ohne Ton",
    muted: "stumm geschaltet",
  },

  connection: {
    connecting: "Verbindung zu Mien",
    lost: "Die Verbindung zu Mien ist weg. Neuer Versuch läuft.",
    lostDetail: "Zu sehen ist der Stand von vorher.",
    open: "Verbunden",
    unreachable: "Mien ist nicht zu erreichen.",
    refused: (status) => `Mien hat abgelehnt (${status}).`,
    again: "Noch einmal",
  },
  rejected: (reason) => `Das ging nicht. ${reason}`,
};
