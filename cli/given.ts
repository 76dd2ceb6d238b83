import { parseArgs } from "node:util";
import type { Command, Given, Option } from "@/cli/command";
import { wrong } from "@/cli/exits";

/** What every command understands. */
const common: Readonly<Record<string, Option>> = {
  help: { says: "this help", short: "h" },
  url: { says: "the address of Glossator; also GLOSSATOR_URL", value: "ADDRESS" },
  quiet: { says: "no progress and no notes on stderr", short: "q" },
};

export const optionsOf = ({ options }: Pick<Command, "options">): Readonly<Record<string, Option>> => ({
  ...options,
  ...common,
});

/** Reads what stands after a command's name; ends the command with a sentence where it does not understand it. */
export function givenTo(command: Command, args: readonly string[]): Given {
  const { values, positionals } = parsed(command, args);
  const { least, most } = command.takes ?? { least: 0, most: 0 };
  if (values.get("help") === undefined) {
    if (positionals.length < least) throw wrong(`Something is missing: ${usageOf(command)}`);
    const surplus = positionals[most];
    if (surplus !== undefined) throw wrong(`“${surplus}” is too much here: ${usageOf(command)}`);
  }
  const given: Given = {
    words: positionals,
    text: (name) => values.get(name)?.at(-1),
    list: (name) => values.get(name) ?? [],
    flag: (name) => values.has(name),
    whole: (name, least) => {
      const said = given.text(name);
      if (said === undefined) return undefined;
      const number = /^\d{1,9}$/.test(said) ? Number(said) : Number.NaN;
      if (!(number >= least)) throw wrong(`--${name} is a whole number from ${least} on, and not “${said}”.`);
      return number;
    },
  };
  return given;
}

export const usageOf = ({ name, words }: Command): string => `glossator ${name}${words ? ` ${words}` : ""} [OPTIONS]`;

function parsed(command: Command, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(optionsOf(command)).map(([name, { value, short }]) => [
      name,
      {
        type: value === undefined ? ("boolean" as const) : ("string" as const),
        multiple: true as const,
        ...(short !== undefined && { short }),
      },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const entries = Object.entries(values).map(([name, said]) => [name, (said ?? []).map(String)] as const);
    return { values: new Map(entries), positionals };
  } catch (error) {
    const [reason = ""] = error instanceof Error ? error.message.split(/\. To specify/) : [String(error)];
    throw wrong(`${reason.replace(/\.?$/, ".")} “glossator help ${command.name}” lists what there is.`);
  }
}

/** Ends the command unless a word is one of these. */
export function oneOf<T extends string>(name: string, said: string, among: readonly T[]): T {
  const found = among.find((each) => each === said);
  if (found === undefined) throw wrong(`--${name} is one of ${among.join(", ")}, and not “${said}”.`);
  return found;
}
