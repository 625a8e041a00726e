import { peopleWords } from "../../words/people-words.ts";

/**
 * The first field of a form that is empty or does not fit, in the page's own words; null where none is. It gets the focus.
 * A browser's own bubble speaks the browser's language, and lies over what stands below the field: such forms are
 * `novalidate`.
 */
export function whatIsLacking(form: HTMLFormElement): string | null {
  const fields = Array.from(form.querySelectorAll("input"));
  const field = fields.find((each) => isEmpty(each) || !each.validity.valid);
  if (field === undefined) return null;
  field.focus();
  const label = field.labels?.[0]?.textContent?.trim() ?? "";
  const { missing, unfit } = peopleWords.lacking;
  return isEmpty(field) ? missing(label) : unfit(label);
}

/** Blanks alone are no name. */
const isEmpty = ({ required, value }: HTMLInputElement): boolean => required && value.trim() === "";
