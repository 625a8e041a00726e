/**
 * What programs write where they know no artist, in the languages that iTunes, Windows and Android speak. Thousands of
 * songs would be by one, and rest with each other.
 */
const names = new Set(
  `unknown | unknown artist | <unknown> | various | various artists | va | v.a. | v/a | no artist | n/a
   | unbekannt | unbekannter interpret | unbekannter künstler | verschiedene interpreten | verschiedene künstler | diverse
   | artiste inconnu | artistes divers | artistes variés | artista desconocido | varios artistas | artista sconosciuto
   | artisti vari | artista desconhecido | vários artistas | onbekende artiest | diverse artiesten | okänd artist
   | ukendt kunstner | ukjent artist | tuntematon artisti | nieznany wykonawca | różni wykonawcy | neznámý umělec
   | ismeretlen előadó | неизвестный исполнитель | неизвестен | разные исполнители | άγνωστος καλλιτέχνης
   | bilinmeyen sanatçı | فنان غير معروف | אמן לא ידוע | 不明なアーティスト | ヴァリアス・アーティスト | 未知艺术家 | 未知歌手
   | 群星 | 알 수 없는 음악가 | 알 수 없는 아티스트`
    .split("|")
    .map((name) => name.trim()),
);

/** Whether this is the name of nobody. */
export function isNobody(artist: string): boolean {
  return names.has(artist.toLowerCase().replace(/^\[(.*)\]$/, "$1"));
}

/** Whether a title says no more than which one of a disc it was. */
export function isMereNumber(title: string): boolean {
  return /^(audio ?)?(track|titel|piste|pista|spur|faixa|spår|spor|nummer|raita|ścieżka|stopa|трек|дорожка|トラック|音轨|트랙)?[ _-]*\d{1,3}$/i.test(
    title,
  );
}
