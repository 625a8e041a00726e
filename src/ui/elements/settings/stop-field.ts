import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { TemporaryStop } from "../../../protocol/hours.ts";
import type { EpochMs } from "../../../protocol/time.ts";
import { momentText } from "../../facts/day-time.ts";
import { wallMoment, wallText } from "../../facts/wall-date.ts";
import { settingsWords } from "../../words/settings-words.ts";
import type { Field } from "./field.ts";
import { in24Hours } from "./in-24-hours.ts";

const HOUR_MS = 3_600_000;

/** Closed for now: not at all, until somebody opens it again, or until a moment. */
export function stopField({ id, label, value, change }: Field<TemporaryStop | null>) {
  const { stop } = settingsWords;
  const until = value?.until ?? null;
  const ways = [
    { way: "hours", text: stop.byHours, chosen: value === null, to: null },
    { way: "closed", text: stop.closed, chosen: value !== null && until === null, to: { until: null } },
    { way: "until", text: stop.until, chosen: until !== null, to: { until: nextHour() } },
  ];
  return html`
    <div class="chips" role="group" aria-label=${label}>
      ${ways.map(
        ({ way, text, chosen, to }) => html`<button
          data-testid="${id}-${way}"
          aria-pressed=${String(chosen)}
          @click=${() => chosen || change(to)}
        >
          ${text}
        </button>`,
      )}
    </div>
    ${
      until === null
        ? nothing
        : html`<div class="span"><input
            type="datetime-local"
            data-testid="${id}-moment"
            aria-label=${stop.moment}
            .value=${live(wallText(until))}
            @change=${(event: Event) => {
              const moment = wallMoment((event.target as HTMLInputElement).value);
              if (moment !== null) change({ until: moment });
            }}
          /> ${in24Hours(momentText(until))}</div>`
    }
  `;
}

/** Three hours on, at a full hour. */
const nextHour = (): EpochMs => Math.ceil(Date.now() / HOUR_MS + 3) * HOUR_MS;
