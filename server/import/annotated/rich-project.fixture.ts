import type { Actor } from "@/domain/access/actor";
import { PutThread } from "@/domain/discussion/thread";
import { MakeEntity, PutGrade } from "@/domain/entity/entity";
import type { Result } from "@/domain/failure";
import { AskedExport } from "@/domain/formats/asked";
import { type ProjectId, TagId } from "@/domain/ids";
import { Decide } from "@/domain/verdict";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation, segmentsOn } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { addReply, openThread } from "@/server/operations/discuss";
import { gradeEntity, makeEntity } from "@/server/operations/entities";
import { exportDataset } from "@/server/operations/export-dataset";
import { mergeEntity } from "@/server/operations/merge-entities";

export const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

/** A project with one of everything that a file of our own carries, in letters that are hard to carry. */
export async function aRichProject(): Promise<{ editor: Actor; projectId: ProjectId }> {
  const editor = await aPerson(await aWorkspace(), { name: "Ed, the editor" });
  const projectId = await aProject(editor);
  const analyst = await joins(await aPerson(editor.workspaceId, { name: "Ana" }), projectId, "analyst");
  const reviewer = await joins(await aPerson(editor.workspaceId, { name: "Rev" }), projectId, "reviewer");
  const text =
    '😊 First\\line\t"quoted"\n\n\n=Hundreds of people left Hama 𝒳𝒴\\N, a senior military source said on Monday.\n\n- مدينة\n';
  const full = await aReport(editor, projectId, { title: "All\tof\\it", text, outlet: "O|P" });
  const claimed = "Nothing in it but a claim\n\nThe road was closed, a senior military source said.";
  const beside = await aReport(editor, projectId, { title: "Nothing in it but a claim", text: claimed });
  const affiliations = [{ side: "The hills", from: "2026-01-01", precision: "month" as const }];
  const entity = async (name: string) =>
    value(await makeEntity(analyst, projectId, MakeEntity.parse({ name, kind: "local or field", affiliations })));
  const [one, two] = [await entity("Locals"), await entity("Local people")];
  value(await gradeEntity(reviewer, one.id, PutGrade.parse({ reliability: "C", reason: "Often late." })));
  const put = async (words: string, more: Parameters<typeof anAnnotation>[2], id = newId(TagId)) => {
    value(await changeTag(analyst, full.reportId, putAnnotation(anAnnotation(full, words, more), id)));
    return id;
  };
  const decide = async (id: TagId, decision: object) =>
    value(await decideOnTag(reviewer, { id, type: "annotation" }, Decide.parse(decision)));
  const words = "=Hundreds of people left Hama 𝒳𝒴\\N";
  const actors = [{ entityId: one.id, role: "initiator" }];
  const claim = await put(words, { attributes: { kind: "event" } });
  await put(words, { attributes: { kind: "state", actors }, version: 1 }, claim);
  const source = await put("a senior military source", { kind: "source", attributes: { entityId: two.id } });
  const place = await put("Hama", { kind: "place", attributes: { note: 'A "note"\nof\ttwo \\ lines' } });
  await decide(claim, { decision: "accept", version: 2 });
  await decide(source, { decision: "return", version: 1, reason: "Who?", change: { attributes: { note: "a wish" } } });
  const cue = { revisionId: full.revisionId, segments: segmentsOn(full, "said on Monday") };
  const link = async (more: Parameters<typeof aRelation>[1]) =>
    value(await changeTag(analyst, full.reportId, putRelation(aRelation(claim, more), newId(TagId))));
  await link({ to: source, cue });
  await link({ to: place, kind: "located-at", attributes: { role: "near" } });
  const other = newId(TagId);
  const said = anAnnotation(beside, "a senior military source", { attributes: { kind: "event" } });
  value(await changeTag(analyst, beside.reportId, putAnnotation(said, other)));
  await link({ kind: "restates", to: other });
  value(await mergeEntity(editor, two.id, { into: one.id }));
  const target = { on: "tag", tagId: claim };
  const thread = value(await openThread(reviewer, full.reportId, PutThread.parse({ target, body: "Sure?\n\nSure." })));
  value(await addReply(analyst, thread.id, { body: "Yes." }));
  const passage = { on: "passage", revisionId: full.revisionId, segments: segmentsOn(full, "مدينة") };
  value(await openThread(reviewer, full.reportId, PutThread.parse({ target: passage, body: "Which city?" })));
  return { editor, projectId };
}

/** The project as a file of our own. */
export async function exported(editor: Actor, projectId: ProjectId): Promise<string> {
  const download = value(await exportDataset(editor, { projectId }, AskedExport.parse({ state: "all" })));
  const chunks: Uint8Array[] = [];
  for await (const chunk of download.chunks) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** What a file says but for ids, and for the project and the time that it was written in. */
export function moduloIds(text: string): string[] {
  const ids = new Map<string, string>();
  const anonymous = text.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    const known = ids.get(id) ?? `#${ids.size}`;
    ids.set(id, known);
    return known;
  });
  const [, ...lines] = anonymous.trimEnd().split("\n");
  return lines.map((line) => (line.startsWith('{"record":"end"') ? line.replace(/"sha256":"\w+"/, "") : line));
}
