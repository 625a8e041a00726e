/** What the daemon's parts need of pino. One line an event; never a name, a tag, a frame or an address. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
