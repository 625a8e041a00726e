import type { HealthReason } from "../../src/protocol/health.ts";
import type { Pick, PickReason, SixPick } from "../../src/protocol/music.ts";
import type { AppState } from "../../src/protocol/state.ts";
import { someCorrection, somePick, someState, someTrack } from "../../src/ui/testing-state.ts";

const now = 1_763_726_400_000;

const songs = [
  ["Slow Orange Bus", "Ida Fenn", 0.5, 0.1],
  ["Saltwater Radio", "Hollow Coast", 0.6, 0.5],
  ["Seven Kinds of Yes", "Marlowe & Sons", 0.7, 0.55],
  ["Kite Weather", "Ana Lúz", 0.3, -0.4],
  ["Good Bread", "Trio Pomme", 0.1, 0],
  ["Second Summer", "Northern Rooms", 0.4, 0.2],
] as const;

const suits: PickReason = { kind: "suits", target: { valence: 0.5, arousal: 0.1 }, distance: 0.1 };

const six: readonly SixPick[] = songs.map(([title, artist, valence, arousal], index) => ({
  ...somePick([suits], {
    id: `six-${index}`,
    title,
    artists: [artist],
    affect: { point: { valence, arousal }, confidence: 1, from: "tag" },
  }),
  id: `pick-${index}`,
  suits: true,
}));

/** Two that suit; each of the others gave way to something. */
const gaveWay = [null, null, "mood", "rest", "artist-rest", "quiet"] as const;
const mostlyBesides: readonly SixPick[] = six.map((pick, index) => {
  const rule = gaveWay[index] ?? null;
  return rule === null ? pick : { ...pick, suits: false, reasons: [{ kind: "widened", rule }] };
});
const asked: readonly Pick[] = six.slice(1, 4).map((pick) => ({
  ...pick,
  id: `asked-${pick.id}`,
  reasons: [{ kind: "asked", by: { kind: "guest", sessionId: "s" } }, ...pick.reasons],
}));

const longTitle =
  "Der Donaudampfschifffahrtsgesellschaftskapitän erinnert sich an einen Sommer, der niemals ganz zu Ende ging";
const longSix: readonly SixPick[] = six.map((pick, index) => ({
  ...pick,
  id: `long-${index}`,
  suits: index % 2 === 1,
  reasons: [{ kind: "widened", rule: index % 2 ? "artist-rest" : "rest" }],
  item: {
    kind: "track",
    track: someTrack({
      id: `long-${index}`,
      title: index % 2 ? longTitle : "夏の終わりに海辺で聴いたあの長い長い歌のことを私たちは覚えている",
      artists: ["Orchestre Philharmonique de Radio France", "Chœur de l’Armée française"],
    }),
  },
}));

const base = someState({ now, sixPicks: six, queue: six.slice(3, 4) });
const playing = (pick: Pick): AppState["player"] => ({
  ...base.player,
  actual: { state: "playing", pick, positionMs: 83_000, at: now },
});
const reasons: readonly PickReason[] = [
  { kind: "mood", label: "content", basis: "faces", looks: base.room.looks, policy: "match" },
];
const full = { ...base, player: playing(somePick(reasons)) };
/** Songs in another script, and a guest who chose their language. */
function foreign(title: string, artist: string, language: string): Partial<AppState> {
  const named = (pick: SixPick): SixPick => ({
    ...pick,
    reasons: [{ kind: "preferred", what: "artist", value: artist, by: "guest" }],
    item: { kind: "track", track: someTrack({ id: `${language}-${pick.id}`, title, artists: [artist] }) },
  });
  const picks = six.map(named);
  return {
    sixPicks: picks,
    queue: picks.slice(0, 1),
    player: playing(picks[1] as Pick),
    preferences: { languages: [language], artists: [artist], policy: null, until: now + 3_600_000 },
  };
}
const gloomy = {
  affect: { valence: -0.55, arousal: -0.2 },
  label: "gloomy",
  confidence: 0.8,
  since: now,
  until: null,
  basis: "faces",
} as const;

const manual: AppState = {
  ...full,
  mood: {
    ...gloomy,
    affect: { valence: 0.4, arousal: 0.4 },
    label: "elated",
    basis: "manual",
    until: now + 20 * 60_000,
  },
  direction: { ...base.direction, policy: "calm", target: { valence: 0.4, arousal: -0.3 } },
  preferences: { languages: ["fr"], artists: ["Nina Simone"], policy: "calm", until: now + 3_600_000 },
};
const troubles = {
  camera: { ...base.camera, looking: false },
  health: {
    ...base.health,
    player: { state: "degraded", reason: "output-missing", detail: "", since: now, retryAt: null },
    camera: { state: "down", reason: "camera-unplugged", detail: "", since: now, retryAt: null },
    store: { state: "degraded", reason: "disk-full", detail: "", since: now, retryAt: null },
  },
} satisfies Partial<AppState>;

