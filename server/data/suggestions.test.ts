import { expect, test } from "vitest";
import { ok } from "@/domain/failure";
import { SuggestionId } from "@/domain/ids";
import type { Suggestion } from "@/domain/suggestion/suggestion";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { aWorkspace } from "@/prisma/builders/workspace";
import { decideSuggestions, hushRule, keepSuggestions, suggestionsIn } from "@/server/data/suggestions";
import { inTransaction, sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

const many = 6000;
const engine = { name: "words", version: 7 };

test("the suggestions of a very long report are kept anew in place of what was there", async () => {
  const editor = await aPerson(await aWorkspace());
  const projectId = await aProject(editor);
  const { reportId, revisionId } = await aReport(editor, projectId);
  const where = { projectId, reportId, revisionId, layer: "shared" };
  const made = (nth: number, rule: string): Suggestion => ({
    ...{ id: newId(SuggestionId), engine: engine.name, version: engine.version, key: `k-${nth}`, kind: "place" },
    ...{ revisionId, spans: [{ start: nth * 5, end: nth * 5 + 4, quote: "Hama" }], attributes: {}, links: [] },
    ...{ score: 0.5, reason: { rule, words: "Hama" } },
  });
  const all = Array.from({ length: many }, (_, nth) => made(nth, nth % 10 === 1 ? "hidden" : "name"));
  const keep = (some: readonly Suggestion[], version = engine.version) =>
    inTransaction(editor.workspaceId, async (tx) => ok(await keepSuggestions(tx, where, { ...engine, version }, some)));
  const shown = () => suggestionsIn(sql, editor, where);
  await keep(all);
  expect((await shown()).map(({ id }) => id)).toEqual(all.map(({ id }) => id));

  const rejected = all.filter((_, nth) => nth % 10 === 0).map(({ id }) => id);
  await inTransaction(editor.workspaceId, async (tx) => {
    await decideSuggestions(tx, where, { ids: rejected, state: "rejected", by: editor.userId });
    await hushRule(tx, where, { engine: engine.name, rule: "hidden", hushed: true });
    return ok(undefined);
  });
  // Every third of the words says something else now; the last hundred are proposed no more; one is hidden like its rule.
  const again = all
    .slice(0, many - 100)
    .map((each, nth) => ({ ...each, id: newId(SuggestionId), ...(nth % 3 === 0 && { attributes: { note: "new" } }) }))
    .concat(made(many, "hidden"));
  const stays = (nth: number) => nth < many - 100 && nth % 10 > 1;
  const expected = all.flatMap(({ id }, nth) => (stays(nth) ? [nth % 3 === 0 ? again[nth]?.id : id] : []));
  await keep(again);
  expect((await shown()).map(({ id }) => id)).toEqual(expected);

  // Another version of the engine: nothing of the one before is left open.
  await keep(
    again.map((each) => ({ ...each, id: newId(SuggestionId) })),
    engine.version + 1,
  );
  const last = await shown();
  expect(last).toHaveLength(expected.length);
  expect(last.every(({ id, version }) => version === engine.version + 1 && !expected.includes(id))).toBe(true);
});
