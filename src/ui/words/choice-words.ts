const ENDINGS: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd" };
const ordinals = new Intl.PluralRules("en", { type: "ordinal" });
/** "3rd", of a place that counts from 0. */
const nth = (place: number): string => `${place + 1}${ENDINGS[ordinals.select(place + 1)] ?? "th"}`;
const NUMBERS = ["none", "one", "two", "three", "four", "five", "six"] as const;
const number = (count: number): string => NUMBERS[count] ?? String(count);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Words of what people may choose, correct and wish for; a part of `words`. */
export const choiceWords = {
  /** Below a title that is offered. */
  whyShort: {
    artist: { guest: "as wished for", owner: "a favourite here" },
    /** Null is for songs without words. */
    language: (language: string | null) => (language === null ? "instrumental" : `in ${language}`),
    /** Of one that does not suit. */
    though: (language: string, bent: string) => `${language}, ${bent}`,
    neverHeard: "never heard here",
    /** Of one that bears the name of the mood that the music heads for, and lies too far from it to suit. */
    lessSo: "suits less well",
    widened: {
      mood: "another mood",
      rest: "heard lately",
      artist: "same artist again",
      "artist-rest": "artist heard lately",
      language: "another language",
      favourites: "another artist",
      length: "unusual length",
      quiet: "lively for this hour",
    },
  },
  /** Where the music is heading. */
  direction: {
    lift: "heading brighter",
    calm: "heading calmer",
    energise: "heading livelier",
    gliding: "heading on step by step",
    glide: (music: string, step: number, of: number) => `on the way to ${music}: song ${step} of ${of}`,
    alone: (way: string) => capital(way),
    within: (daypart: string, way: string) => `${daypart}: ${way}`,
  },
  picks: {
    /** Of the songs that are offered, and how many of them suit. */
    heading: (suit: number, besides: number) => {
      const others = `${number(besides)} ${besides === 1 ? "other" : "others"}`;
      if (besides === 0) return `${capital(number(suit))} that would suit`;
      // Mien's own next song may be one of them: each says for itself in what it suits less.
      if (suit === 0) return `${capital(number(besides))} to choose from`;
      return `${capital(number(suit))} that ${suit === 1 ? "suits" : "suit"}, ${others}`;
    },
    /** `what` was wished for, as “in Japanese”. */
    wished: (met: number, what: string, besides: number) => {
      if (besides === 0) return `${capital(number(met))} ${what}`;
      return met === 0
        ? `None ${what}: ${number(besides)} ${besides === 1 ? "other" : "others"}`
        : `${capital(number(met))} ${what}, ${number(besides)} ${besides === 1 ? "other" : "others"}`;
    },
    noneOffered: (what: string) => `No song ${what} is on offer just now.`,
    none: "There is nothing to choose from just now.",
    others: "Other songs",
    choose: (title: string, artists: string, why: string) =>
      `${[title, artists, why].filter((part) => part !== "").join(", ")}. Choose when it plays.`,
    now: "Now",
    /**
     * After the song that plays, and after those that others asked for before: `place` counts from 0. What ends the song
     * that plays is called otherwise. Everything about it says so in the same words.
     */
    next: (place: number) => (place === 0 ? "Play next" : `Play ${nth(place)}`),
    notNext: (place: number): string => (place === 0 ? "Not next" : "Take back"),
    playsNow: "plays now",
    /** The next one, which nobody asked for. */
    byItself: "comes by itself",
    waits: (place: number) => (place === 0 ? "✓ plays next" : `✓ ${nth(place)} in line`),
    asked: (title: string, place: number) =>
      place === 0 ? `Plays soon: ${title}` : `${nth(place)} in line: ${title}`,
    playNow: (title: string) => `Play ${title} now`,
    /** Said of a button, and of which song it is. */
    answerFor: (answer: string, title: string) => `${answer}: ${title}`,
  },
  corrections: {
    label: "Say what is wrong with this song",
    wrongMood: "Wrong mood",
    notThisSong: "Not this song",
    notThisArtist: "Not this artist",
    moved: (title: string) => `New mood for “${title}”`,
    noted: (title: string) => `Noted for the owner: ${title}`,
    /** `hours` is null where it holds until somebody takes it back. */
    blocked: (what: string, hours: number | null) => {
      if (hours === null) return `Not played again: ${what}`;
      const span = hours === 24 ? "a day" : hours === 1 ? "an hour" : `${hours} hours`;
      return `Not played for ${span}: ${what}`;
    },
    undo: "Undo",
    /** What was undone. */
    movedBack: (title: string) => `“${title}” has its mood back`,
    unnoted: (title: string) => `Noted no more: ${title}`,
    unblocked: (what: string) => `May be played again: ${what}`,
    /** With what it took away. */
    comesAgain: (what: string) => `Undone, comes next: ${what}`,
  },
  /** One-key shortcuts. */
  keys: {
    label: "Shortcuts on a keyboard",
    on: "On",
    off: "Off",
    which:
      "Space plays and pauses, N skips, M mutes, W is for a wrong mood, Z takes back, F likes a song once you are signed in, C is for the camera, D for the dial, 1 to 6 for a song, arrows for the place in the song and the volume.",
  },
  wishes: {
    open: "Wishes",
    back: "Back to the songs",
    label: "What would you like to hear?",
    policy: "What should the music do?",
    policies: {
      match: "Suit the room",
      lift: "Brighten it",
      calm: "Calm it",
      energise: "Liven it up",
      glide: "Lead on step by step",
    },
    /** No wish for any of them. */
    any: { policy: "As usual here", languages: "Any language", artists: "Anybody" },
    languages: "Languages",
    wordless: "Instrumental",
    artists: "Artists",
    search: "Search for an artist",
    chosen: (list: string, until: string | null) =>
      until === null ? `Chosen: ${list}` : `Chosen: ${list}, until ${until}`,
    clear: "Anything goes",
    noLanguages: "No song says in which language it is sung.",
    noArtists: "No artist goes by that name.",
    failed: (reason: string) => `This could not be loaded. ${capital(reason)}`,
    loading: "One moment",
  },
};
