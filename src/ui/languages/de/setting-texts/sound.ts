import type { SettingTexts } from "../../../words/setting-texts.ts";

/** How it sounds, when there is music, and how loud it may be. */
export const sound = {
  output: {
    title: "Lautsprecher",
    help: "Das Lied geht auf dem anderen weiter. Auf einen, der nicht da ist, wird gewartet.",
  },
  volume: {
    title: "Lautstärke am Anfang",
    help: "Wie laut es beginnt. Wer am Bildschirm ist, kann sie ändern.",
  },
  crossfadeSeconds: {
    title: "Überblenden",
    help: "So lange klingt ein Lied aus, während das nächste beginnt. 0 spielt sie ohne Lücke nacheinander, ebenso ein Lautsprecher, der nur einen Ton auf einmal nimmt.",
  },
  levelling: {
    title: "Gleich laute Lieder",
    help: "Richtet sich nach dem, was die Dateien über ihre Lautheit sagen (ReplayGain, R128, Sound Check). Ein leises Lied wird nur so weit angehoben, dass nichts übersteuert.",
  },
  preampDb: {
    title: "Vorverstärkung",
    help: "Wird auf jedes Lied aufgeschlagen, solange Lieder gleich laut gemacht werden.",
  },
  untaggedGainDb: {
    title: "Lieder, die nicht sagen, wie laut sie sind",
    help: "Auf sie wird stattdessen das aufgeschlagen. Die meiste Musik ist etwa 6 dB lauter als der Pegel, auf den die anderen gebracht werden.",
  },

  openingHours: {
    title: "Öffnungszeiten",
    help: "Wann Musik läuft: Ein Tag kann mehrere Zeiten haben, und eine kann über Mitternacht gehen. Sie beginnt und endet von selbst. Bis das Gerät die Uhrzeit kennt, gilt es als geöffnet und spielt leise.",
  },
  holidays: {
    title: "Feiertage",
    help: "Tage mit eigenen Zeiten oder ohne. Sie gehen vor den Öffnungszeiten.",
  },
  temporaryStop: { title: "Gerade geschlossen", help: "Geht vor den Öffnungszeiten." },
  volumeRange: {
    title: "Lautstärkebereich",
    help: "Wie leise und wie laut es irgendwer machen darf. Eine Tageszeit kann ihren eigenen haben, innerhalb von diesem.",
  },
  quietHours: {
    title: "Ruhezeiten",
    help: "Zu diesen Zeiten nie über dieser Lautstärke, was auch sonst gilt.",
  },
  climbMinutes: {
    title: "Anstieg nach dem Öffnen",
    help: "Nach dem Öffnen beginnt die Musik leise und kommt in dieser Zeit auf ihre Lautstärke.",
  },
} satisfies Partial<SettingTexts>;
