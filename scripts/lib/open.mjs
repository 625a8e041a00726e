// open.mjs ADDRESS: opens Mien to the network from its next start on, which is the setting openToNetwork. Prints "restart"
// where it takes one, and nothing where Mien is open already. Exits 1 with a sentence where that can't be done from here.
const [, , address] = process.argv;

try {
  const answer = await fetch(new URL("/api/settings", address), {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ openToNetwork: true }),
    signal: AbortSignal.timeout(10_000),
  });
  const { error, needsRestart = [] } = await answer.json();
  if (answer.status === 403) {
    console.log("It is set up already: an admin opens it, at /settings#openToNetwork.");
    process.exit(1);
  }
  if (!answer.ok) throw new Error(error);
  if (needsRestart.includes("openToNetwork")) console.log("restart");
} catch (error) {
  console.log(
    `The daemon at ${address || "no address"} did not take it: ${error.cause?.message ?? error.message}.`,
  );
  process.exit(1);
}
