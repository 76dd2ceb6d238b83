import { got } from "@/app/api/v1/asking.fixture";
import { type BlindDesk, linked, tagged } from "@/app/api/v1/blind-desk.fixture";

/**
 * What Ben can do in his closed layer, each action with a number of its own from 0 on: on a report, to what he made
 * before, and to entities that everybody knows. Whatever fails fails the test.
 */
type Doing = BlindDesk & { nth: number; last: Last };
/** What he made last. */
type Last = { claim?: string; source?: string; entity?: string; thread?: string; versions: Record<string, number> };

const place = ({ reports }: Doing) => reports.closed;
const at = ({ projectId, reports, people }: Doing) => ({
  projectId,
  reportId: reports.closed.reportId,
  userId: people.ben.actor.userId,
});
const next = (ids: readonly string[], nth: number): string => {
  const id = ids[nth];
  if (!id) throw new Error("Ben was to do more than was expected.");
  return id;
};

export const deeds: Record<string, (doing: Doing) => Promise<void>> = {
  "tags a claim": async (doing) => {
    const id = next(doing.bens.annotations, doing.nth);
    await tagged(doing.people.ben.token, place(doing), { id, words: "Hundreds of people left Hama" });
    Object.assign(doing.last, { claim: id });
  },
  "tags a source as everybody's entity": async (doing) => {
    const { bens, nth, registry, people } = doing;
    const id = next(bens.annotations, nth);
    const attributes = { entityId: registry.military };
    await tagged(people.ben.token, place(doing), { id, kind: "source", words: "a senior military source", attributes });
    Object.assign(doing.last, { source: id });
  },
  "makes an entity called like Ana's and tags it": async (doing) => {
    const { bens, nth, people } = doing;
    const body = { id: next(bens.entities, 0), name: "villagers", kind: "local or field", aliases: ["Ben's"] };
    if (!doing.last.versions[body.id]) {
      await got("POST /projects/{projectId}/entities", { token: people.ben.token, params: at(doing), body });
    }
    doing.last.versions[body.id] ??= 1;
    Object.assign(doing.last, { entity: body.id });
    const attributes = { entityId: body.id };
    const id = next(bens.annotations, nth);
    await tagged(people.ben.token, place(doing), { id, kind: "source", words: "a senior", attributes });
    Object.assign(doing.last, { source: id });
  },
  "locates a place and a claim there": async (doing) => {
    const { bens, nth, people, last } = doing;
    const id = next(bens.annotations, nth);
    const attributes = { located: { name: "Ben's Hama", latitude: 35.13, longitude: 36.75 } };
    await tagged(people.ben.token, place(doing), { id, kind: "place", words: "Hama", attributes });
    if (!last.claim) return;
    const link = { id: next(bens.relations, nth), kind: "located-at", from: last.claim, to: id };
    await linked(people.ben.token, place(doing), link);
  },
  "links a claim": async (doing) => {
    const { bens, nth, people, last, registry } = doing;
    if (!last.claim) return;
    const to = last.source ? { to: last.source } : { toEntity: last.entity ?? registry.outlet };
    await linked(people.ben.token, place(doing), { id: next(bens.relations, nth), from: last.claim, ...to });
  },
  "withdraws a source": async (doing) => {
    const { people, last } = doing;
    if (!last.source) return;
    const params = { ...at(doing), annotationId: last.source };
    const token = people.ben.token;
    await got("DELETE /reports/{reportId}/annotations/{annotationId}", { token, params, query: "?version=1" });
    delete last.source;
  },
  "discusses a claim and names Ana": async (doing) => {
    const { bens, nth, people, last, projectId: _projectId } = doing;
    const target = last.claim ? { on: "tag", tagId: last.claim } : { on: "report" };
    const id = next(bens.threads, 0);
    if (last.thread === id) return;
    await got("POST /reports/{reportId}/threads", {
      token: people.ben.token,
      params: at(doing),
      body: { id, commentId: next(bens.comments, nth), target, body: "Look here, @Ana @Rita @Edith" },
    });
    Object.assign(last, { thread: id });
  },
  "answers himself": async (doing) => {
    const { people, last } = doing;
    if (!last.thread) return;
    const params = { threadId: last.thread };
    await got("POST /threads/{threadId}/comments", { token: people.ben.token, params, body: { body: "@Ana?" } });
    await got("PATCH /threads/{threadId}", { token: people.ben.token, params, body: { state: "resolved" } });
  },
  "renames his entity and puts it below everybody's outlet": async (doing) => {
    const { people, last, registry, nth } = doing;
    if (!last.entity) return;
    const version = last.versions[last.entity] ?? 1;
    const aliases = ["villagers", "Ben's"];
    const body = {
      name: `Ben's villagers ${nth}`,
      kind: "local or field",
      aliases,
      parentId: registry.outlet,
      version,
    };
    await got("PUT /entities/{entityId}", { token: people.ben.token, params: { entityId: last.entity }, body });
    last.versions[last.entity] = version + 1;
  },
  "renames everybody's entity, with aliases and a note": async (doing) => {
    const { people, registry, nth, last } = doing;
    const version = last.versions[registry.voice] ?? 1;
    const body = {
      name: `Ben's field sources ${nth}`,
      kind: "official unnamed",
      aliases: ["Ben's alias"],
      note: "Ben's note",
      version,
    };
    await got("PUT /entities/{entityId}", { token: people.ben.token, params: { entityId: registry.voice }, body });
    last.versions[registry.voice] = version + 1;
  },
  "grades everybody's entity": async ({ people, registry, nth }) => {
    const body = { reliability: nth % 2 ? "A" : "E", reason: "Ben's reason" };
    for (const entityId of [registry.outlet, registry.military]) {
      await got("POST /entities/{entityId}/grades", { token: people.ben.token, params: { entityId }, body });
    }
  },
  "grades his own": async ({ people, last }) => {
    if (!last.entity) return;
    const body = { reliability: "B", reason: "Ben knows them" };
    await got("POST /entities/{entityId}/grades", {
      token: people.ben.token,
      params: { entityId: last.entity },
      body,
    });
  },
  "asks for suggestions, and rejects and hides some": async (doing) => {
    const asked = { token: doing.people.ben.token, params: at(doing) };
    const { items } = await got("POST /reports/{reportId}/suggestions", asked);
    const ids = Array.isArray(items) ? items.slice(0, 1).map(({ id }: { id: string }) => id) : [];
    const body = { reject: ids, hush: { engine: "words", rule: "before-verb" }, firstPass: true };
    await got("PATCH /reports/{reportId}/suggestions", { ...asked, body });
  },
  "tags the same words in the whole project": async (doing) => {
    const asked = { token: doing.people.ben.token, params: at(doing) };
    const found = await got("POST /projects/{projectId}/alike/find", {
      ...asked,
      body: { words: "Hama", kind: "place" },
    });
    const items = Array.isArray(found["items"]) ? found["items"] : [];
    const spots = items.map(({ reportId, revisionId, start, end, quote }) => ({
      reportId,
      revisionId,
      start,
      end,
      quote,
    }));
    if (spots.length > 0) await got("POST /projects/{projectId}/alike", { ...asked, body: { kind: "place", spots } });
  },
  "lets nothing of a passage leave": async (doing) => {
    const { people, nth } = doing;
    const { reportId, revisionId, text } = place(doing);
    const start = text.indexOf("a senior military source");
    const quote = text.slice(start, start + 8);
    const segments = [{ start, end: start + 8, quote }];
    const thing = { on: "passage", reportId, revisionId, segments };
    const token = people.ben.token;
    const { items } = await got("GET /projects/{projectId}/protection", { token, params: at(doing) });
    const version = (items as { thing: { on: string }; version: number }[]).find(
      (each) => each.thing.on === "passage",
    )?.version;
    const uses = ["withheld", "described"];
    const body = { thing, use: uses[nth % 2], reason: `Ben's reason ${nth}`, ...(version && { version }) };
    await got("PUT /projects/{projectId}/protection", { token, params: at(doing), body });
  },
  "looks at the report": async (doing) => {
    const client = "01a20448-4f7e-7556-b144-5ff6007d5944";
    await got("PUT /reports/{reportId}/presence", {
      token: doing.people.ben.token,
      params: at(doing),
      body: { client },
    });
  },
};

/** Hands in what he has, with a source for every claim; the report stays closed, because Ana is not done. */
export async function submits(doing: Doing): Promise<void> {
  const { people, bens } = doing;
  const token = people.ben.token;
  const { annotations, relations } = (await got("GET /reports/{reportId}/tags", { token, params: at(doing) })) as {
    annotations: { id: string; kind: string; version: number }[];
    relations: { from: string }[];
  };
  let spare = bens.relations.length;
  for (const { id, version } of annotations.filter(({ kind }) => kind === "claim")) {
    await tagged(token, place(doing), {
      id,
      words: "Hundreds of people left Hama",
      attributes: { kind: "event" },
      version,
    });
    if (relations.some(({ from }) => from === id)) continue;
    spare -= 1;
    await linked(token, place(doing), { id: next(bens.relations, spare), from: id, toArticle: true });
  }
  const body = { state: "in progress" };
  await got("PUT /reports/{reportId}/assignments/{userId}", { token, params: at(doing), body });
  await got("PUT /reports/{reportId}/assignments/{userId}", {
    token,
    params: at(doing),
    body: { state: "submitted" },
  });
}
