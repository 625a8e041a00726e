/**
 * The time zone that the daemon goes by: the setting, or the machine's where it names none that there is (main.ts says it
 * to the whole process).
 */
export const timeZoneOfHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
