import Database from "better-sqlite3";
import type { Taste } from "../../protocol/people.ts";
import type { Id } from "../../protocol/time.ts";
import { atomically } from "../atomically.ts";
import { eraser } from "./eraser.ts";
import { mostTastes, type PersonChange, type StoredPerson } from "./people-tables.ts";
import { type PersonRow, personColumns, personOf, rowOf } from "./person-rows.ts";

/** Who is known here, and what is theirs. Each call is one transaction, and overwrites what it deletes. */
export function personWrites(database: Database.Database, placeId: string) {
  const erasing = eraser(database);
  const one = database.prepare<[Id], PersonRow>(`SELECT ${personColumns} FROM people WHERE id = ?`);
  const insert = database.prepare<object>(
    `INSERT INTO people (id, place_id, name, name_key, role, pin_hash, passphrase_hash, on_tile, named, languages,
       artists, policy, made_at)
     VALUES (@id, @placeId, @name, @nameKey, @role, @pinHash, @passphraseHash, @onTile, @named, @languages, @artists,
       @policy, @madeAt)`,
  );
  const update = database.prepare<object>(
    `UPDATE people SET name = @name, name_key = @nameKey, role = @role, pin_hash = @pinHash,
       passphrase_hash = @passphraseHash, on_tile = @onTile, named = @named, languages = @languages, artists = @artists,
       policy = @policy WHERE id = @id`,
  );
  const otherAdmins = database
    .prepare<[Id], number>("SELECT count(*) FROM people WHERE role = 'admin' AND id <> ?")
    .pluck();
  const removeHeard = database.prepare<[Id]>("DELETE FROM heard WHERE person_id = ?");
  const removals = ["cards", "sessions", "tastes", "heard"].map((table) =>
    database.prepare<[Id]>(`DELETE FROM ${table} WHERE person_id = ?`),
  );
  const removePerson = database.prepare<[Id]>("DELETE FROM people WHERE id = ?");
  const forgetEnds = database.prepare<[Id]>(
    "UPDATE plays SET end_person_id = NULL, end_by = 'guest' WHERE end_person_id = ?",
  );
  const playsNaming = database.prepare<[Id], { seq: number; reasons: string }>(
    "SELECT seq, reasons FROM plays WHERE instr(reasons, ?) > 0",
  );
  const putReasons = database.prepare<[string, number]>("UPDATE plays SET reasons = ? WHERE seq = ?");
  const putTaste = database.prepare<object>(
    `INSERT INTO tastes (person_id, track_id, taste, said_at)
     SELECT people.id, tracks.id, @taste, @at FROM people, tracks WHERE people.id = @id AND tracks.id = @track
     ON CONFLICT (person_id, track_id) DO UPDATE SET taste = excluded.taste, said_at = excluded.said_at`,
  );
  const hasTaste = database
    .prepare<[Id, Id, Taste], number>(
      "SELECT count(*) FROM tastes WHERE person_id = ? AND track_id = ? AND taste = ?",
    )
    .pluck();
  const countTastes = database
    .prepare<[Id, Taste], number>("SELECT count(*) FROM tastes WHERE person_id = ? AND taste = ?")
    .pluck();
  const removeTaste = database.prepare<[Id, Id]>("DELETE FROM tastes WHERE person_id = ? AND track_id = ?");
  const putHeard = database.prepare<object>(
    "INSERT INTO heard (person_id, play_id) SELECT id, @pickId FROM people WHERE id = @id ON CONFLICT DO NOTHING",
  );

  /** What they asked for and skipped, a guest did. */
  function namelessPlays(id: Id): void {
    forgetEnds.run(id);
    for (const { seq, reasons } of playsNaming.all(id)) putReasons.run(withoutPerson(reasons, id), seq);
  }

  return {
    addPerson: atomically(database, (person: StoredPerson): "added" | "taken" => {
      try {
        insert.run({ ...rowOf(person), placeId });
        return "added";
      } catch (error) {
        if (isTaken(error)) return "taken";
        throw error;
      }
    }),
    changePerson: erasing((id: Id, change: PersonChange) => {
      const row = one.get(id);
      if (row === undefined) return "unknown" as const;
      if (row.role === "admin" && change.role === "member" && otherAdmins.get(id) === 0)
        return "last-admin" as const;
      try {
        update.run(rowOf({ ...personOf(row), ...change }));
        return "changed" as const;
      } catch (error) {
        if (isTaken(error)) return "taken" as const;
        throw error;
      }
    }),
    removePerson: erasing((id: Id) => {
      const row = one.get(id);
      if (row === undefined) return "unknown" as const;
      if (row.role === "admin" && otherAdmins.get(id) === 0) return "last-admin" as const;
      for (const removal of removals) removal.run(id);
      removePerson.run(id);
      namelessPlays(id);
      return "removed" as const;
    }),
    setTaste: erasing((id: Id, track: Id, taste: Taste | null): "kept" | "full" | "unknown" => {
      if (taste === null) {
        removeTaste.run(id, track);
        return "kept";
      }
      const isNew = hasTaste.get(id, track, taste) === 0;
      if (isNew && (countTastes.get(id, taste) ?? 0) >= mostTastes) return "full";
      return putTaste.run({ id, track, taste, at: Date.now() }).changes === 1 ? "kept" : "unknown";
    }),
    forgetHistory: erasing((id: Id): void => {
      removeHeard.run(id);
      namelessPlays(id);
    }),
    heardBy: atomically(database, (pickId: Id, people: readonly Id[]): void => {
      for (const id of people) putHeard.run({ id, pickId });
    }),
  };
}

/** Who asked for a song becomes a guest, of whom nothing but that is kept. */
function withoutPerson(reasons: string, id: Id): string {
  return JSON.stringify(
    JSON.parse(reasons, (_, value: unknown) =>
      typeof value === "object" && value !== null && "id" in value && value.id === id
        ? { kind: "guest" }
        : value,
    ),
  );
}

function isTaken(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === "SQLITE_CONSTRAINT_UNIQUE";
}
