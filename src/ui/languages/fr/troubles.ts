import type { Trouble } from "../../words/trouble-words.ts";
import type { Words } from "../../words/words.ts";

export const troubles: Words["troubles"] = {
  "camera-absent": {
    what: "Aucune caméra trouvée.",
    cure: "Branchez-en une ; elle sera remarquée toute seule.",
  },
  "camera-unplugged": {
    what: "La caméra n’est plus là.",
    cure: "Rebranchez-la ; elle sera remarquée toute seule.",
  },
  "camera-stuck": {
    what: "La caméra ne répond plus.",
    cure: "Elle est relancée ; si cela dure, débranchez-la puis rebranchez-la.",
  },
  "camera-ended": {
    what: "L’enregistrement de la caméra est terminé.",
    cure: "Choisissez une autre caméra dans les réglages.",
  },
  "camera-unreadable": {
    what: "La caméra ne donne pas d’image.",
    cure: "Fermez les programmes qui l’utilisent, ou rebranchez-la.",
  },
  "model-invalid": {
    what: "Les expressions sont illisibles : les fichiers du modèle ne concordent pas.",
    cure: "Réinstallez Mien.",
  },
  "cascade-missing": {
    what: "Les visages sont introuvables : le fichier du détecteur manque.",
    cure: "Relancez scripts/start ; il l’installe.",
  },
  "opencv-missing": {
    what: "La caméra est inutilisable : OpenCV manque.",
    cure: "Relancez scripts/start ; il l’installe.",
  },
  "vision-crashed": { what: "La partie qui regarde s’est arrêtée.", cure: "Elle redémarre d’elle-même." },
  "vision-silent": { what: "La partie qui regarde ne dit plus rien.", cure: "Elle est relancée." },
  "mpv-missing": {
    what: "Pas de son : le lecteur mpv manque.",
    cure: "Relancez scripts/start ; il l’installe.",
  },
  "mpv-gone": { what: "Le lecteur s’est arrêté.", cure: "Il repart avec le même morceau." },
  "mpv-stalled": {
    what: "Le son n’avance plus.",
    cure: "Il repart de lui-même ; si cela dure, vérifiez le câble de l’enceinte.",
  },
  "output-missing": {
    what: "Pas de carte son : lecture sans son.",
    cure: "Branchez une enceinte, elle sera remarquée ; ou choisissez-en une autre dans les réglages.",
  },
  "output-elsewhere": {
    what: "L’enceinte choisie est absente : une autre joue.",
    cure: "Branchez-la ou allumez-la ; la musique y revient d’elle-même.",
  },
  "nothing-playable": {
    what: "Aucun morceau ne peut être joué.",
    cure: "Voyez la bibliothèque : fichiers abîmés, ou aucun ne suit les règles.",
  },
  "folder-missing": {
    what: "Un dossier de musique manque.",
    cure: "Branchez son disque ; ou, si le dossier est mal écrit, corrigez-le dans les réglages.",
    named: (name) => `Un dossier de musique manque : ${name}.`,
  },
  "library-empty": {
    what: "Aucune musique à vous ne peut encore passer.",
    cure: "Ajoutez des morceaux, ou indiquez leur ambiance dans la bibliothèque.",
  },
  "disk-full": {
    what: "Le disque est plein.",
    cure: "La musique continue ; faites de la place pour garder l’historique.",
  },
  "store-unavailable": {
    what: "L’historique ne peut pas être écrit.",
    cure: "La musique continue ; vérifiez le disque, et qu’aucun autre programme ne tient la base.",
  },
  "database-replaced": {
    what: "La base était abîmée ; une sauvegarde a pris sa place.",
    cure: "Le plus récent peut manquer ; l’ancienne est gardée. Vérifiez le disque.",
  },
  "database-emptied": {
    what: "La base était abîmée ; faute de sauvegarde intacte, une base vide a pris sa place.",
    cure: "Revoyez les réglages ; l’ancienne est gardée. Vérifiez le disque.",
  },
  "database-restored": {
    what: "Une sauvegarde a pris la place de la base.",
    cure: "Ce qui a changé depuis manque ; la base d’avant est gardée.",
  },
  "restore-failed": {
    what: "La sauvegarde n’a pas été restaurée.",
    cure: "Tout est comme avant ; la page d’entretien dit pourquoi.",
  },
  "backup-folder-missing": {
    what: "Le dossier des sauvegardes est absent.",
    cure: "Branchez sa clé ou son disque ; ou, si le dossier est mal écrit, corrigez-le dans les réglages.",
  },
  "backup-no-room": {
    what: "Pas de place pour les sauvegardes.",
    cure: "Faites de la place, ou choisissez un autre dossier dans les réglages.",
  },
  "backup-failed": {
    what: "La sauvegarde a échoué.",
    cure: "Nouvel essai prévu ; vérifiez la clé ou le disque de destination.",
  },
  "disk-low": {
    what: "Le disque est presque plein.",
    cure: "Faites vite de la place pour garder l’historique.",
  },
  "too-hot": {
    what: "Cette machine est trop chaude.",
    cure: "Donnez-lui de l’air ; d’ici là, elle ralentit.",
  },
  "https-port": {
    what: "Les admins ne peuvent pas entrer d’ailleurs : le port de HTTPS est pris.",
    cure: "Libérez-le ou choisissez-en un autre dans les réglages ; un nouvel essai suit.",
  },
  "https-certificate": {
    what: "Les admins ne peuvent pas entrer d’ailleurs : le certificat ne peut être créé ou lu.",
    cure: "Faites de la place ou réparez les droits du dossier de données ; un nouvel essai suit.",
  },
  "clock-unset": {
    what: "Cette machine ne connaît pas l’heure.",
    cure: "Connectez-la au réseau ; d’ici là, elle compte comme ouverte et, si elle a des horaires, commence au volume le plus bas.",
  },
};

