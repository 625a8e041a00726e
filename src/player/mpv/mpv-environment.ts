/** What a process inherits. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What mpv is started in. mpv asks PipeWire to run its clock whether or not a speaker is there, so that a song goes on
 * unheard when the last one is pulled out; without that the clock stands still, which is how we know. Whoever has given
 * PipeWire's clients other properties knows why.
 */
export const mpvEnvironment = (inherited: Environment): Environment => ({
  PIPEWIRE_PROPS: "{ node.always-process = false }",
  ...inherited,
});
