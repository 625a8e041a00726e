import type { OwnerRefusalWords } from "../../words/owner-refusal-words.ts";

export const words: OwnerRefusalWords = {
  "set-up-already": "Mien ist schon eingerichtet.",
  "setup-code":
    "Von einem anderen Gerät braucht es den Einrichtungscode: er steht im Protokoll von Mien und auf dem Bildschirm.",
  "setup-runs": "Jemand anderes richtet es gerade ein.",
  "setup-makes-admin": "Zuerst Mien einrichten: Das macht den ersten Admin und fragt, wo es steht.",
  "time-zone": "Eine Zeitzone {zone} gibt es nicht: sie heißt etwa Europe/Berlin.",
  "admin-passphrase": "Ein Admin braucht eine Passphrase.",
  "admin-passphrase-too": "Ein Admin braucht eine Passphrase: bitte gleich mit angeben.",
  "passphrase-again": "Damit kommt jemand hinein: Dafür braucht es noch einmal deine Passphrase.",
  "admins-make-admins": "Nur ein Admin macht andere zum Admin.",
  "card-number": "Das ist keine Kartennummer.",
  "no-card": "Diese Karte gibt es nicht.",
  "screen-code": "Das ist nicht der Code des Bildschirms von Mien.",
  "no-device": "Ein Gerät {id} gibt es nicht: einstecken und noch einmal suchen.",
  "device-refused":
    "Das System lässt Mien {name} nicht lesen: im Ordner von Mien sudo scripts/card-reader {id} ausführen.",
  "device-unreadable": "{name} lässt sich nicht lesen: herausziehen und wieder einstecken.",
  "enough-readers": "Mien merkt sich {count} Leser: einen vergessen, der nicht mehr gebraucht wird.",
  "no-reader": "Einen solchen Leser hat niemand angelernt.",
  "no-picture": "Die Kamera gibt gerade kein Bild. Die Übersicht sagt, warum.",
  "no-setting": "Eine Einstellung {name} gibt es nicht.",
  "setting-choice": "Für {name} gibt es nur: {choices}.",
  "no-service":
    "Hier startet nichts Mien von selbst neu: bitte beenden und so starten, wie es gestartet wurde.",
  "no-day": "Diesen Tag gibt es nicht: Tage schreiben sich wie 2026-11-30.",
  "days-backwards": "Der letzte Tag ({to}) liegt vor dem ersten ({from}).",
  "sending-others": "Andere werden gerade gesendet: bitte gleich noch einmal versuchen.",
  "restore-by-hand":
    "Nichts startet Mien hier von selbst neu: bitte die Sicherung mit scripts/restore zurückholen.",
  "restore-runs":
    "Gerade kommt eine Sicherung an die Stelle der Datenbank: bitte warten, bis Mien neu gestartet ist.",
  "restore-unnamed":
    "Die Notiz, welche Sicherung zurückgeholt werden sollte, war unlesbar: bitte noch einmal wählen.",
  "restore-late": "Das ist zu lange her, oder die Uhr wurde seitdem gestellt: bitte noch einmal zurückholen.",
  "restore-cut-off": "Mien endete, während die Sicherung an ihre Stelle kam: bitte noch einmal zurückholen.",
  "backup-unfit": "{backup} kann nicht an die Stelle der Datenbank: {why}. Bitte eine andere wählen.",
  "no-backup": "Diese Sicherung ist nicht mehr da: bitte eine der vorhandenen wählen.",
  "update-by-hand":
    "Auf Wunsch einer Seite bringt hier nichts Mien auf eine neue Version: scripts/update nehmen.",
  "update-no-signers":
    "Hier wird noch keinem Schlüssel vertraut, mit dem Versionen signiert werden: wie das geht, steht in docs/install.md.",
  "update-runs": "Ein Update läuft: bitte warten, bis es zu Ende ist.",
  "update-busy": "Gerade wird eine andere Version gesendet: bitte warten, bis sie da ist.",
  "update-no-release": "Hier ist keine Version: zuerst ihre Datei senden, die auf .tar.gz endet.",
  "update-no-signature": "Die Signatur der Version fehlt: auch sie senden.",
  "update-broke-off": "Die Version ist nicht ganz angekommen: bitte noch einmal senden.",
  "update-not-release": "Das ist keine Version: eine solche Datei endet auf .tar.gz.",
  "update-not-signature": "Das ist keine Signatur einer Version: eine solche Datei endet auf .tar.gz.sig.",
  "update-large": "So groß ist keine Version: sie hat höchstens 1 GB.",
  "update-large-signature": "So groß ist keine Signatur: sie hat höchstens 8 kB.",
  "update-no-room": "In {folder} ist kein Platz für eine Version: es fehlen {missing} MB.",
  "update-unwritable":
    "Eine Version lässt sich nicht nach {folder} schreiben ({why}). Prüfen, ob das ein Ordner des Benutzers von Mien auf einem heilen Laufwerk ist.",
  "no-drive": "{path} ist kein Laufwerk und kein Ordner auf einem.",
  "not-uploaded": "Aus den eigenen Musikordnern löscht Mien nichts.",
  "upload-stays":
    "Der Datenträger gibt die Datei nicht frei ({why}): nachsehen, ob er da ist und sich beschreiben lässt.",
  "copies-another": "Ein anderer Stick wird gerade kopiert: warten oder das beenden.",
  "copies-nothing": "Gerade wird nichts kopiert.",
  "model-missing":
    "Die Datei models/{file} fehlt: Mien neu installieren oder sie in einem Klon mit git checkout models zurückholen.",
  "model-damaged":
    "Die Datei models/{file} ist beschädigt oder von einer anderen Version: Mien neu installieren oder sie in einem Klon mit git checkout models zurückholen.",
  "model-unreadable":
    "Die Datei models/{file} lässt sich nicht lesen ({why}): Mien neu installieren oder sie in einem Klon mit git checkout models zurückholen.",
  "model-says-nothing":
    "In der Datei models/README.md fehlt „{heading}“: Mien neu installieren oder sie in einem Klon mit git checkout models zurückholen.",
  "database-held": "Ein anderes Programm hält {file} ({why}). Es beenden oder warten, bis es fertig ist.",
  "database-damaged":
    "{file} ist beschädigt oder keine SQLite-Datenbank ({why}). Eine Sicherung einspielen oder die Datei wegräumen: Mien legt dann eine neue an und liest die Musik noch einmal.",
  "database-unreadable":
    "{file} lässt sich nicht lesen oder schreiben ({why}, {errno}). Prüfen, ob das Laufwerk heil und beschreibbar ist und der Ordner dem Benutzer von Mien gehört.",
  "file-silent": "{file} antwortet nicht. Den Stick neu einstecken oder nach dem Server der Freigabe sehen.",
  "store-unstartable": "Die Datenbank {file} startet nicht ({part}: {why}). scripts/start ausführen.",
  "search-damaged": "Der Suchindex in {file} ist beschädigt ({why}) und wird neu gebaut.",
  "backup-unread":
    "Was nach {folder} geschrieben wurde, lässt sich nicht wieder lesen ({why}). Für Sicherungen einen anderen Stick oder ein anderes Laufwerk nehmen.",
  "backup-unwritable":
    "Sicherungen lassen sich nicht nach {folder} schreiben ({why}). Prüfen, ob der Benutzer von Mien dort schreiben darf.",
  "backup-no-room":
    "In {folder} ist kein Platz für eine Sicherung. Platz schaffen oder in der Einstellung „Ordner für Sicherungen“ einen anderen Ordner wählen.",
  "backup-folder":
    "Der Ordner für Sicherungen {folder} ist nicht da. Seinen Stick oder sein Laufwerk anschließen oder in der Einstellung „Ordner für Sicherungen“ einen anderen wählen.",
  "work-ended": "Die Arbeit an {file} endete zu früh ({work}): {why}",
};
