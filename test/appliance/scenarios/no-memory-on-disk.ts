import type { Guest } from "../machine/guest.ts";

/**
 * What systemd was asked for in sandbox.conf is also what the processes of the service have: no copy of their memory,
 * with a frame in it, is written when they die or when memory is short. `names` are some that have to be among them.
 */
export async function expectNoMemoryOnDisk(guest: Guest, ...names: readonly string[]): Promise<void> {
  const said = await guest.sh(
    `folder=/sys/fs/cgroup$(systemctl show --property=ControlGroup --value mien.service)
     echo "swap: $(cat $folder/memory.swap.max)"
     for pid in $(cat $folder/cgroup.procs); do
       limits=$(sed -n 's/^Max core file size *//p' /proc/$pid/limits 2>/dev/null) || continue
       echo "$(tr '\\0' ' ' </proc/$pid/cmdline): $limits"
     done`,
  );
  const [swap, ...processes] = said.split("\n");
  if (swap !== "swap: 0") throw new Error(`The memory of mien.service may be swapped: ${swap}.`);
  // Soft and hard.
  const dumping = processes.filter((line) => !/: 0 +0 +bytes/.test(line));
  if (dumping.length > 0)
    throw new Error(`These may write their memory when they die: ${dumping.join("; ")}.`);
  const absent = names.filter((name) => !processes.some((line) => line.includes(name)));
  if (absent.length > 0) throw new Error(`In mien.service there is no ${absent.join(" and no ")}:\n${said}`);
}
