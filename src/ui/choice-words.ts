const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Words of what people may choose, correct and wish for; a part of `words`. */
export const choiceWords = {
  /** Below a title that is offered. */
  whyShort: {
    artist: (artist: string) => `by ${artist}, as chosen`,
    /** Null is for songs without words. */
    language: (language: string | null) => (language === null ? "instrumental" : `in ${language}`),
    neverHeard: "never heard here",
    widened: {
      mood: "another mood",
      rest: "heard lately",
      artist: "the same artist again",
      "artist-rest": "artist heard lately",
      language: "another language",
      favourites: "another artist",
      length: "of unusual length",
      quiet: "livelier than usual now",
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
    label: "Six that would suit",
    none: "There is nothing to choose from just now.",
    others: "Other songs",
    choose: (title: string, artists: string, why: string) =>
      `${[title, artists, why].filter((part) => part !== "").join(", ")}. Choose when it plays.`,
    now: "Now",
    next: "Next",
    waits: "plays next",
    playNow: (title: string) => `Play ${title} now`,
    playNext: (title: string) => `Play ${title} next`,
  },
  corrections: {
    label: "Say what is wrong with this song",
    wrongMood: "Wrong mood",
    notThisSong: "Not this song",
    notThisArtist: "Not this artist",
    done: {
      "wrong-mood": (title: string) => `Moved to another mood: ${title}`,
      "block-song": (title: string) => `Not played again: ${title}`,
      "block-artist": (_title: string, artist: string) => `Not played again: ${artist}`,
    },
    undo: "Undo",
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
