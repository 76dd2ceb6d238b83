import type { Command } from "@/cli/command";
import { agreement } from "@/cli/commands/agreement";
import { eventSheet, events, oneEvent } from "@/cli/commands/events";
import { exporting } from "@/cli/commands/export";
import { importing } from "@/cli/commands/import";
import { importAnnotated } from "@/cli/commands/import-annotated";
import { login } from "@/cli/commands/login";
import { logout } from "@/cli/commands/logout";
import { projects } from "@/cli/commands/projects";
import { releaseDelta, releaseDownload } from "@/cli/commands/release-download";
import { releases, releaseWithdraw } from "@/cli/commands/release-list";
import { releaseMake } from "@/cli/commands/release-make";
import { oneReport, reports } from "@/cli/commands/reports";

/** Everything that the command line does over the API, in the order of the help. */
export const commands: readonly Command[] = [
  login,
  logout,
  projects,
  importing,
  importAnnotated,
  exporting,
  releases,
  releaseMake,
  releaseDownload,
  releaseDelta,
  releaseWithdraw,
  reports,
  oneReport,
  events,
  oneEvent,
  eventSheet,
  agreement,
];

/** The command whose name the words begin with, the longest name first, and the words after it. */
export function commandIn(words: readonly string[]): { command: Command; args: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === words.slice(0, length).join(" "));
    if (command) return { command, args: words.slice(length) };
  }
  return undefined;
}
