import type { Language } from "../languages/languages.ts";
import { perLanguage } from "../languages/tables.ts";
import type { Option } from "./option.ts";

/** Parts of the world, by the numbers that the United Nations give them. */
const PARTS: Readonly<Record<string, string>> = {
  ...{ Europe: "150", America: "019", Asia: "142", Africa: "002", Antarctica: "AQ" },
  ...{ Australia: "009", Pacific: "009" },
};
/** Zones are named after oceans as well, and nobody looks for Reykjavík in one. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  ...{ "Arctic/Longyearbyen": "150", "Atlantic/Azores": "150", "Atlantic/Canary": "150" },
  ...{ "Atlantic/Faeroe": "150", "Atlantic/Faroe": "150", "Atlantic/Madeira": "150" },
  ...{ "Atlantic/Reykjavik": "150", "Atlantic/Bermuda": "019", "Atlantic/South_Georgia": "019" },
  ...{ "Atlantic/Stanley": "019", "Pacific/Easter": "019", "Pacific/Galapagos": "019" },
  ...{ "Pacific/Honolulu": "019", "Atlantic/Cape_Verde": "002", "Atlantic/St_Helena": "002" },
  ...{ "Indian/Antananarivo": "002", "Indian/Comoro": "002", "Indian/Kerguelen": "002" },
  ...{ "Indian/Mahe": "002", "Indian/Mauritius": "002", "Indian/Mayotte": "002" },
  ...{ "Indian/Reunion": "002", "Indian/Chagos": "142", "Indian/Maldives": "142" },
  ...{ "Indian/Christmas": "009", "Indian/Cocos": "009" },
};
/** Browsers keep to names that the places themselves have laid down. */
const CALLED: Readonly<Record<string, string>> = {
  ...{ "Africa/Asmera": "Asmara", "America/Coral_Harbour": "Atikokan", "America/Godthab": "Nuuk" },
  ...{ "Asia/Calcutta": "Kolkata", "Asia/Katmandu": "Kathmandu", "Asia/Rangoon": "Yangon" },
  ...{ "Asia/Saigon": "Ho Chi Minh City", "Atlantic/Faeroe": "Faroe", "Europe/Kiev": "Kyiv" },
  ...{ "Pacific/Enderbury": "Kanton", "Pacific/Ponape": "Pohnpei", "Pacific/Truk": "Chuuk" },
};

/** Their names: Chromium's own `Intl` knows countries, and answers "150" for Europe. */
const CODES = ["150", "019", "142", "002", "AQ", "009"];
const NAMES: Readonly<Record<Language, string>> = {
  en: "Europe|Americas|Asia|Africa|Antarctica|Oceania",
  de: "Europa|Amerika|Asien|Afrika|Antarktis|Ozeanien",
  fr: "Europe|Amériques|Asie|Afrique|Antarctique|Océanie",
  es: "Europa|América|Asia|África|Antártida|Oceanía",
  hi: "यूरोप|अमेरिकाज़|एशिया|अफ़्रीका|अंटार्कटिका|ओशिआनिया",
  ar: "أوروبا|الأمريكتان|آسيا|أفريقيا|أنتاركتيكا|أوقيانوسيا",
  zh: "欧洲|美洲|亚洲|非洲|南极洲|大洋洲",
};

const partNames = perLanguage((tag) => NAMES[tag.slice(0, 2) as Language].split("|"));
const collator = perLanguage((tag) => new Intl.Collator(tag));

/**
 * The time zones that the browser knows, and the one that holds among them: by parts of the world and by their cities, so
 * that whoever types "Ber" has Berlin. UTC, which some browsers list and some do not, is of no part and comes first.
 */
export function timeZones(value: string | null): readonly Option[] {
  const known = new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), ...(value ? [value] : [])]);
  const zones = [...known].map((zone): Option => {
    const part = ELSEWHERE[zone] ?? PARTS[zone.split("/")[0] ?? ""];
    if (part === undefined) return { value: zone, text: plain(zone) };
    return { value: zone, text: cityOf(zone), group: partNames()[CODES.indexOf(part)] ?? part };
  });
  // One that holds may be another name for one that the browser lists.
  const held = zones.find((zone) => zone.value === value);
  const isTwin = ({ value, text, group }: Option): boolean =>
    value !== held?.value && text === held?.text && group === held.group;
  const { compare } = collator();
  return zones
    .filter((zone) => !isTwin(zone))
    .toSorted((a, b) => compare(a.group ?? "", b.group ?? "") || compare(a.text, b.text));
}

const plain = (text: string): string => text.replaceAll("_", " ");

/** "Buenos Aires (Argentina)" of `America/Argentina/Buenos_Aires`. */
function cityOf(zone: string): string {
  const called = CALLED[zone];
  if (called !== undefined) return called;
  const [, land = "", city] = zone.split("/").map(plain);
  return city === undefined ? land : `${city} (${land})`;
}
