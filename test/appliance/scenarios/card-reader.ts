import type { Appliance } from "../appliance.ts";
import { PretendedKeyboard } from "../machine/pretended-keyboard.ts";
import { once, type Scenario, uninterruptedS } from "./scenario.ts";

const card = "0013110988";
const typed = "4711471147";
/** Longer than a card counts as held, by the machine's clock. */
const taken = "sleep 3";
const people = "localhost:7373/api/people";
const asJson = "-H 'content-type: application/json'";

export const cardReader: Scenario = {
  title: "a card held to a reader, beside a keyboard; and the reader unplugged in the middle of a card",
  times: once,
  hostS: 84,
  allowedS: uninterruptedS,
  async run(appliance) {
    const { guest, mien, ear } = appliance;
    const daemon = await mien.daemon();
    const reader = await PretendedKeyboard.plug(guest, { id: "ffff:0035", name: "reader" });
    const keyboard = await PretendedKeyboard.plug(guest, { id: "046d:c31c", name: "keyboard" });
    await mien.until(
      "the reader to be heard",
      '.cards.readers | map(.id + .state) == ["ffff:0035listening"]',
      20,
    );
    await listenToConsole(appliance);
    for (const each of [reader, keyboard]) await each.eavesdrop();

    const id = await guest.sh(
      `curl -sS --fail-with-body ${people} ${asJson} -d '{"name": "Anna", "pin": "1234"}' | jq -er .id`,
    );
    await guest.sh(`curl -sS --fail-with-body ${people}/${id}/cards/teach ${asJson} -d '{}'`);
    await reader.type(card);
    await mien.until("the card to be learned", '.cards.lastTeaching.outcome == "taught"', 10);
    const isThere = `curl -sS ${people} | jq -e '.people[0].isPresent'`;
    for (const [what, condition] of [
      ["Anna to be there", isThere],
      ["Anna to have gone", `! ${isThere}`],
    ] as const) {
      await guest.sh(taken);
      await reader.type(card);
      await guest.holds(what, condition, 10);
    }

    await keyboard.type(typed);
    await guest.holds("the keyboard on the console", `grep -q ${typed} /run/console-typed`, 10);
    await expectNothingElse(appliance, { reader, keyboard });

    await reader.type("0013", { enter: false });
    await reader.unplug();
    await mien.until("the reader's absence to be noticed", ".cards.readers == []", 20);
    if ((await mien.daemon()) !== daemon) throw new Error("The daemon did not outlive the reader.");
    await keyboard.unplug();
    await guest.sh(`curl -sS --fail-with-body -X DELETE ${people}/${id}`);
    await ear.music();
    return ear.longestSilence();
  },
};

/** What a console gets that anybody could stand in front of. */
async function listenToConsole({ guest }: Appliance): Promise<void> {
  await guest.sh(
    "systemd-run --quiet --collect --unit=console-typed bash -c 'cat </dev/tty1 >/run/console-typed'",
  );
}

/** The keyboard shows that what the reader typed would have been seen. */
async function expectNothingElse(
  { guest }: Appliance,
  { reader, keyboard }: Record<"reader" | "keyboard", PretendedKeyboard>,
): Promise<void> {
  // Not the whole journal: the agent by which this test types is in it, with each of its commands.
  const found = {
    heard: [(await reader.heard()) > 0, (await keyboard.heard()) > 0],
    inhibited: [await reader.told("inhibited"), await keyboard.told("inhibited")],
    ignored: [await reader.told("LIBINPUT_IGNORE_DEVICE"), await keyboard.told("LIBINPUT_IGNORE_DEVICE")],
    told: await guest.sh(
      `{ cat /run/console-typed; journalctl --unit=mien; journalctl --dmesg; curl -sS localhost:7373/api/state; cat /var/lib/mien/mien.db*; } | grep -ac ${card} || true`,
    ),
  };
  const expected = { heard: [false, true], inhibited: ["1", "0"], ignored: ["1", ""], told: "0" };
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`Reader and keyboard: ${JSON.stringify(found)}, and not ${JSON.stringify(expected)}.`);
}
