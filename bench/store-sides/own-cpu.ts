import koffi from "koffi";

/** CLOCK_THREAD_CPUTIME_ID of clock_gettime(2): to the nanosecond, where /proc tells it as of the last tick. */
const threadClock = 3;
const libc = koffi.load("libc.so.6");
koffi.struct("timespec", { tv_sec: "long", tv_nsec: "long" });
const clockGetTime = libc.func("int clock_gettime(int clock, _Out_ timespec *time)");

/** What the calling thread has worked, as Linux counts it: other programs, and waiting for a core, don't count. */
export function ownCpuMs(): number {
  const time = { tv_sec: 0, tv_nsec: 0 };
  clockGetTime(threadClock, time);
  return time.tv_sec * 1_000 + time.tv_nsec / 1e6;
}

/** The longest single turn of the loop meanwhile, by what its thread worked in it. */
export async function longestTurnMs(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let before = ownCpuMs();
  let isOver = false;
  const look = (): void => {
    const now = ownCpuMs();
    longest = Math.max(longest, now - before);
    before = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await work();
  isOver = true;
  return longest;
}
