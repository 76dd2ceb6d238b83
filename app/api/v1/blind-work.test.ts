import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Address, addresses, ask, got } from "@/app/api/v1/asking.fixture";
import { deeds, submits } from "@/app/api/v1/blind-deeds.fixture";
import { aBlindDesk, type BlindDesk, everyByteOf, type Seat } from "@/app/api/v1/blind-desk.fixture";
import { differences, idsOf, readable, readEverything } from "@/app/api/v1/blind-reading.fixture";
import {
  CopyId,
  EntityId,
  FeedId,
  JobId,
  MigrationId,
  NotificationId,
  PermittedUseId,
  ProposalId,
  TokenId,
  UploadId,
  VerdictId,
  WebhookId,
} from "@/domain/ids";
import { actorByToken } from "@/server/data/actors";
import { listen } from "@/server/live/listening.fixture";
import { newId } from "@/server/new-id";
import { tokenPrefix } from "@/server/session/actor";

/** Ids of things that nobody of this test has: they are asked for all the same. */
const elsewhere = () => ({
  jobId: [newId(JobId)],
  uploadId: [newId(UploadId)],
  fileId: [newId(UploadId)],
  notificationId: [newId(NotificationId)],
  migrationId: [newId(MigrationId)],
  proposalId: [newId(ProposalId)],
  copyId: [newId(CopyId)],
  feedId: [newId(FeedId)],
  webhookId: [newId(WebhookId)],
  permittedUseId: [newId(PermittedUseId)],
  sessionId: [newId(TokenId)],
  tokenId: [newId(TokenId)],
  verdictId: [newId(VerdictId)],
});

/**
 * Where those who give out work see how far it is, though not what it says: whether somebody has begun or submitted, and
 * who is there.
 */
const aboutWork: ReadonlySet<Address> = new Set([
  "GET /me/notifications",
  "GET /projects/{projectId}/progress",
  "GET /projects/{projectId}/dashboard",
  "GET /reports/{reportId}/assignments",
  "GET /reports/{reportId}/assignments/{userId}",
  "GET /reports/{reportId}/presence",
]);

const viewers = [
  { who: "ana", sees: readable },
  { who: "idle", sees: readable },
  { who: "reader", sees: readable },
  { who: "reviewer", sees: readable.filter((address) => !aboutWork.has(address)) },
  { who: "editor", sees: readable.filter((address) => !aboutWork.has(address)) },
] satisfies { who: keyof BlindDesk["people"]; sees: readonly Address[] }[];

type Ids = ReturnType<typeof idsOf>;
const isExport = (address: Address) => /\/(export|archive|file|delta)$/.test(address);
/** A dossier says when it was made, and leaves a line in the history. */
const isDossier = (address: Address) => address.endsWith("/dossier");
const isNoExport = (address: Address) => !isExport(address) && !isDossier(address);

async function readByAll({ people }: BlindDesk, ids: Ids, which: (address: Address) => boolean, by = viewers) {
  const read = new Map<string, string>();
  for (const { who, sees } of by) {
    const bytes = await readEverything(people[who], ids, sees.filter(which));
    for (const [path, text] of bytes) read.set(`${who} ${path}`, text);
  }
  return read;
}

async function benDoes(desk: BlindDesk, names: readonly string[], submitting: boolean) {
  const doing = { ...desk, last: { versions: {} } };
  for (const [nth, name] of names.entries()) await deeds[name]?.({ ...doing, nth });
  if (submitting) await submits({ ...doing, nth: names.length });
}

/** Reads, lets Ben work, and reads again. Exports lie outside: whoever takes one leaves a line in the history. */
async function whatHeChanges(desk: BlindDesk, names: readonly string[], submitting: boolean, by = viewers) {
  const ids = idsOf(desk, elsewhere());
  const exports = await readByAll(desk, ids, isExport, by);
  const rest = await readByAll(desk, ids, isNoExport, by);
  await benDoes(desk, names, submitting);
  const restAfter = await readByAll(desk, ids, isNoExport, by);
  const exportsAfter = await readByAll(desk, ids, isExport, by);
  return { read: rest, changed: [...differences(rest, restAfter), ...differences(exports, exportsAfter)] };
}

