import type { Command } from "@/cli/command";
import { commands } from "@/cli/commands";
import { exits, exitWords } from "@/cli/exits";
import { optionsOf, usageOf } from "@/cli/given";

/** The commands that work on this machine, without the API; scripts/glossator.mjs hands their lines over. */
export type Local = readonly { name: string; says: string }[];

const indented = (lines: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, says]) => `  ${name.padEnd(width)}  ${says}`).join("\n");
};

const exitLines = (Object.keys(exits) as (keyof typeof exits)[]).map(
  (name) => [String(exits[name]), exitWords[name]] as const,
);

/** What `glossator help` prints. */
export function helpOfAll(local: Local): string {
  return [
    "Glossator at the command line: reports, exports, events and releases of a project, over its API.",
    "First steps:\n  glossator login                              asks for the address and an API token (API tokens → Make a token)\n  glossator projects                           lists what you are in\n  glossator import --project hama reports/     brings a folder of files in\n  glossator export --project hama -o hama.zip --format csv",
    `Over the API:\n${indented(commands.map(({ name, says }) => [name, says]))}`,
    `On this machine, without the API:\n${indented(local.map(({ name, says }) => [name, says]))}`,
    "“glossator help COMMAND” explains one, with examples. Results are written to stdout, everything else to stderr.",
    `Exit codes:\n${indented(exitLines)}`,
  ].join("\n\n");
}

/** What `glossator help export` prints. */
export async function helpOf(command: Command): Promise<string> {
  const options = Object.entries(optionsOf(command)).map(([name, { value, short, many, says }]) => {
    const named = `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`;
    return [named, `${says}${many ? " (may be given several times)" : ""}`] as const;
  });
  const teaches = typeof command.teaches === "function" ? await command.teaches() : (command.teaches ?? []);
  return [
    `${usageOf(command)}\n\n${capital(command.says)}.`,
    ...teaches,
    `Options:\n${indented(options)}`,
    `Examples:\n${command.examples.map(({ line, says }) => `  ${line}\n      ${says}`).join("\n")}`,
  ].join("\n\n");
}

const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
