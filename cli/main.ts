import { accountIn } from "@/cli/account";
import { apiOf } from "@/cli/api";
import { commandIn, commands } from "@/cli/commands";
import { Ended, type Exit, exits, wrong } from "@/cli/exits";
import { givenTo } from "@/cli/given";
import { helpOf, helpOfAll, type Local } from "@/cli/help";
import { type Streams, terminalOn } from "@/cli/terminal";

export type Surroundings = {
  env: Readonly<Record<string, string | undefined>>;
  folder: string;
  streams: Streams;
  signal: AbortSignal;
  /** The commands beside those of the API, for the help. */
  local: Local;
};

/** Whether the first words name a command of the API, or ask for help. */
export const isOfApi = (words: readonly string[]): boolean =>
  words.length === 0 || ["help", "--help", "-h"].includes(words[0] ?? "") || commandIn(words) !== undefined;

/** Runs `glossator` with the words after it, and answers how it ended (docs/CLI.md). Never throws for what it expects. */
export async function main(words: readonly string[], around: Surroundings): Promise<Exit> {
  try {
    return await run(words, around);
  } catch (error) {
    if (around.signal.aborted) return said(around, new Ended(exits.interrupted, "Interrupted."));
    if (error instanceof Ended) return said(around, error);
    if (isOfSystem(error)) return said(around, new Ended(exits.failed, `${error.message}.`));
    throw error;
  }
}

function said({ streams }: Surroundings, { message, exit }: Ended): Exit {
  if (message !== "") streams.err.write(`${message}\n`);
  return exit;
}

/** A file that is not there, a full disk: the system says it in a line of its own. */
const isOfSystem = (error: unknown): error is Error => error instanceof Error && "syscall" in error;

async function run(words: readonly string[], around: Surroundings): Promise<Exit> {
  const { env, folder, streams, signal, local } = around;
  const [first = "help", ...rest] = words;
  if (["help", "--help", "-h"].includes(first)) return help(rest, around);
  const found = commandIn(words);
  if (!found) throw wrong(`There is no “${first}”. “glossator help” lists the commands.`);
  const { command } = found;
  const given = givenTo(command, found.args);
  const terminal = terminalOn(streams, given.flag("quiet"), signal);
  if (given.flag("help")) {
    await terminal.result(await helpOf(command));
    return exits.done;
  }
  const api = async () => apiOf(await accountIn(env, given.text("url")), { note: terminal.note, signal });
  return command.run({ given, terminal, api, env, folder, signal });

  function help(asked: readonly string[], { streams: to }: Surroundings): Promise<Exit> {
    const screen = terminalOn(to, false, signal);
    const one = asked.length === 0 ? undefined : commandIn(asked);
    if (asked.length > 0 && !one) {
      const alike = commands.filter(({ name }) => name.startsWith(asked[0] ?? "")).map(({ name }) => name);
      const more = alike.length > 0 ? ` Did you mean ${alike.join(" or ")}?` : " “glossator help” lists them.";
      throw wrong(`There is no command “${asked.join(" ")}”.${more}`);
    }
    return (one ? helpOf(one.command) : Promise.resolve(helpOfAll(local)))
      .then((text) => screen.result(text))
      .then(() => exits.done);
  }
}
