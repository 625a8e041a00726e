const none = -1;
const nobody: readonly number[] = [];

/** Which tracks, by their `seq`, are in which group: each in one at most. Coming and going cost the same however many there are. */
export class Groups {
  readonly #members: number[][] = [];
  /** By `seq`: its group, and its place among the members there. */
  #group = new Int32Array(0);
  #place = new Int32Array(0);

  /** Makes room for every `seq` below this. */
  grow(size: number): void {
    const group = new Int32Array(size).fill(none);
    group.set(this.#group);
    this.#group = group;
    const place = new Int32Array(size);
    place.set(this.#place);
    this.#place = place;
  }

  put(seq: number, group: number): void {
    if (this.#group[seq] === group) return;
    this.remove(seq);
    while (this.#members.length <= group) this.#members.push([]);
    const members = this.#members[group] as number[];
    this.#place[seq] = members.push(seq) - 1;
    this.#group[seq] = group;
  }

  remove(seq: number): void {
    if (!this.has(seq)) return;
    const members = this.#members[this.#group[seq] as number] as number[];
    const last = members.pop() as number;
    if (last !== seq) {
      const place = this.#place[seq] as number;
      members[place] = last;
      this.#place[last] = place;
    }
    this.#group[seq] = none;
  }

  /** Whether it is in any. */
  has(seq: number): boolean {
    return (this.#group[seq] ?? none) !== none;
  }

  members(group: number): readonly number[] {
    return this.#members[group] ?? nobody;
  }
}
