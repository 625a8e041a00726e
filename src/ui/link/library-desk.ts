import type { ReactiveControllerHost } from "lit";
import type { Track } from "../../protocol/music.ts";
import type { Blocks } from "../facts/blocked.ts";
import { refused } from "../facts/refused.ts";
import { libraryWords } from "../words/library-words.ts";
import { KeptChange, type LastChange } from "./last-change.ts";
import { changeLibrary, doneText, type LibraryChange, songsIn } from "./library-changes.ts";
import type { TrackList } from "./track-list.ts";
import { isGone, wayBack } from "./way-back.ts";

/** So long after it a change is news to a page that is loaded again: somebody may have slipped, and wants it back. */
const NEWS_MS = 60_000;

export interface LibraryDeskOptions {
  host: ReactiveControllerHost;
  list: TrackList;
  /** Said for a moment; `undo` takes it back, and `gone` is told when the moment is over. */
  say: (text: string, kind: "done" | "refused", undo?: () => void, gone?: () => void) => void;
  /** Whether the way back stands nowhere but in what is said for a moment. */
  isBrief: () => boolean;
  /** Something was changed, or could not be. */
  onChange: () => void;
}

/** Makes the changes that somebody wants to songs, one after the other, and has the way back from the last one. */
export class LibraryDesk {
  readonly #options: LibraryDeskOptions;
  readonly #kept: KeptChange;
  /** A second touch waits for the first one rather than be lost. */
  #changes: Promise<unknown> = Promise.resolve();
  /** Changes that are under way, or of which the lists do not tell yet. */
  #under = 0;

  constructor(options: LibraryDeskOptions) {
    this.#options = options;
    this.#kept = new KeptChange(options.host);
  }

  get last(): LastChange | null {
    return this.#kept.last;
  }

  /** After a reload, where the way back stands nowhere else; each time that the page is opened would be too often. */
  offerAgain(): void {
    const { last } = this;
    if (last !== null && Date.now() - last.at < NEWS_MS && this.#options.isBrief()) this.#offerBack(last);
  }

  /**
   * To be called whenever the songs or the blocks may be known anew: what they tell nothing of any more can't be taken back.
   * @param blocks null while they are asked for
   */
  look(blocks: Blocks | null): void {
    const { loading, failure, tracks } = this.#options.list;
    if (this.last === null || this.#under > 0 || loading || failure !== null) return;
    if (isGone(this.last.back, { tracks, blocks })) this.#kept.keep(null);
  }

  /** `before`: as it was when it was wanted. What has left the list meanwhile has a way back as well. */
  make(change: LibraryChange, before: readonly Track[]): void {
    const { list, say } = this.#options;
    this.#inTurn(async () => {
      const back = wayBack(change, [...before, ...list.tracks]);
      const answer = await changeLibrary(change);
      if (!answer.ok) return say(answer.reason, "refused");
      if (change.do === "correct") list.say(change.tracks, change.point);
      const last = { done: answer.value, back, at: Date.now() };
      this.#kept.keep(last);
      this.#offerBack(last);
    });
  }

  undo(back: readonly LibraryChange[]): void {
    const { say } = this.#options;
    this.#inTurn(async () => {
      let [held, of] = [0, 0];
      for (const change of back) {
        const answer = await changeLibrary(change);
        if (!answer.ok) return say(answer.reason, "refused");
        of += songsIn(change);
        held += answer.value.do === "block" ? songsIn(change) : answer.value.count;
      }
      this.#kept.keep(null);
      const { undone, undonePartly } = libraryWords.correct;
      if (held > 0) say(held < of ? undonePartly(held, of) : undone, "done");
      else say(refused("There is nothing to take back any more.", { code: "nothing-back" }), "refused");
    });
  }

  #offerBack(last: LastChange): void {
    const gone = (): void => {
      if (this.#options.isBrief() && this.last === last) this.#kept.keep(null);
    };
    this.#options.say(doneText(last.done), "done", () => this.undo(last.back), gone);
  }

  #inTurn(act: () => Promise<void>): void {
    this.#under += 1;
    this.#changes = this.#changes.then(act).then(() => {
      this.#options.onChange();
      this.#options.list.refresh();
      this.#under -= 1;
    });
  }
}
