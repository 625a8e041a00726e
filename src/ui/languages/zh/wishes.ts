import type { Words } from "../../words/words.ts";

type Unmet = Words["why"]["unmet"];
type Why = Parameters<Unmet["artists"]>[1];

/** A sentence holds no more names. */
const NAMED = 3;
const list = new Intl.ListFormat("zh-Hans", { type: "disjunction" });
const few = (names: readonly string[]): boolean => names.length > 0 && names.length <= NAMED;

export const unmet: Unmet = {
  by: (artists) => (few(artists) ? ` ${list.format(artists)} 的` : "所选艺人的"),
  sung: (languages) => (few(languages) ? `${list.format(languages)}的` : "所选语言的"),
  artists: (wanted, why) => told(unmet.by(wanted), why),
  languages: (wanted, why) => told(unmet.sung(wanted), why),
  instead: (clause) => `${clause}，所以换了这一首。`,
  alone: (clause) => `${clause}。`,
  minutes: (count) => `${count} 分钟`,
  hours: (count) => `${count} 小时`,
};

function told(what: string, { songs, because, within }: Why): string {
  const every = songs === 1 ? `唯一一首${what}歌` : `每一首${what}歌`;
  switch (because) {
    case "none":
      return `这里放不了${what}歌`;
    case "explicit":
      return `${every}都含露骨内容，现在不播放`;
    case "length":
      return `${every}都比这里的歌长或短`;
    case "quiet":
      return `${every}此刻都太活泼`;
    case "mood":
      return `没有${what}歌适合这种氛围`;
    case "coming":
      return `${every}已放过或即将播放`;
    case "rest":
      return within === null ? `${every}不久前放过` : `${every}在最近 ${within}内放过`;
    case "artist-rest":
      return `有一首${what}歌不久前放过或即将播放`;
    case "several":
      return `现在放不了${what}歌`;
  }
}
