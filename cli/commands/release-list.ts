import { type Api, answered, pagesOf, queryOf } from "@/cli/api";
import { asJson, type Command, ofProject, type Running } from "@/cli/command";
import { limited } from "@/cli/commands/reports";
import { exits, failed, wrong } from "@/cli/exits";
import { projectOf } from "@/cli/project";
import { sizeOf, tableOf } from "@/cli/table";
import type { Release } from "@/domain/release/release";

const listed = (api: Api, projectId: string, most: number) =>
  pagesOf<Release>(async (cursor, limit) => {
    const query = queryOf({ cursor, limit: Math.min(limit, 100) });
    return answered(api, await api.ask("GET", `/projects/${projectId}/releases?${query}`));
  }, most);

/** A release by its number in the project. */
export async function releaseNumbered(running: Running, api: Api, said: string): Promise<Release> {
  const number = /^\d+$/.test(said) ? Number(said) : Number.NaN;
  if (Number.isNaN(number)) throw wrong(`A release is named by its number, and not by “${said}”.`);
  const project = await projectOf(api, running);
  const { items } = await listed(api, project.id, 10_000);
  const found = items.find((each) => each.number === number);
  if (!found) throw failed(`${project.name} has no release ${number}. “glossator release list” shows what there is.`);
  return found;
}

/** A project's releases. */
export const releases: Command = {
  name: "release list",
  says: "lists a project’s releases, the newest first",
  options: { ...ofProject, ...limited, ...asJson },
  examples: [{ line: "glossator release list -p hama", says: "numbers, digests and what became of them" }],
  run: async (running) => {
    const { given, terminal } = running;
    const api = await running.api();
    const { id } = await projectOf(api, running);
    const { items, more } = await listed(api, id, given.whole("limit", 1) ?? 100);
    if (given.flag("json")) await terminal.json({ items, more });
    else {
      const rows = items.map(({ number, at, state, bytes, digest, title }) => [
        String(number),
        at.slice(0, 10),
        state,
        sizeOf(bytes),
        digest,
        title,
      ]);
      await terminal.result(tableOf(["No.", "Made", "State", "Size", "Digest", "Title"], rows));
    }
    return exits.done;
  },
};

/** Takes a release back, with a reason. */
export const releaseWithdraw: Command = {
  name: "release withdraw",
  words: "NUMBER",
  takes: { least: 1, most: 1 },
  says: "withdraws a release with a reason; its files stay as they are",
  options: { ...ofProject, reason: { says: "why; everybody who opens it reads this", value: "WORDS" }, ...asJson },
  examples: [
    { line: 'glossator release withdraw 3 -p hama --reason "Two places were mixed up."', says: "cannot be undone" },
  ],
  run: async (running) => {
    const { given, terminal } = running;
    const reason = given.text("reason");
    if (!reason) throw wrong("Say with --reason why it is withdrawn.");
    const api = await running.api();
    const { id, number } = await releaseNumbered(running, api, given.words[0] ?? "");
    const withdrawn = answered(api, await api.ask("POST", `/releases/${id}/withdrawal`, { reason }));
    if (given.flag("json")) await terminal.json(withdrawn);
    else await terminal.result(`Release ${number} is withdrawn.`);
    return exits.done;
  },
};
