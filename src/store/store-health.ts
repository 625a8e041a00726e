import type { Health } from "../protocol/health.ts";

/** The health of the store as a whole: that of its worst part. */
export class StoreHealth {
  /** In the order of their weight: what became of the database earlier is the least. */
  readonly #parts = new Map<string, Health>(
    ["writer", "reader", "plays", "care"].map((part) => [part, { state: "ok" }]),
  );
  readonly #listeners = new Set<(health: Health) => void>();
  #told: Health = { state: "ok" };

  set(part: string, health: Health): void {
    this.#parts.set(part, health);
    const worst = this.#worst();
    if (worst === this.#told || (worst.state === "ok" && this.#told.state === "ok")) return;
    this.#told = worst;
    for (const listener of this.#listeners) listener(worst);
  }

  /** Tells the health now and at every change; returns the undo. */
  onChange(listener: (health: Health) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#told);
    return () => this.#listeners.delete(listener);
  }

  #worst(): Health {
    const all = [...this.#parts.values()];
    const found = all.find(({ state }) => state === "down") ?? all.find(({ state }) => state === "degraded");
    return found ?? { state: "ok" };
  }
}
