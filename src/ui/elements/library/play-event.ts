import type { Track } from "../../../protocol/music.ts";

/** Songs that somebody wants to hear; it rises to the page, which alone knows the queue and says what came of it. */
export class PlayEvent extends Event {
  static readonly type = "mien-play";
  readonly tracks: readonly Track[];
  readonly when: "now" | "next";

  constructor(tracks: readonly Track[], when: "now" | "next") {
    super(PlayEvent.type, { bubbles: true, composed: true });
    this.tracks = tracks;
    this.when = when;
  }
}