const everything = Object.keys(deeds);
const wordsOfBen = ["Ben's reason", "Ben's note", "Ben's alias", "Ben's villagers", "Ben's Hama", "Look here"];

describe("what an analyst does in a closed layer", () => {
  test("every address that can be read is read, with ids for every name in it", async () => {
    const desk = await aBlindDesk();
    const names = new Set(readable.flatMap((address) => [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)));
    expect([...names].filter((name) => name === undefined || !(name in idsOf(desk, elsewhere())))).toEqual([]);
    expect(addresses.filter((address) => address.startsWith("GET ") && !readable.includes(address))).toEqual([
      "GET /stream",
    ]);
  });

  test("changes no byte of what another analyst reads, in whatever order he does it", async () => {
    const ana = viewers.filter(({ who }) => who === "ana");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...everything), { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (names, submitting) => {
          const { changed } = await whatHeChanges(await aBlindDesk(), names, submitting, ana);
          expect(changed).toEqual([]);
        },
      ),
      { numRuns: 3, endOnFailure: true },
    );
  });

  describe("all of it at once", () => {
    let desk: BlindDesk;
    let before: ReadonlyMap<string, string>;
    let heard: Awaited<ReturnType<typeof listen>>;
    let made: number;
    const retitle = (title: string) => {
      const { reportId } = desk.reports.other;
      return got("PATCH /reports/{reportId}", {
        token: desk.people.editor.token,
        params: { reportId },
        body: { title },
      });
    };
    beforeAll(async () => {
      desk = await aBlindDesk();
      heard = await listen(await asProgram(desk.people.ana));
      // What made the desk may still be on its way while other tests keep the server busy: this comes after it.
      await retitle("Made");
      await heard.until(() => expect(heard.entries().at(-1)?.did).toBe("changed-report"));
      made = heard.heard.length;
    });
    afterAll(() => heard.close());

    test("changes no byte of what anybody else reads", async () => {
      const { read, changed } = await whatHeChanges(desk, everything, true);
      before = read;
      expect(changed).toEqual([]);
    });

    test("is not heard in the stream", async () => {
      await retitle("Later");
      const since = () => heard.heard.slice(made);
      const deedsSince = () => since().flatMap(({ event, data }) => (event === "entry" ? [data["did"]] : []));
      await heard.until(() => expect(deedsSince().at(-1)).toBe("changed-report"));
      expect(new Set(deedsSince())).toEqual(new Set(["exported", "took-release", "changed-report"]));
      expect(JSON.stringify(since())).not.toContain(desk.people.ben.actor.userId);
      const others = since().filter(({ event }) => event !== "beat" && event !== "entry");
      expect(others).toEqual([]);
      for (const { id } of heard.heard) expect(id).toMatch(/^[\w-]{50,}$/);
    });

    test("is in no release that an analyst sees, as long as a report in it is closed", async () => {
      const listed = async ({ token }: Seat) =>
        JSON.stringify(
          await got("GET /projects/{projectId}/releases", { token, params: { projectId: desk.projectId } }),
        );
      const { ana, idle, reviewer, editor } = desk.people;
      for (const seat of [ana, idle]) {
        expect(await listed(seat)).toContain(desk.releases.open);
        expect(await listed(seat)).not.toContain(desk.releases.closed);
        const params = { releaseId: desk.releases.closed };
        for (const address of ["GET /releases/{releaseId}", "GET /releases/{releaseId}/archive"] as const)
          expect((await ask(address, { token: seat.token, params })).status).toBe(404);
      }
      for (const seat of [reviewer, editor]) expect(await listed(seat)).toContain(desk.releases.closed);
    });

    test("is his own to see", async () => {
      const { ben } = desk.people;
      const ids = idsOf(desk, elsewhere());
      const his = [...(await readEverything(ben, ids)).values()].join("\n");
      expect(wordsOfBen.filter((words) => !his.includes(words))).toEqual([]);
    });

    test("is refused to everybody else as if it were not there", async () => {
      const { bens, own, registry, projectId, reports } = desk;
      const unknown = newId(EntityId);
      const token = desk.people.ana.token;
      const [hidden = ""] = bens.entities;
      const about = async (address: Address, id: string, body: unknown) =>
        (
          await everyByteOf(address, { token, params: { projectId, entityId: id, ...reportOf(desk) }, body })
        ).replaceAll(id, "…");
      const asks: { address: Address; body: (id: string) => unknown }[] = [
        { address: "GET /entities/{entityId}", body: () => undefined },
        { address: "PUT /entities/{entityId}", body: () => ({ name: "x", kind: "document", version: 1 }) },
        { address: "POST /entities/{entityId}/grades", body: () => ({ reliability: "A", reason: "x" }) },
        { address: "POST /entities/{entityId}/merge", body: () => ({ into: registry.outlet }) },
        {
          address: "POST /projects/{projectId}/entities",
          body: (id) => ({ name: "x", kind: "document", parentId: id }),
        },
        {
          address: "PUT /reports/{reportId}/annotations/{annotationId}",
          body: (id) => ({ kind: "source", ...placed(reports.closed), attributes: { entityId: id } }),
        },
        {
          address: "PUT /reports/{reportId}/relations/{relationId}",
          body: (id) => ({ kind: "attributed-to", from: own.claim, toEntity: id, attributes: {} }),
        },
      ];
      for (const { address, body } of asks) {
        const answer = await about(address, hidden, body(hidden));
        expect(answer, address).toBe(await about(address, unknown, body(unknown)));
        expect(answer, address).toMatch(/^4/);
      }
      const made = await ask("POST /projects/{projectId}/entities", {
        token,
        params: { projectId },
        body: { id: hidden, name: "x", kind: "document" },
      });
      expect(made.status).toBe(422);
      expect(await made.text()).not.toMatch(/Ben|Villagers/);
    });

    test("is for everybody once the layers open, and what goes by one name is proposed for merging", async () => {
      const { reviewer, ana, editor } = desk.people;
      const { projectId, reports, bens, own } = desk;
      const open = async ({ reportId }: { reportId: string }) =>
        got("POST /reports/{reportId}/open-layers", { token: reviewer.token, params: { reportId } });
      await open(reports.closed);
      const ids = idsOf(desk, elsewhere());
      const after = await readByAll(desk, ids, isNoExport);
      expect(differences(before, after).length).toBeGreaterThan(50);
      const unseen = async () => {
        const seen = [...(await readEverything(ana, ids)).values()].join("\n");
        return wordsOfBen.filter((words) => !seen.includes(words));
      };
      // He names that entity nowhere in the report that is open now, and is still at work on another.
      expect(await unseen()).toEqual(["Ben's note", "Ben's alias"]);
      await open(reports.other);
      expect(await unseen()).toEqual([]);
      const { items } = (await got("GET /projects/{projectId}/merge-proposals", {
        token: editor.token,
        params: { projectId },
      })) as {
        items: { keep: { entity: { id: string } }; merge: { entity: { id: string } } }[];
      };
      const pairs = items.map(({ keep, merge }) => [keep.entity.id, merge.entity.id].toSorted());
      expect(pairs).toContainEqual([own.entity, ...bens.entities.slice(0, 1)].toSorted());
    });
  });
});

async function asProgram({ token }: Seat) {
  const actor = await actorByToken(token.slice(tokenPrefix.length));
  if (!actor) throw new Error("The token was just made.");
  return actor;
}

const placed = ({ revisionId, text }: BlindDesk["reports"]["closed"]) => ({
  revisionId,
  segments: [{ start: 0, end: 5, quote: text.slice(0, 5) }],
});

const reportOf = ({ reports }: BlindDesk) => ({
  reportId: reports.closed.reportId,
  annotationId: newId(EntityId),
  relationId: newId(EntityId),
});
