import { join } from "node:path";
import { SoundListener } from "../../library/sound/sound-listener.ts";
import type { StickCopy } from "../../library/upload/stick-copy.ts";
import type { LibraryState } from "../../protocol/state.ts";
import type { Id } from "../../protocol/time.ts";
import type { Store } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { SettingsKeeper } from "../settings-keeper.ts";
import { CoverKeeper } from "./cover-keeper.ts";
import { LibraryKeeper } from "./library-keeper.ts";
import { LibraryNews, type News } from "./library-news.ts";
import { makeMusicIn } from "./music-in.ts";
import { SoundKeeper } from "./sound-keeper.ts";
import type { UploadKeeper } from "./upload-keeper.ts";
import { Uploaded } from "./uploaded.ts";

export interface CollectionOptions {
  store: Store;
  settings: SettingsKeeper;
  /** Where thumbnails, and uploads unless the settings name another folder, are kept. */
  dataFolder: string;
  demoFolder: string;
  clock: Clock;
  log: Log;
  onNews: (news: News) => void;
  /** Nobody hears these songs any more, or waits for one of them. */
  withdraw: (tracks: ReadonlySet<Id>) => Promise<void>;
  /** Any of it is other than before. */
  onChange: () => void;
}

/** What there is to play: the folders with music, ways for more to come in, and what is worked out of it meanwhile. */
export class Collection {
  readonly library: LibraryKeeper;
  readonly covers: CoverKeeper;
  readonly sound: SoundKeeper;
  readonly uploads: UploadKeeper;
  readonly copies: StickCopy;
  readonly uploaded: Uploaded;

  constructor(options: CollectionOptions) {
    const { store, settings, dataFolder, demoFolder, clock, log, onNews, onChange } = options;
    const news = new LibraryNews();
    this.library = new LibraryKeeper({
      store,
      folders: () => this.uploads.foldersWith(settings.current.musicFolders),
      demoFillsUp: () => settings.current.musicFolders.length === 0,
      rescanMinutes: () => settings.current.rescanMinutes,
      demoFolder,
      clock,
      log,
      onChange: () => {
        onNews(news.of(this.library));
        this.covers.follow(this.library.state);
        this.sound.look();
        onChange();
      },
    });
    this.covers = new CoverKeeper({
      library: store.library,
      folder: join(dataFolder, "covers"),
      clock,
      log,
      onChange,
    });
    this.sound = new SoundKeeper({
      library: store.library,
      listener: new SoundListener(),
      mayWork: () => settings.current.analyseSound && this.library.state.scan === null,
      standIn: () => this.library.standIn,
      clock,
      log,
      onChange,
      onEstimates: () => this.library.placed(),
    });
    const onMusic = () => void this.library.scan();
    const { uploads, copies } = makeMusicIn({
      library: store.library,
      folder: () => settings.current.uploadFolder ?? join(dataFolder, "music"),
      demoFolder,
      clock,
      onMusic,
    });
    this.uploads = uploads;
    this.copies = copies;
    this.uploaded = new Uploaded({
      library: store.library,
      uploads,
      musicFolders: () => settings.current.musicFolders,
      identify: (folder) => this.library.identify(folder),
      withdraw: options.withdraw,
      onMusic,
    });
  }

  /**
   * Resolves when the folder for uploads is in order, or does not answer; what is known plays meanwhile, and is looked
   * through from then on.
   */
  async start(): Promise<void> {
    await this.uploads.start();
    void this.library.scan();
  }

  async stop(): Promise<void> {
    const parts = [this.library, this.covers, this.sound, this.uploads, this.copies];
    await Promise.all(parts.map((part) => part.stop()));
  }

  /** For the pages. */
  get section(): LibraryState {
    return { ...this.library.state, covers: this.covers.progress, analysis: this.sound.progress };
  }
}
