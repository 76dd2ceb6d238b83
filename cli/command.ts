import type { Api } from "@/cli/api";
import type { Exit } from "@/cli/exits";
import type { Terminal } from "@/cli/terminal";

/** The words and options that a command was given. */
export type Given = {
  words: readonly string[];
  text: (name: string) => string | undefined;
  list: (name: string) => readonly string[];
  flag: (name: string) => boolean;
  /** A whole number from `least` on; ends the command where it is none. */
  whole: (name: string, least: number) => number | undefined;
};

/** An option of a command; one with `value` takes a word, one with `many` may be given several times. */
export type Option = { says: string; value?: string; many?: true; short?: string };

export type Example = { line: string; says: string };

/** What a command is given while it runs. */
export type Running = {
  given: Given;
  terminal: Terminal;
  /** Where the API is asked, as the person who signed in; ends the command where nobody did. */
  api: () => Promise<Api>;
  env: Readonly<Record<string, string | undefined>>;
  /** The folder that paths start at. */
  folder: string;
  /** Aborted by Ctrl+C. */
  signal: AbortSignal;
};

/** One command: a file in cli/commands and a line in cli/commands.ts. */
export type Command = {
  /** One or two words. */
  name: string;
  /** One line, for the list of all. */
  says: string;
  /** What stands after the name, without the options: "FILE…". */
  words?: string;
  /** How many words there may be. */
  takes?: { least: number; most: number };
  options: Readonly<Record<string, Option>>;
  examples: readonly [Example, ...Example[]];
  /** What a newcomer should know, a paragraph each. */
  teaches?: readonly string[] | (() => Promise<readonly string[]>);
  run: (running: Running) => Promise<Exit>;
};

/** What commands of a project share. */
export const ofProject = {
  project: { says: "the project: its address, name or id; also GLOSSATOR_PROJECT", value: "PROJECT", short: "p" },
} as const satisfies Record<string, Option>;

export const asJson = { json: { says: "answer JSON on stdout, for programs" } } as const satisfies Record<
  string,
  Option
>;
