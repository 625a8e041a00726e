import type { LibraryWords } from "../../words/library-words.ts";
import { numberIn, percentIn, pluralIn } from "../plural.ts";

const plural = pluralIn("fr");
const percent = percentIn("fr");
const number = numberIn("fr");
const Songs = (count: number): string => plural(count, { one: "# morceau", other: "# morceaux" });

export const words: LibraryWords = {
  title: "Bibliothèque",
  sections: {
    label: "Rubriques",
    songs: "Morceaux",
    map: "Ambiances",
    add: "Ajouter",
    take: "Exporter",
  },
  signInToChange: "Vous pouvez regarder. Pour changer quelque chose, connectez-vous en tant qu’admin.",
  fromAfar: "Vous pouvez regarder. Pour changer quelque chose, ouvrez cette page sur l’appareil même.",
  addFromAfar:
    "La musique s’ajoute sur l’appareil même : ses dossiers et ses clés ne sont montrés à personne d’autre.",
  loading: "Un instant",
  failed: "Le chargement a échoué.",
  again: "Réessayer",
  demo: "Ici passent les morceaux de démonstration de Mien. Dix morceaux à vous, ou un dossier de musique dans les réglages, prennent leur place.",

  songs: {
    search: "Chercher un titre, un artiste, un album, un genre",
    filter: "Quels morceaux",
    all: "Tous les morceaux",
    noMood: "Morceaux sans ambiance",
    unplayable: "Morceaux illisibles",
    from: (who) => `Ambiance d’après : ${who}`,
    order: "Ordre",
    orders: { title: "Par titre", newest: "Récents d’abord" },
    count: (total, more, partial) => {
      const found = more ? `Plus de ${Songs(total)}` : Songs(total);
      return partial ? `${found} pour l’instant : la recherche se prépare après une mise à jour` : found;
    },
    none: "Aucun morceau ne correspond.",
    noneFor: (search) => `Rien trouvé pour « ${search} ».`,
    clear: "Afficher tous les morceaux",
    noneSoFar: "Aucun morceau pour l’instant. La recherche se prépare après une mise à jour.",
    noneYet: "Pas encore de musique. Ajoutez-en, ou indiquez un dossier dans les réglages.",
    selectShown: (count, all) =>
      all ? `Tout sélectionner (${number(count)})` : `Sélectionner les ${number(count)} premiers`,
    select: (title) => `Sélectionner ${title}`,
    noMoodYet: "pas encore d’ambiance",
    unplayableFor: (reason) => `Illisible. ${reason}`,
    more: "Plus de morceaux",
    missing: "Le fichier est absent pour l’instant.",
  },

  correct: {
    label: "Les morceaux choisis",
    none: "Choisissez un morceau pour voir comment il sonne et qui le dit ; ou plusieurs, pour le dire vous-même.",
    chosen: (count) => plural(count, { one: "# morceau choisi", other: "# morceaux choisis" }),
    clear: "Désélectionner",
    say: "Dire comment il sonne",
    sayMany: "Dire comment ils sonnent",
    disc: "Montrez où va cette musique",
    takeBack: "Oublier ce que j’ai dit",
    playNow: "Jouer tout de suite",
    playNext: "Jouer ensuite",
    plays: {
      now: (what) => `Passe maintenant : ${what}`,
      next: (what) => `Passe ensuite : ${what}`,
    },
    playsAlready: "Il n’attend plus.",
    playNextMany: (count) => `Jouer ces ${number(count)} ensuite`,
    tooMany: (most) => `${number(most)} morceaux au plus attendent à la fois.`,
    block: "Ne jamais jouer",
    blockMany: (count) => `Ne jamais jouer ces ${number(count)}`,
    allowMany: (count) => plural(count, { one: "Autoriser # morceau", other: "Autoriser # morceaux" }),
    blockArtist: (artist) => `Jamais ${artist}`,
    done: (count, music) =>
      plural(count, {
        one: `# morceau déplacé vers « ${music} ».`,
        other: `# morceaux déplacés vers « ${music} ».`,
      }),
    takenBack: (count) => `${Songs(count)} : votre avis est retiré.`,
    blocked: (what) => `Ne passe plus : ${what}`,
    allowed: (what) => `Peut de nouveau passer : ${what}`,
    undo: "Annuler",
    undone: "C’est annulé.",
    undonePartly: (held, of) =>
      `Annulé pour ${number(held)} morceaux sur ${number(of)}. Les autres ont changé depuis.`,
  },
  files: {
    delete: (count) => plural(count, { one: "Effacer le fichier", other: "Effacer # fichiers" }),
    ask: (count) =>
      plural(count, {
        one: "Le fichier disparaît du disque de Mien, et rien ne le ramène.",
        other: "Ces fichiers disparaissent du disque de Mien, et rien ne les ramène.",
      }),
    sure: () => "Effacer pour de bon",
    keep: () => "Garder",
    deleted: (count) => plural(count, { one: "# morceau effacé.", other: "# morceaux effacés." }),
    stay: (count, why) =>
      `${plural(count, { one: "# morceau reste", other: "# morceaux restent" })} : ${why}`,
  },
  many: {
    move: (count, music) =>
      plural(count, {
        one: `Déplacer # morceau vers « ${music} » ?`,
        other: `Déplacer # morceaux vers « ${music} » ?`,
      }),
    takeBack: (count) =>
      plural(count, {
        one: "Oublier votre avis sur # morceau ?",
        other: "Oublier votre avis sur # morceaux ?",
      }),
    block: (count) =>
      plural(count, { one: "Ne plus jouer # morceau ?", other: "Ne plus jouer # morceaux ?" }),
    allow: (count) =>
      plural(count, { one: "Autoriser de nouveau # morceau ?", other: "Autoriser de nouveau # morceaux ?" }),
    after: "Cela peut être annulé.",
    yes: (count) => `Oui, les ${number(count)}`,
    no: "Non",
    last: "Votre dernier changement ici",
  },
  evidence: {
    label: "Comment il sonne, et qui le dit",
    sources: {
      person: "Le propriétaire",
      guest: "Des gens à l’écran",
      tag: "L’étiquette du fichier",
      playlist: "Le nom d’une playlist",
      folder: "Le nom d’un dossier",
      genre: "Le genre",
      sound: "Le son",
    },
    none: "Personne n’a encore rien dit.",
    colon: " : ",
    holds: "c’est ce qui compte",
    confidence: (share) => `sûr à ${percent(share)}`,
    soundFailed: (reason) => `L’écoute a échoué. ${reason}`,
  },
  blocks: {
    label: "Bloqués ici",
    none: "Rien n’est bloqué.",
    allow: (what) => `Autoriser de nouveau ${what}`,
    allowShort: "Autoriser",
    until: (time) => `jusqu’à ${time}`,
    blocked: "bloqué",
    song: "Ce morceau est bloqué ici.",
    artist: (artist) => `Bloqué ici, comme tous les morceaux de ${artist}.`,
  },
  lately: {
    label: "Avis récents",
    by: { guest: "à l’écran", owner: "sur cette page" },
    undo: (what) => `Annuler : ${what}`,
  },
};
