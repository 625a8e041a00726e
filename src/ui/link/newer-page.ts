/**
 * After an update Mien's own screen still shows the page of before, whose later parts are not there any more: its
 * sign-in would not open. So once the connection is back the page looks whether it has become another one, and is
 * loaded anew as soon as nobody uses it.
 */
export class NewerPage {
  readonly #reload: () => void;
  #looked = 1;
  #isThere = false;

  constructor(reload: () => void = () => location.reload()) {
    this.#reload = reload;
  }

  /** `opened`: how often there was a connection. */
  follow({ opened, inUse }: { opened: number; inUse: boolean }): void {
    if (opened > this.#looked) {
      this.#looked = opened;
      void isOutdated().then((is) => {
        this.#isThere ||= is;
      });
    }
    if (!this.#isThere || inUse) return;
    this.#isThere = false;
    this.#reload();
  }
}

/** The names of a page's scripts change with what is in them. Where nothing answers, the next connection looks again. */
async function isOutdated(): Promise<boolean> {
  const own = document.querySelector('script[type="module"][src]')?.getAttribute("src");
  try {
    const answer = await fetch(location.pathname, { cache: "no-cache" });
    return answer.ok && own != null && !(await answer.text()).includes(own);
  } catch {
    return false;
  }
}
