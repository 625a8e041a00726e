import type { OwnerRefusalWords } from "../../words/owner-refusal-words.ts";

export const words: OwnerRefusalWords = {
  "set-up-already": "Mien est déjà installé.",
  "setup-code":
    "Depuis un autre appareil, il faut le code d’installation : il est dans le journal de Mien et à l’écran.",
  "setup-runs": "Quelqu’un d’autre est en train de l’installer.",
  "setup-makes-admin": "Installez d’abord Mien : cela crée le premier admin et demande où il se trouve.",
  "time-zone": "Le fuseau horaire {zone} n’existe pas : il s’écrit comme Europe/Paris.",
  "admin-passphrase": "Un admin a besoin d’une phrase secrète.",
  "admin-passphrase-too": "Un admin a besoin d’une phrase secrète : donnez-la avec le rôle.",
  "passphrase-again": "Cela donne un accès à quelqu’un : il faut encore une fois votre phrase secrète.",
  "admins-make-admins": "Seul un admin en nomme un autre.",
  "card-number": "Ce n’est pas un numéro de carte.",
  "no-card": "Cette carte n’existe pas.",
  "screen-code": "Ce n’est pas le code de l’écran de Mien.",
  "no-device": "Il n’y a pas d’appareil {id} : branchez-le et cherchez encore.",
  "device-refused":
    "Le système ne laisse pas Mien lire {name} : dans le dossier de Mien, lancez sudo scripts/card-reader {id}.",
  "device-unreadable": "{name} ne peut pas être lu : débranchez-le et rebranchez-le.",
  "enough-readers": "Mien retient {count} lecteurs : oubliez-en un qui ne sert plus.",
  "no-reader": "Personne n’a appris un tel lecteur à Mien.",
  "no-picture": "La caméra ne donne pas d’image en ce moment. La page Aperçu dit pourquoi.",
  "no-setting": "Il n’y a pas de réglage {name}.",
  "setting-choice": "Pour {name}, il n’y a que : {choices}.",
  "no-service": "Rien ne relance Mien de lui-même ici : arrêtez-le, puis lancez-le comme il a été lancé.",
  "no-day": "Ce jour n’existe pas : les jours s’écrivent comme 2026-11-30.",
  "days-backwards": "Le dernier jour ({to}) précède le premier ({from}).",
  "sending-others": "D’autres envois sont en cours : redemandez dans un instant.",
  "restore-by-hand": "Rien ne relance Mien tout seul ici : restaurez la sauvegarde avec scripts/restore.",
  "restore-runs":
    "Une sauvegarde est en train de prendre la place de la base : attendez que Mien ait redémarré.",
  "restore-unnamed":
    "La note disant quelle sauvegarde restaurer était illisible : choisissez-en une de nouveau.",
  "restore-late":
    "C’était demandé il y a trop longtemps, ou l’heure a été réglée depuis : demandez-le de nouveau.",
  "restore-cut-off": "Mien s’est arrêté pendant que la sauvegarde prenait sa place : demandez-la de nouveau.",
  "backup-unfit": "{backup} ne peut pas prendre la place de la base : {why}. Choisissez-en une autre.",
  "no-backup": "Cette sauvegarde n’est plus là : choisissez-en une présente.",
  "update-by-hand": "Ici, rien ne met Mien à jour quand une page le demande : utilisez scripts/update.",
  "update-no-signers":
    "Aucune clé qui signe des versions n’est encore reconnue ici : docs/install.md dit comment faire.",
  "update-runs": "Une mise à jour est en cours : attendez qu’elle soit finie.",
  "update-busy": "Une autre version est en cours d’envoi : attendez qu’elle soit là.",
  "update-no-release": "Il n’y a pas de version ici : envoyez d’abord son fichier qui finit par .tar.gz.",
  "update-no-signature": "La signature de la version manque : envoyez-la aussi.",
  "update-broke-off": "La version n’est pas arrivée en entier : envoyez-la de nouveau.",
  "update-not-release": "Ce n’est pas une version : un tel fichier finit par .tar.gz.",
  "update-not-signature": "Ce n’est pas la signature d’une version : un tel fichier finit par .tar.gz.sig.",
  "update-large": "Aucune version n’est aussi grande : elle fait 1 Go au plus.",
  "update-large-signature": "Aucune signature n’est aussi grande : elle fait 8 ko au plus.",
  "update-no-room": "Pas de place pour une version dans {folder} : il manque {missing} Mo.",
  "update-unwritable":
    "Une version ne peut pas s’écrire dans {folder} ({why}). Vérifiez que c’est un dossier de l’utilisateur de Mien, sur un disque sain.",
  "no-drive": "{path} n’est ni une clé ni un dossier sur une clé.",
  "not-uploaded": "Mien n’efface rien dans vos propres dossiers de musique.",
  "upload-stays":
    "Le disque ne laisse pas effacer le fichier ({why}) : vérifiez qu’il est là et accepte l’écriture.",
  "copies-another": "Une autre clé est en cours de copie : attendez, ou arrêtez-la.",
  "copies-nothing": "Aucune copie n’est en cours.",
  "model-missing":
    "Le fichier models/{file} manque : réinstallez Mien, ou dans un clone rétablissez-le par git checkout models.",
  "model-damaged":
    "Le fichier models/{file} est abîmé ou d’une autre version : réinstallez Mien, ou dans un clone rétablissez-le par git checkout models.",
  "model-unreadable":
    "Le fichier models/{file} ne peut pas être lu ({why}) : réinstallez Mien, ou dans un clone rétablissez-le par git checkout models.",
  "model-says-nothing":
    "Le fichier models/README.md ne dit rien de « {heading} » : réinstallez Mien, ou dans un clone rétablissez-le par git checkout models.",
  "database-held": "Un autre programme tient {file} ({why}). Arrêtez-le, ou attendez qu’il ait fini.",
  "database-damaged":
    "{file} est abîmé ou n’est pas une base SQLite ({why}). Rétablissez une sauvegarde, ou déplacez le fichier : Mien en fait un nouveau et relit la musique.",
  "database-unreadable":
    "{file} ne peut être ni lu ni écrit ({why}, {errno}). Vérifiez que son disque est sain et monté en écriture, et que son dossier est à l’utilisateur de Mien.",
  "file-silent": "{file} ne répond pas. Rebranchez sa clé, ou voyez ce qu’a le serveur de son partage.",
  "store-unstartable": "La base de données {file} ne démarre pas ({part} : {why}). Lancez scripts/start.",
  "search-damaged": "L’index de recherche dans {file} est abîmé ({why}) et se refait.",
  "backup-unread":
    "Ce qui a été écrit dans {folder} ne se relit pas ({why}). Prenez une autre clé ou un autre disque pour les sauvegardes.",
  "backup-unwritable":
    "Les sauvegardes ne peuvent pas s’écrire dans {folder} ({why}). Vérifiez que l’utilisateur de Mien peut y écrire.",
  "backup-no-room":
    "Pas de place pour une sauvegarde dans {folder}. Libérez-en, ou choisissez un autre dossier au réglage « Dossier des sauvegardes ».",
  "backup-folder":
    "Le dossier des sauvegardes {folder} n’est pas là. Branchez sa clé ou son disque, ou choisissez-en un autre au réglage « Dossier des sauvegardes ».",
  "work-ended": "Le travail sur {file} s’est arrêté trop tôt ({work}) : {why}",
};
