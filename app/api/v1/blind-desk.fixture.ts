import { type Address, ask, got } from "@/app/api/v1/asking.fixture";
import type { Actor } from "@/domain/access/actor";
import { CommentId, EntityId, type ProjectId, TagId, ThreadId } from "@/domain/ids";
import { aPerson, aTokenOf, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aRelease } from "@/prisma/builders/release";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, segmentsOn } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { newId } from "@/server/new-id";

/** Somebody at a blind desk, with the token of a program that may do all they may. */
export type Seat = { actor: Actor; token: string };

/** What Ben will make, known beforehand so that it can be asked for before and after. */
const wished = () => ({
  annotations: Array.from({ length: 12 }, () => newId(TagId)),
  relations: Array.from({ length: 12 }, () => newId(TagId)),
  entities: [newId(EntityId)],
  threads: [newId(ThreadId)],
  comments: Array.from({ length: 12 }, () => newId(CommentId)),
});

export type BlindDesk = {
  projectId: ProjectId;
  people: Record<"ana" | "idle" | "ben" | "reviewer" | "editor" | "reader", Seat>;
  /** Two reports whose layers are closed, and one where they are open. */
  reports: { closed: BuiltReport; other: BuiltReport; open: BuiltReport };
  /** What everybody in the project knows. */
  registry: { outlet: string; voice: string; military: string };
  /** What Ana made, in her layer. */
  own: Record<"claim" | "source" | "place" | "link" | "entity" | "thread" | "comment", string>;
  bens: ReturnType<typeof wished>;
  /** Accepted by the reviewer from a final claim on the report that is still closed. */
  event: string;
  /** Of reports that are open alone, and of one that is closed too. */
  releases: { open: string; closed: string };
};

const idOf = (thing: Record<string, unknown>): string => String(thing["id"]);

/** An independent project at work: Ana and Ben blind on two reports, done with a third. */
export async function aBlindDesk(): Promise<BlindDesk> {
  const workspaceId = await aWorkspace();
  const editor = await aPerson(workspaceId, { name: "Edith" });
  const projectId = await aProject(editor, { mode: "independent" });
  const seat = async (name: string, role: "analyst" | "reviewer" | "editor" | "reader"): Promise<Seat> => {
    const actor = role === "editor" ? editor : await joins(await aPerson(workspaceId, { name }), projectId, role);
    return { actor, token: await aTokenOf(actor) };
  };
  const people = {
    ana: await seat("Ana", "analyst"),
    idle: await seat("Ida", "analyst"),
    ben: await seat("Ben", "analyst"),
    reviewer: await seat("Rita", "reviewer"),
    editor: await seat("Edith", "editor"),
    reader: await seat("Rob", "reader"),
  };
  const reports = {
    closed: await aReport(editor, projectId, { title: "Night in the hills" }),
    other: await aReport(editor, projectId, { title: "Morning in the hills" }),
    open: await aReport(editor, projectId, { title: "Noon in the hills" }),
  };
  const make = async (body: object) =>
    idOf(
      await got("POST /projects/{projectId}/entities", {
        token: people.editor.token,
        params: { projectId },
        body,
      }),
    );
  const outlet = await make({ name: "Al Furat TV", kind: "media outlet" });
  const registry = {
    outlet,
    voice: await make({ name: "its field sources", kind: "local or field", outletId: outlet }),
    military: await make({ name: "A senior military source", kind: "military unnamed", aliases: ["the source"] }),
  };
  const desk = { projectId, people, reports, registry, bens: wished() };
  await atWork(desk);
  const event = await ofReviewer(desk);
  const about = (...on: BuiltReport[]) => on.map(({ reportId }) => reportId);
  const releases = {
    open: await aRelease(editor, projectId, { number: 1, reports: about(reports.open) }),
    closed: await aRelease(editor, projectId, { number: 2, reports: about(reports.open, reports.closed) }),
  };
  return { ...desk, own: await ofAna(desk), event, releases };
}

/** Both have the three reports; the third is in and open. */
async function atWork({
  people: { ana, ben, editor },
  reports,
}: Omit<BlindDesk, "own" | "event" | "releases">): Promise<void> {
  for (const { reportId } of Object.values(reports)) {
    for (const { actor } of [ana, ben]) {
      const params = { reportId, userId: actor.userId };
      await got("PUT /reports/{reportId}/assignments/{userId}", {
        token: editor.token,
        params,
        body: { state: "assigned" },
      });
    }
  }
  const { open } = reports;
  for (const { token, actor } of [ana, ben]) {
    await tagged(token, open, {
      id: newId(TagId),
      words: "Hundreds of people left Hama",
      attributes: { kind: "event" },
    });
    const params = { reportId: open.reportId, userId: actor.userId };
    const { annotations } = (await got("GET /reports/{reportId}/tags", { token, params })) as {
      annotations: { id: string }[];
    };
    for (const { id } of annotations) await linked(token, open, { id: newId(TagId), from: id, toArticle: true });
    for (const state of ["in progress", "submitted"]) {
      await got("PUT /reports/{reportId}/assignments/{userId}", { token, params, body: { state } });
    }
  }
}

