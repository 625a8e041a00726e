import type { Database } from "better-sqlite3";
import type { Id } from "../../protocol/time.ts";
import { eraser } from "./eraser.ts";
import type { StoredCard, StoredDevice, StoredSession } from "./people-tables.ts";

/** Cards, sessions and the appliance's own screens. */
export function signInWrites(database: Database) {
  const erasing = eraser(database);
  const addCard = database.prepare<object>(
    `INSERT INTO cards (id, hash, person_id, added_at) SELECT @id, @hash, people.id, @addedAt FROM people
     WHERE people.id = @personId ON CONFLICT (hash) DO NOTHING`,
  );
  const hasCard = database.prepare<[string], number>("SELECT count(*) FROM cards WHERE hash = ?").pluck();
  const removeCard = database.prepare<[Id]>("DELETE FROM cards WHERE id = ?");
  const putSession = database.prepare<object>(
    `INSERT INTO sessions (hash, person_id, seat, role, began_at, used_at)
     SELECT @hash, people.id, @seat, @role, @beganAt, @usedAt FROM people WHERE people.id = @personId
     ON CONFLICT (hash) DO UPDATE SET used_at = excluded.used_at`,
  );
  const removeSession = database.prepare<[string]>("DELETE FROM sessions WHERE hash = ?");
  const addDevice = database.prepare<object>(
    "INSERT INTO devices (hash, made_at) VALUES (@hash, @madeAt) ON CONFLICT DO NOTHING",
  );

  const removeDevice = database.prepare<[string]>("DELETE FROM devices WHERE hash = ?");

  const keepDevices = database.prepare<[string]>(
    "DELETE FROM devices WHERE hash NOT IN (SELECT value FROM json_each(?))",
  );

  return {
    addCard: (card: StoredCard): "added" | "taken" | "unknown" => {
      if (hasCard.get(card.hash) !== 0) return "taken";
      return addCard.run(card).changes === 1 ? "added" : "unknown";
    },
    removeCard: erasing((id: Id): void => void removeCard.run(id)),
    putSession: (session: StoredSession): void => void putSession.run(session),
    removeSessions: erasing((hashes: readonly string[]): void => {
      for (const hash of hashes) removeSession.run(hash);
    }),
    addDevice: erasing((device: StoredDevice, known: readonly string[]): void => {
      addDevice.run(device);
      keepDevices.run(JSON.stringify(known));
    }),
    removeDevice: erasing((hash: string): void => void removeDevice.run(hash)),
  };
}
