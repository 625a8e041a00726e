import { Player, type PlayerOptions } from "../../player/player.ts";
import type { SettingName } from "../../protocol/settings.ts";
import type { AppState } from "../../protocol/state.ts";
import type { Store } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { SettingsKeeper } from "../settings-keeper.ts";
import { AskedKeeper } from "./asked-keeper.ts";
import { HoursKeeper } from "./hours-keeper.ts";
import { Programme, type ProgrammeOptions } from "./programme.ts";
import { SongFiles } from "./song-files.ts";

export interface MusicOptions {
  store: Store;
  settings: SettingsKeeper;
  /** What to play through, best first, where the owner has chosen this speaker. */
  speakers: (chosen: string) => PlayerOptions["outputs"];
  watchCards?: NonNullable<PlayerOptions["watchCards"]>;
  /** Where the music is, from one daemon to the next. */
  bookmark?: NonNullable<PlayerOptions["bookmark"]>;
  /** Where it is noted what people at the screen asked for, for after a restart; nowhere unless told. */
  askedFile?: string;
  /** Whether the machine knows what time it is; true unless told. */
  trusted?: () => boolean;
  /** What plays where there is nothing else. */
  demoFolder: string;
  mood: ProgrammeOptions["mood"];
  looks: ProgrammeOptions["looks"];
  company: ProgrammeOptions["company"];
  phones: ProgrammeOptions["phones"];
  /** Whether the first songs are still being looked for. */
  mayCome: () => boolean;
  random: () => number;
  clock: Clock;
  log: Log;
  /** What is chosen is other than before. */
  onProgramme: () => void;
  /** The hours have moved on. */
  onHours: () => void;
}

/** What is heard: which song and why, from which file, through which speaker, and when and how loud. */
export class Music {
  readonly programme: Programme;
  readonly player: Player;
  readonly hours: HoursKeeper;
  /** What people at the screen wait for, from one daemon to the next. */
  readonly asked: AskedKeeper | null;
  readonly #files: SongFiles;
  readonly #options: MusicOptions;
  #stopped = false;

  constructor(options: MusicOptions) {
    const { store, settings: keeper, speakers, demoFolder, mayCome, onProgramme, onHours } = options;
    this.#options = options;
    const settings = () => keeper.current;
    const player = () => this.player;
    this.programme = new Programme({ ...options, settings, player, onChange: onProgramme });
    this.hours = new HoursKeeper({ trusted: () => true, ...options, settings, player, onLook: onHours });
    this.#files = new SongFiles({ library: store.library, settings, demoFolder });
    this.player = new Player({
      ...options,
      outputs: speakers(keeper.current.output),
      volume: this.hours.volume,
      loudness: this.hours,
      next: () => this.programme.next(),
      resolve: (item) => this.#files.resolve(item),
      lookUp: (pick) => this.#files.lookUp(pick),
      musicMayCome: mayCome,
      lastResort: () => this.#files.lastResort(),
    });
    const { asking } = this.programme;
    const { askedFile: path, phones } = options;
    this.asked =
      path === undefined
        ? null
        : new AskedKeeper({ ...options, path, player, asking, isOfPhone: phones.askedFor });
  }

  /** Resolves when the first song plays, or when it is known why none does. */
  async start(): Promise<void> {
    await this.#files.loadPieces();
    // A stop may have come before: a player that begins after it would leave its mpv behind.
    if (this.#stopped) return;
    const started = this.player.start(this.hours.start());
    this.asked?.recall(started);
    await started;
  }

  /** Resolves when the store is asked nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    // As it is now: the player closes, and nothing waits there any more.
    const noted = this.asked?.stop();
    this.hours.stop();
    await Promise.all([noted, this.player.stop(), this.programme.stop()]);
  }

  async settingsChanged(changed: readonly SettingName[]): Promise<void> {
    const { settings, speakers } = this.#options;
    const works: Promise<void>[] = [];
    if (changed.includes("output")) works.push(this.player.useOutputs(speakers(settings.current.output)));
    this.hours.look();
    works.push(this.programme.settingsChanged(changed));
    await Promise.all(works);
  }

  /** For the pages. */
  get sections() {
    const { player, hours, programme } = this;
    return {
      player: player.state,
      queue: player.queue,
      opensAt: hours.opensAt,
      volumeRange: hours.range,
      ...programme.sections,
    } satisfies Partial<AppState>;
  }
}