async function ofAna({
  people: { ana, ben },
  reports: { closed },
  projectId,
  registry,
}: Omit<BlindDesk, "own" | "event" | "releases">) {
  const { token } = ana;
  const [claim, source, place, link] = [newId(TagId), newId(TagId), newId(TagId), newId(TagId)];
  const params = { reportId: closed.reportId, projectId, entityId: registry.outlet };
  const entity = await got("POST /projects/{projectId}/entities", {
    token,
    params,
    body: { name: "Villagers", kind: "local or field" },
  });
  await tagged(token, closed, { id: claim, words: "Hundreds of people left Hama" });
  await tagged(token, closed, {
    id: source,
    kind: "source",
    words: "a senior military source",
    attributes: { entityId: idOf(entity) },
  });
  await tagged(token, closed, { id: place, kind: "place", words: "Hama" });
  await linked(token, closed, { id: link, from: claim, to: source });
  const thread = await got("POST /reports/{reportId}/threads", {
    token,
    params,
    body: { target: { on: "tag", tagId: claim }, body: `Who counted? @${ben.actor.name}` },
  });
  await got("POST /entities/{entityId}/grades", { token, params, body: { reliability: "C", reason: "Often late." } });
  await got("PUT /entities/{entityId}", {
    token,
    params: { entityId: registry.military },
    body: {
      name: "A senior military source",
      kind: "military unnamed",
      aliases: ["the source", "Ana’s name for them"],
      version: 1,
    },
  });
  const [first] = thread["comments"] as { id: string }[];
  return { claim, source, place, link, entity: idOf(entity), thread: idOf(thread), comment: first?.id ?? "" };
}

/** A final claim on a closed report, and the event that it makes. */
async function ofReviewer({
  people: { reviewer, editor },
  reports: { closed },
  projectId,
}: Omit<BlindDesk, "own" | "event" | "releases">) {
  const claim = newId(TagId);
  const attributes = { kind: "event", polarity: "affirmed" };
  await tagged(reviewer.token, closed, { id: claim, words: "Hundreds of people", attributes });
  const params = { reportId: closed.reportId, annotationId: claim, projectId };
  const verdict = { decision: "accept", version: 1 };
  await got("POST /annotations/{annotationId}/verdicts", { token: editor.token, params, body: verdict });
  const body = { title: "People left", claims: [{ id: claim, part: "supports" }] };
  const made = await got("POST /projects/{projectId}/events", { token: reviewer.token, params, body });
  const at = { eventId: idOf(made) };
  await got("POST /events/{eventId}/verdicts", { token: editor.token, params: at, body: verdict });
  return idOf(made);
}

type Tagging = { id: string; words: string; kind?: string; attributes?: object; version?: number };

/** Tags these words of a report. */
export async function tagged(
  token: string,
  on: BuiltReport,
  { id, words, kind = "claim", attributes = {}, version }: Tagging,
): Promise<void> {
  const body = { ...anAnnotation(on, words), segments: segmentsOn(on, words), kind, attributes, version };
  const params = { reportId: on.reportId, annotationId: id };
  await got("PUT /reports/{reportId}/annotations/{annotationId}", { token, params, body });
}

type Linking = { id: string; from: string; to?: string; toEntity?: string; toArticle?: true };

/** Attributes a claim. */
export async function linked(token: string, on: BuiltReport, { id, ...ends }: Linking): Promise<void> {
  const params = { reportId: on.reportId, relationId: id };
  const body = { kind: "attributed-to", attributes: {}, ...ends };
  await got("PUT /reports/{reportId}/relations/{relationId}", { token, params, body });
}

/** The status and everything else of an answer, but for what tells only when it was given. */
export async function everyByteOf(address: Address, sent: Parameters<typeof ask>[1]): Promise<string> {
  const response = await ask(address, sent);
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  return `${response.status}\n${headers}\n${timeless(await response.text())}`;
}

const timeless = (body: string): string =>
  body
    .replaceAll(/"requestId":"[^"]*"/g, '"requestId":"…"')
    .replaceAll(/"(exportedAt|usedAt)":"[^"]*"/g, '"$1":"…"')
    .replaceAll(/\{"record":"end"[^\n]*/g, "the end");
