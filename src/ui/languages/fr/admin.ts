import type { AdminWords } from "../../words/admin-words.ts";

export const words: AdminWords = {
  pages: "Pages",
  ways: {
    overview: "Aperçu",
    library: "Bibliothèque",
    people: "Personnes",
    camera: "Caméra",
    history: "Historique",
    model: "Modèle",
    upkeep: "Entretien",
    settings: "Réglages",
  },
  toKiosk: "Vers la borne",
  signIn: "Connexion",
  signInFirst: "Cette page est réservée aux admins.",
  byPin: (name) => `${name} : connexion par code PIN ou par carte. Ici, il faut aussi la phrase secrète.`,
  givePassphrase: "Saisir la phrase secrète",
  fromAfar: "Cette page est réservée aux admins. Ouvrez-la sur l’appareil lui-même, ou en HTTPS.",
  secureWay: "Ouvrir la page chiffrée",
  loading: "Un instant",
};
