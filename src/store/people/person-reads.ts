import type { Database } from "better-sqlite3";
import type { HeardSong, PersonalExport, PersonalSongs, Taste } from "../../protocol/people.ts";
import type { EpochMs, Id, IsoTime } from "../../protocol/time.ts";
import type { StoredCard, StoredDevice, StoredPerson, StoredSession } from "./people-tables.ts";
import { type PersonRow, personColumns, personOf } from "./person-rows.ts";

/** As SQLite takes it. */
const noLimit = -1;

interface NamedTrack {
  id: Id;
  title: string | null;
  artists: string | null;
  saidAt: EpochMs;
}

const iso = (at: EpochMs): IsoTime => new Date(at).toISOString();

/** Everybody who is known here, and what is theirs. */
export function personReads(database: Database) {
  const all = database.prepare<[], PersonRow>(`SELECT ${personColumns} FROM people ORDER BY name_key`);
  const one = database.prepare<[Id], PersonRow>(`SELECT ${personColumns} FROM people WHERE id = ?`);
  const cards = database.prepare<[], StoredCard>(
    "SELECT id, hash, person_id AS personId, added_at AS addedAt FROM cards ORDER BY added_at, id",
  );
  const sessions = database.prepare<[], StoredSession>(
    "SELECT hash, person_id AS personId, seat, role, began_at AS beganAt, used_at AS usedAt FROM sessions",
  );
  const devices = database.prepare<[], StoredDevice>("SELECT hash, made_at AS madeAt FROM devices");
  const tastes = database.prepare<[Id], { track: Id; taste: Taste }>(
    "SELECT track_id AS track, taste FROM tastes WHERE person_id = ? ORDER BY said_at DESC, track_id",
  );
  const tracks = database.prepare<{ person: Id; taste: Taste }, NamedTrack>(
    `SELECT s.track_id AS id, t.title, t.artists, s.said_at AS saidAt FROM tastes s LEFT JOIN tracks t ON t.id = s.track_id
     WHERE s.person_id = @person AND s.taste = @taste ORDER BY s.said_at DESC, s.track_id`,
  );
  // Ids of plays are in the order of time, and so are the rows of one person: the newest are found without the others.
  const history = database.prepare<
    { person: Id; before: Id | null; limit: number },
    Omit<HeardSong, "artists"> & { artists: string }
  >(
    `SELECT p.id, p.track_id AS track, p.title, p.artists, p.started_at AS startedAt, p.heard_ms AS heardMs
     FROM heard h JOIN plays p ON p.id = h.play_id
     WHERE h.person_id = @person AND (@before IS NULL OR h.play_id < @before) ORDER BY h.play_id DESC LIMIT @limit`,
  );
  // An id stands in no other text: one that is contained is theirs.
  const touched = database.prepare<
    { person: Id },
    {
      title: string;
      artists: string;
      startedAt: EpochMs;
      asked: number;
      ended: PersonalExport["touched"][number]["ended"];
    }
  >(
    `SELECT title, artists, started_at AS startedAt, instr(reasons, @person) > 0 AS asked,
       iif(end_person_id = @person, end_how, NULL) AS ended
     FROM plays WHERE end_person_id = @person OR instr(reasons, @person) > 0 ORDER BY seq DESC`,
  );
  const cardsOf = database.prepare<[Id], { addedAt: EpochMs }>(
    "SELECT added_at AS addedAt FROM cards WHERE person_id = ? ORDER BY added_at",
  );
  const sessionsOf = database.prepare<[Id], Omit<StoredSession, "hash" | "personId">>(
    "SELECT seat, role, began_at AS beganAt, used_at AS usedAt FROM sessions WHERE person_id = ? ORDER BY began_at",
  );

  const named = ({ id, title, artists }: NamedTrack) => ({
    ...{ id, title },
    artists: artists === null ? [] : (JSON.parse(artists) as readonly string[]),
  });

  const songs = (person: Id): PersonalSongs => ({
    favourite: tracks.all({ person, taste: "favourite" }).map(named),
    blocked: tracks.all({ person, taste: "blocked" }).map(named),
  });
  const said = (person: Id, taste: Taste) =>
    tracks.all({ person, taste }).map((track) => ({ ...named(track), saidAt: iso(track.saidAt) }));
  const heard = (person: Id, before: Id | null, limit: number): HeardSong[] =>
    history
      .all({ person, before, limit })
      .map(({ artists, ...song }) => ({ ...song, artists: JSON.parse(artists) as readonly string[] }));

  return {
    people: (): StoredPerson[] => all.all().map(personOf),
    cards: () => cards.all(),
    sessions: () => sessions.all(),
    devices: () => devices.all(),
    tastes: (id: Id): Record<Taste, Id[]> => {
      const told: Record<Taste, Id[]> = { favourite: [], blocked: [] };
      for (const { track, taste } of tastes.all(id)) told[taste].push(track);
      return told;
    },
    songsOf: database.transaction(songs),
    historyOf: (id: Id, { before, limit }: { before: Id | null; limit: number }): HeardSong[] =>
      heard(id, before, Math.max(0, limit)),
    exportPerson: database.transaction((id: Id): PersonalExport | null => {
      const row = one.get(id);
      if (row === undefined) return null;
      const { name, role, onTile, named: isNamed, wishes, madeAt, pinHash, passphraseHash } = personOf(row);
      return {
        ...{ id, name, role, onTile, named: isNamed, wishes, madeAt: iso(madeAt) },
        hasPin: pinHash !== null,
        hasPassphrase: passphraseHash !== null,
        favourites: said(id, "favourite"),
        blocked: said(id, "blocked"),
        history: heard(id, null, noLimit).map(({ title, artists, startedAt, heardMs }) => ({
          ...{ title, artists, startedAt: iso(startedAt), heardMs },
        })),
        touched: touched.all({ person: id }).map(({ title, artists, startedAt, asked, ended }) => ({
          ...{ title, artists: JSON.parse(artists) as readonly string[], startedAt: iso(startedAt) },
          ...{ asked: asked === 1, ended },
        })),
        cards: cardsOf.all(id).map(({ addedAt }) => ({ addedAt: iso(addedAt) })),
        sessions: sessionsOf
          .all(id)
          .map((session) => ({ ...session, beganAt: iso(session.beganAt), usedAt: iso(session.usedAt) })),
      };
    }),
  };
}
