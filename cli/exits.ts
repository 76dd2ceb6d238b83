/** How a command may end; docs/CLI.md lists them, and a script may rely on them. */
export const exits = {
  done: 0,
  /** The server, the network, the disk or what was asked for: nothing or not everything was done. */
  failed: 1,
  /** The command was written wrongly; nothing was asked of the server. */
  wrong: 2,
  /** Not signed in, or the token may not do this. */
  refused: 3,
  /** Ctrl+C, or ended from outside. The same command goes on where it was, where that is possible. */
  interrupted: 4,
  /** Done, but some of it was set aside; each is listed with its reason. */
  partly: 5,
} as const;
export type Exit = (typeof exits)[keyof typeof exits];

/** What each means, for the help. */
export const exitWords: Readonly<Record<keyof typeof exits, string>> = {
  done: "done",
  failed: "failed: the server, the network, the disk, or there is no such thing",
  wrong: "the command was written wrongly; nothing was asked of the server",
  refused: "not signed in, or the token may not do this",
  interrupted: "interrupted; run it again to go on",
  partly: "done, but some of it was set aside (each is listed with its reason)",
};

/** Ends a command with a sentence on stderr. */
export class Ended extends Error {
  readonly exit: Exit;
  constructor(exit: Exit, sentence: string) {
    super(sentence);
    this.exit = exit;
  }
}

export const failed = (sentence: string) => new Ended(exits.failed, sentence);
export const wrong = (sentence: string) => new Ended(exits.wrong, sentence);
export const refused = (sentence: string) => new Ended(exits.refused, sentence);
