// health.mjs ADDRESS [--all]: prints the parts that are not well, a line each ("camera down camera-absent There is no …"),
// or all of them ("player ok"). Exits 1 where any is not well, and 2 where the daemon does not answer.
const [, , address, all] = process.argv;

try {
  const answer = await fetch(new URL("/api/health", address), { signal: AbortSignal.timeout(3_000) });
  if (!answer.ok) throw new Error(`it answers with status ${answer.status}`);
  const { components } = await answer.json();
  const parts = Object.entries(components);
  const ill = parts.filter(([, { state }]) => state === "down" || state === "degraded");
  for (const [part, { state, reason = "", detail = "" }] of all === "--all" ? parts : ill)
    console.log(`${part} ${state} ${reason} ${detail}`.trimEnd());
  process.exit(ill.length > 0 ? 1 : 0);
} catch (error) {
  console.log(`daemon down unanswered ${address || "No address"}: ${error.cause?.message ?? error.message}.`);
  process.exit(2);
}
