const codeInFragment = /^#kiosk=([\w-]{20,100})$/;

/**
 * The code with which this page was opened as the appliance's own screen; null without. Taken out of the address at
 * once: nobody reads it there, and no history and no bookmark keeps it.
 */
export function takeKioskCode(location: Location, history: History): string | null {
  const code = codeInFragment.exec(location.hash)?.[1] ?? null;
  if (code !== null) history.replaceState(null, "", location.pathname + location.search);
  return code;
}