const corrected = someCorrection({ title: "Lantern Street at Noon", at: now, until: now + 120_000 });

const withStore = (reason: HealthReason): AppState => ({
  ...full,
  health: { ...base.health, store: { state: "degraded", reason, detail: "", since: now, retryAt: null } },
});

/** What the kiosk has to look well in. */
export const kioskStates: Readonly<Record<string, AppState>> = {
  full,
  empty: {
    ...full,
    sixPicks: [],
    queue: [],
    player: { ...base.player, actual: { state: "idle", because: "nothing-playable" } },
    library: { ...base.library, tracks: 0 },
  },
  working: {
    ...full,
    camera: { ...base.camera, demo: true },
    library: { ...base.library, demo: true, scan: { done: 1_204, of: 56_000, leftMs: 190_000 } },
  },
  listening: {
    ...full,
    library: {
      ...base.library,
      covers: { done: 300, of: 56_000, leftMs: 190_000 },
      analysis: { done: 12, of: 56_000, leftMs: 11 * 3_600_000 },
    },
  },
  corrected: {
    ...full,
    lastCorrection: corrected,
    corrections: [corrected],
  },
  blocked: {
    ...full,
    lastCorrection: {
      ...corrected,
      kind: "block-artist",
      title: longTitle,
      artist: "Orchestre Philharmonique de Radio France",
      holdsUntil: now + 86_400_000,
    },
  },
  /** Few songs suit, and some wait for their turn. */
  besides: { ...full, sixPicks: mostlyBesides, queue: [...asked, six[5] as Pick] },
  closed: {
    ...full,
    queue: [],
    opensAt: now + 21 * 3_600_000,
    player: { ...base.player, intended: "closed", actual: { state: "idle", because: "closed" } },
  },
  /** Quiet hours, and louder than they allow was wanted. */
  quiet: {
    ...full,
    player: { ...full.player, volume: 0.4 },
    volumeRange: { floor: 0.1, ceiling: 0.4, because: "quiet-hours" },
  },
  paused: {
    ...full,
    player: {
      ...base.player,
      intended: "paused",
      actual: { state: "paused", pick: somePick(reasons), positionMs: 83_000, at: now },
    },
  },
  recovering: {
    ...full,
    player: { ...base.player, actual: { state: "recovering", pick: somePick(reasons), positionMs: 83_000 } },
  },
  elsewhere: {
    ...full,
    health: {
      ...base.health,
      player: { state: "degraded", reason: "output-elsewhere", detail: "", since: now, retryAt: null },
    },
  },
  gliding: {
    ...full,
    mood: gloomy,
    room: { faces: 1, looks: { kind: "all", expression: "sad" } },
    direction: {
      policy: "glide",
      target: { valence: 0.1, arousal: 0.02 },
      reach: 0.45,
      path: {
        points: [-0.55, -0.33, -0.11, 0.11, 0.33, 0.55].map((valence, index) => ({
          valence,
          arousal: -0.2 + index * 0.08,
        })),
        step: 3,
      },
      daypart: "Late evening in the bar",
    },
  },
  manual,
  /** Guests' phones may ask for songs, from the network that the screen is in. */
  byPhone: {
    ...full,
    guests: { ...base.guests, page: "open", address: "http://192.168.1.20:7373/phone" },
  },
  long: {
    ...full,
    sixPicks: longSix,
    queue: longSix.slice(1, 2),
    player: playing({ ...(longSix[1] as Pick), reasons: [{ kind: "widened", rule: "length" }] }),
    direction: { ...base.direction, policy: "energise", daypart: "Samstagnachmittagskaffeekränzchen" },
  },
  arabic: { ...full, ...foreign("نسم علينا الهوا من مفرق الوادي", "فيروز والأخوين رحباني", "ar") },
  japanese: {
    ...full,
    ...foreign("夏の終わりに海辺で聴いたあの長い歌", "東京スカパラダイスオーケストラ", "ja"),
  },
  troubled: { ...full, ...troubles },
  /** A damaged database was set aside, and a backup took its place; an empty one; or an admin had a backup restored. */
  replaced: withStore("database-replaced"),
  emptied: withStore("database-emptied"),
  restored: withStore("database-restored"),
  /** A bad day, with everything at once. */
  crowded: { ...manual, ...troubles },
};
