import { html, nothing } from "lit";

/** A browser writes a field for a time as its own language does, not as the page's: in some, as 08:00 PM. */
const twelve = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions().hour12 === true;

/** Beside such a field: the same as all else here writes it. Nothing where the browser writes it so itself. */
export const in24Hours = (text: string | null) =>
  twelve && text !== null && text !== "" ? html`<span class="soft in-24" dir="auto">${text}</span>` : nothing;