type Kinds = Words["cameraTroubles"];

const onDisk = (the: string, holdsNone: Trouble): Kinds["file"] => ({
  "camera-absent": {
    what: `${the} pour la caméra : introuvable.`,
    cure: "Remettez-le ou branchez son disque, ou choisissez une autre caméra dans les réglages.",
  },
  "camera-unplugged": {
    what: `${the} pour la caméra : disparu.`,
    cure: "Remettez-le ou branchez son disque ; ce sera remarqué tout seul.",
  },
  "camera-stuck": {
    what: `${the} pour la caméra : son disque ne répond pas.`,
    cure: "Nouvel essai ; si cela dure, vérifiez le disque ou le partage réseau.",
  },
  "camera-ended": {
    what: `${the} pour la caméra : terminé.`,
    cure: "Choisissez une autre caméra dans les réglages.",
  },
  "camera-unreadable": holdsNone,
});

const overNetwork: Kinds["rtsp"] = {
  "camera-absent": {
    what: "La caméra réseau est injoignable.",
    cure: "Vérifiez qu’elle est allumée et sur le même réseau, et son adresse dans les réglages.",
  },
  "camera-unplugged": {
    what: "La caméra réseau n’est plus là.",
    cure: "Vérifiez qu’elle est allumée et sur le même réseau ; elle sera remarquée toute seule.",
  },
  "camera-stuck": {
    what: "La caméra réseau n’envoie plus rien.",
    cure: "Nouvel essai ; si cela dure, vérifiez le réseau et la caméra.",
  },
  "camera-ended": {
    what: "La caméra réseau a terminé son flux.",
    cure: "Vérifiez qu’elle est allumée ; elle sera remarquée toute seule.",
  },
  "camera-unreadable": {
    what: "La caméra réseau ne donne pas d’image.",
    cure: "Vérifiez son adresse dans les réglages, avec son nom et son mot de passe.",
  },
};

export const cameraTroubles: Kinds = {
  images: onDisk("Le dossier d’images", {
    what: "Le dossier d’images pour la caméra n’en contient aucune de lisible.",
    cure: "Mettez-y des images (jpg, png, webp, bmp), ou choisissez une autre caméra dans les réglages.",
  }),
  file: onDisk("Le film", {
    what: "Le film pour la caméra ne peut pas être lu.",
    cure: "Essayez-le dans un lecteur vidéo, ou choisissez une autre caméra dans les réglages.",
  }),
  recording: onDisk("L’enregistrement", {
    what: "L’enregistrement pour la caméra est illisible.",
    cure: "Enregistrez à nouveau, ou choisissez une autre caméra dans les réglages.",
  }),
  mjpeg: overNetwork,
  rtsp: overNetwork,
};
