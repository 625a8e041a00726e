/** What has come about since the library was last looked at. */
export interface News {
  /** There was nothing to play, and now there is. */
  musicCame: boolean;
  /** Songs have gone or come: what is offered and what comes next was chosen from others. */
  songsChanged: boolean;
}

/** Tells what others have to know of from one state of the library to the next. */
export class LibraryNews {
  #hadMusic = false;
  #songs = 0;

  of({ hasMusic, songs }: { hasMusic: boolean; songs: number }): News {
    const news = { musicCame: hasMusic && !this.#hadMusic, songsChanged: songs !== this.#songs };
    this.#hadMusic = hasMusic;
    this.#songs = songs;
    return news;
  }
}
