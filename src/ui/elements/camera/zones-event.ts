import type { Zone } from "../../../protocol/vision.ts";

/** The parts that are not read are to be these. */
export class ZonesEvent extends Event {
  static readonly type = "mien-zones";

  readonly zones: readonly Zone[];

  constructor(zones: readonly Zone[]) {
    super(ZonesEvent.type, { bubbles: true, composed: true });
    this.zones = zones;
  }
}
