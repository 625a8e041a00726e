import type { Id } from "../../protocol/time.ts";

/** Which songs of a list are chosen; `anchor` is where a range begins. */
export interface Selection {
  ids: ReadonlySet<Id>;
  anchor: Id | null;
}

export const nothingSelected: Selection = { ids: new Set(), anchor: null };

/** That one alone. */
export const only = (id: Id): Selection => ({ ids: new Set([id]), anchor: id });

/** That one as well, or no more. */
export function toggle({ ids }: Selection, id: Id): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** All from the anchor to that one, in the order of the list, besides what was chosen before. */
export function extend(selection: Selection, id: Id, list: readonly Id[]): Selection {
  const from = selection.anchor === null ? -1 : list.indexOf(selection.anchor);
  const to = list.indexOf(id);
  if (from < 0 || to < 0) return toggle(selection, id);
  const range = list.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...range]), anchor: selection.anchor };
}

/** Without what the list no longer has, unless nothing went. */
export function among(selection: Selection, list: readonly Id[]): Selection {
  const there = new Set(list);
  const left = [...selection.ids].filter((id) => there.has(id));
  if (left.length === selection.ids.size) return selection;
  return {
    ids: new Set(left),
    anchor: selection.anchor !== null && there.has(selection.anchor) ? selection.anchor : null,
  };
}
