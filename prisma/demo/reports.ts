import { readFileSync } from "node:fs";
import { EntityId, type ProjectId } from "@/domain/ids";
import type { DemoEntity, DemoReport } from "@/prisma/demo/demo-report";
import { demoId } from "@/prisma/demo/ids";
import type { Hands } from "@/prisma/demo/people";
import { must, type Opened } from "@/prisma/demo/tags";
import { documentAsReport } from "@/server/import/documents/as-report";
import { documentTypes } from "@/server/import/documents/registry";
import { type Incoming, titleOf } from "@/server/import/incoming";
import { gradeEntity, makeEntity } from "@/server/operations/entities";
import { importReports } from "@/server/operations/import-reports";
import { openReport } from "@/server/operations/open-report";

type Provenance = DemoReport["provenance"];

export async function demoEntities(hands: Hands, projectId: ProjectId, entities: readonly DemoEntity[]): Promise<void> {
  for (const { key, outlet, parent, grade, aliases = [], ...entity } of entities) {
    const id = demoId(EntityId, key);
    const ends = {
      ...(outlet ? { outletId: demoId(EntityId, outlet) } : {}),
      ...(parent ? { parentId: demoId(EntityId, parent) } : {}),
    };
    const put = must(await makeEntity(hands.editor, projectId, { id, ...entity, aliases, ...ends }), key);
    if (grade && put.reliability === undefined) must(await gradeEntity(hands.reviewer, id, grade), key);
  }
}

/** Imports a report of the demo from its file; a document is read by the reader that reads everybody's. */
export async function demoReport(
  hands: Hands,
  projectId: ProjectId,
  { file, provenance }: Pick<DemoReport, "file" | "provenance">,
): Promise<Opened> {
  const bytes = readFileSync(new URL(file, import.meta.url));
  const type = documentTypes.find(({ endings }) => endings.some((ending) => file.endsWith(`.${ending}`)));
  if (!type || type.isText || file.endsWith(".txt"))
    return importText(hands, projectId, bytes.toString("utf8"), provenance);
  const name = file.slice(file.lastIndexOf("/") + 1);
  const said = { ...provenance, take: "article", comments: "leave" } as const;
  const read = await documentAsReport(type, { name, bytes: new Uint8Array(bytes) }, said);
  if ("reason" in read) throw new Error(`The demo's document was not read: ${read.reason}`);
  return importOne(hands, projectId, read);
}

export function importText(hands: Hands, projectId: ProjectId, text: string, provenance: Provenance): Promise<Opened> {
  const put = { ...provenance, title: titleOf(text, "report"), text, mediaType: "text/plain" as const };
  const bytes = new TextEncoder().encode(text);
  return importOne(hands, projectId, { name: put.title, put, bytes, encoding: "utf-8", fileName: undefined });
}

async function importOne({ editor }: Hands, projectId: ProjectId, incoming: Incoming): Promise<Opened> {
  const [answer] = must(await importReports(editor, projectId, [incoming]), incoming.name);
  if (!answer || !("id" in answer)) throw new Error(`The demo's report was refused: ${incoming.name}`);
  return must(await openReport(editor, answer.id), incoming.name).report;
}
