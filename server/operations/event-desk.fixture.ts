import type { Actor } from "@/domain/access/actor";
import type { Event, EventContent } from "@/domain/event/event";
import type { Result } from "@/domain/failure";
import { EventId, type ProjectId, type ReportId, TagId } from "@/domain/ids";
import type { ClaimAttributes } from "@/domain/tag/claim";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";
import { decideOnEvent, makeEvent } from "@/server/operations/change-events";
import { changeTags } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const happened = { kind: "event", polarity: "affirmed", certainty: "certain", standing: "asserted" } as const;
const sentence = "Three people were killed near Hama";

/** A project with one person of each role, who make claims and events of it. */
export async function anEventDesk() {
  const editor = await aPerson(await aWorkspace());
  const projectId = await aProject(editor);
  const joined = async (role: "reviewer" | "analyst" | "reader") =>
    joins(await aPerson(editor.workspaceId), projectId, role);
  const [reviewer, analyst, reader] = [await joined("reviewer"), await joined("analyst"), await joined("reader")];
  return { editor, reviewer, analyst, reader, projectId, ...deeds({ editor, reviewer, analyst, projectId }) };
}

function deeds({
  editor,
  reviewer,
  analyst,
  projectId,
}: Record<"editor" | "reviewer" | "analyst", Actor> & { projectId: ProjectId }) {
  const changed = async (reportId: ReportId, changes: Parameters<typeof changeTags>[2]) => {
    for (const each of value(await changeTags(analyst, reportId, changes))) {
      if (!each.ok) throw new Error(JSON.stringify(each.failure));
    }
  };
  return {
    changed,
    /** An accepted claim on a report of its own. */
    async claim(
      attributes: ClaimAttributes = {},
      { outlet = "North", published }: { outlet?: string; published?: string } = {},
    ) {
      const text = `Clash\n\n${sentence} on Saturday, ${outlet} says. ${newId(EventId)}`;
      const report: BuiltReport = await aReport(editor, projectId, { outlet, text, ...(published && { published }) });
      const id = newId(TagId);
      const body = anAnnotation(report, sentence, { attributes: { ...happened, ...attributes } });
      await changed(report.reportId, [putAnnotation(body, id)]);
      value(await decideOnTag(reviewer, { id, type: "annotation" }, { decision: "accept", version: 1, reason: "" }));
      return { id, report };
    },
    async event(title: string, ids: readonly TagId[], more: Partial<EventContent> = {}): Promise<Event> {
      const claims = ids.map((id) => ({ id, part: "supports" as const }));
      return value(await makeEvent(analyst, projectId, { title, claims, ...more }));
    },
    async accept({ id, version }: Pick<Event, "id" | "version">): Promise<Event> {
      return value(await decideOnEvent(reviewer, id, { decision: "accept", version, reason: "" }));
    },
  };
}
