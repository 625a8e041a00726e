import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { TemporaryStop } from "../../../protocol/hours.ts";
import type { EpochMs } from "../../../protocol/time.ts";
import { settingsWords } from "../../words/settings-words.ts";
import type { Field } from "./field.ts";

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
        : html`<input
            type="datetime-local"
            data-testid="${id}-moment"
            aria-label=${stop.moment}
            .value=${live(localText(until))}
            @change=${(event: Event) => {
              const moment = Date.parse((event.target as HTMLInputElement).value);
              if (Number.isFinite(moment)) change({ until: moment });
            }}
          />`
    }
  `;
}

/** Three hours on, at a full hour. */
const nextHour = (): EpochMs => Math.ceil(Date.now() / HOUR_MS + 3) * HOUR_MS;

/** As a field for a date and a time takes it, in this browser's time. */
function localText(at: EpochMs): string {
  const day = new Date(at);
  return new Date(at - day.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
