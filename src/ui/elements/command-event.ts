import type { Command } from "../../protocol/messages.ts";

/** What a person asked for; it rises to the app, which alone knows the socket. */
export class CommandEvent extends Event {
  static readonly type = "mien-command";
  readonly command: Command;

  constructor(command: Command) {
    super(CommandEvent.type, { bubbles: true, composed: true });
    this.command = command;
  }
}
