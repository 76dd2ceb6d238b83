import { tmpdir } from "node:os";
import { type Address, ask } from "@/app/api/v1/asking.fixture";
import { type Asker, aDesk, type Desk, type Things } from "@/app/api/v1/desk.fixture";
import type { Scope } from "@/domain/access/actor";
import type { ProjectRole } from "@/domain/project/project";

/**
 * Who may ask for what: the least role in the project, or "anybody" who is signed in, the workspace's "admin", or the
 * "owner" of a thing of one's own (here the analyst). `body` is one that would be taken; `scope` is what a token needs.
 */
export type Row = {
  least: ProjectRole | "anybody" | "admin" | "owner" | "owner or admin";
  body?: (things: Things) => unknown;
  scope?: Scope;
  /** That scope alone is not enough here. */
  more?: true;
  query?: string | ((things: Things) => string);
  /** Those below the least role don't see the thing at all. */
  hidden?: true;
  /** No file leaves to a program while the project protects somebody, as that of the desk does. */
  withheld?: true;
};

export const queryIn = ({ query }: { query?: Row["query"] | undefined }, things: Things): string | undefined =>
  typeof query === "function" ? query(things) : query;

const claimOn = ({ revisionId, text }: Things) => ({
  kind: "claim",
  revisionId,
  segments: [{ start: 0, end: 5, quote: text.slice(0, 5) }],
  attributes: {},
});
const accepting = () => ({ decision: "accept", version: 1 });

export const expectations: Record<Address, Row> = {
  "GET /me": { least: "anybody" },
  "GET /search": { least: "anybody", query: "?q=left" },
  "PATCH /me": { scope: "admin", least: "anybody", body: () => ({ name: "New name" }) },
  "POST /me/password": { scope: "admin", least: "anybody", body: () => ({ current: "x", next: "a few plain words" }) },
  "GET /me/notifications": { least: "anybody" },
  "PUT /me/notifications": { least: "anybody", body: () => ({ read: true, until: "2026-01-01T00:00:00Z" }) },
  "PUT /me/notifications/{notificationId}": { least: "owner", body: () => ({ read: true }) },
  "GET /me/palette": { least: "anybody", query: "?q=left" },
  "GET /me/searches": { least: "anybody" },
  "POST /me/searches": { least: "anybody", body: () => ({ name: "Roads", q: "road" }) },
  "PATCH /me/searches/{searchId}": { least: "owner", body: () => ({ looked: true }) },
  "DELETE /me/searches/{searchId}": { least: "owner" },
  "GET /me/files/{fileId}": { least: "owner", scope: "export" },
  "GET /me/sessions": { least: "anybody" },
  "DELETE /me/sessions/{sessionId}": { scope: "admin", least: "owner" },
  "GET /stream": { least: "anybody" },
  "GET /tokens": { least: "anybody" },
  "POST /tokens": { scope: "admin", least: "anybody", body: () => ({ name: "new", scopes: ["admin"] }) },
  "DELETE /tokens/{tokenId}": { scope: "admin", least: "owner or admin" },

  "GET /people": { scope: "admin", least: "admin" },
  "GET /people/tokens": { scope: "admin", least: "admin" },
  "POST /people": {
    scope: "admin",
    more: true,
    least: "admin",
    body: ({ projectId }) => ({ email: `new-${projectId}@example.com` }),
  },
  "GET /place-name-files": { least: "admin" },
  "PUT /place-name-files": { least: "admin", query: "?name=SY.txt", body: () => "a file" },
  "DELETE /place-name-files/{placeNameFileId}": { least: "admin" },
  "GET /people/invitations": { scope: "admin", least: "admin" },
  "DELETE /people/{userId}/invitation": { scope: "admin", least: "admin" },
  "GET /projects/{projectId}/candidates": { least: "editor" },
  "PATCH /people/{userId}": { scope: "admin", least: "admin", body: () => ({ role: "admin" }) },
  "POST /people/{userId}/link": { scope: "admin", more: true, least: "admin" },

  "GET /me/work": { least: "anybody" },
  "POST /projects/{projectId}/assignments": {
    least: "editor",
    body: ({ reportId, userId }) => ({ reports: [reportId], people: [userId] }),
  },
  "POST /projects/{projectId}/pool/take": { least: "analyst" },
  "GET /projects/{projectId}/progress": { least: "analyst" },
  "GET /reports/{reportId}/practice": { least: "analyst" },
  "GET /reports/{reportId}/assignments": { least: "analyst" },
  "GET /reports/{reportId}/assignments/{userId}": { least: "analyst" },
  "PUT /reports/{reportId}/assignments/{userId}": { least: "analyst", body: () => ({ state: "in progress" }) },
  "DELETE /reports/{reportId}/assignments/{userId}": { least: "editor" },

  "GET /projects": { least: "anybody" },
  "POST /projects": { least: "admin", body: () => ({ name: "South", slug: "south" }) },
  "GET /projects/{projectId}": { least: "reader" },
  "PATCH /projects/{projectId}": { least: "editor", body: () => ({ name: "South" }) },
  "GET /projects/{projectId}/codebook": { least: "reader" },
  "PUT /projects/{projectId}/codebook": {
    least: "editor",
    body: () => ({ version: 1, eventTypes: [], labels: [] }),
  },
  "GET /projects/{projectId}/codebook/file": { least: "reader" },
  "POST /projects/{projectId}/codebook/read": { least: "editor", body: () => ({ text: "[entities]\nPerson\n" }) },
  "GET /projects/{projectId}/codebook/migrations": { least: "editor" },
  "POST /projects/{projectId}/codebook/migrations": {
    least: "editor",
    body: () => ({ move: "label", from: "rumour", to: "report" }),
  },
  "POST /projects/{projectId}/codebook/migrations/preview": {
    least: "editor",
    body: () => ({ move: "label", from: "rumour", to: "report" }),
  },
  "DELETE /projects/{projectId}/codebook/migrations/{migrationId}": { least: "editor" },
  "GET /projects/{projectId}/codebook/usage": { least: "reader" },
  "GET /projects/{projectId}/codebook/versions": { least: "reader" },
  "GET /projects/{projectId}/concordance": { least: "reader", query: "?q=left" },
  "GET /projects/{projectId}/concordance/export": { least: "analyst", scope: "export", query: "?q=left" },
  "POST /projects/{projectId}/concordance/tags": {
    least: "analyst",
    body: ({ reportId, revisionId, text }) => ({
      opId: "0198a000-0000-7000-8000-000000000001",
      kind: "place",
      hits: [{ reportId, revisionId, start: 0, end: 5, quote: text.slice(0, 5) }],
    }),
  },
  "DELETE /projects/{projectId}/concordance/tags/{opId}": { least: "analyst" },
  "GET /projects/{projectId}/protection": { least: "analyst" },
  "PUT /projects/{projectId}/protection": {
    least: "analyst",
    body: ({ entityId }) => ({ thing: { on: "entity", entityId }, use: "withheld" }),
  },
  "GET /projects/{projectId}/protection/names": { least: "editor" },
  "PUT /projects/{projectId}/protection/names": {
    least: "editor",
    body: () => ({ name: "Field source", decision: "where tagged" }),
  },
  "GET /projects/{projectId}/protection/settings": { least: "analyst" },
  "PATCH /projects/{projectId}/protection/settings": { least: "editor", body: () => ({ coarsenTo: "province" }) },
  "GET /permitted-uses/{permittedUseId}/disclosures": { least: "editor" },
  "POST /permitted-uses/{permittedUseId}/undo": { least: "reviewer", body: () => ({ version: 1 }) },
  "GET /projects/{projectId}/members": { least: "reader" },
  "POST /projects/{projectId}/members": {
    least: "editor",
    body: ({ outsiderEmail }) => ({ email: outsiderEmail, role: "analyst" }),
  },
  "PATCH /projects/{projectId}/members/{userId}": { least: "editor", body: () => ({ role: "reader" }) },
  "DELETE /projects/{projectId}/members/{userId}": { least: "editor" },
  "GET /projects/{projectId}/activity": { least: "analyst" },
  "POST /projects/{projectId}/alike": {
    least: "analyst",
    body: ({ reportId, revisionId, text }) => ({
      kind: "place",
      spots: [{ reportId, revisionId, start: 0, end: 5, quote: text.slice(0, 5) }],
    }),
  },
  "POST /projects/{projectId}/alike/find": {
    least: "analyst",
    scope: "read",
    body: () => ({ words: "left", kind: "place" }),
  },
  "DELETE /projects/{projectId}/alike/{taggingId}": { least: "analyst" },
  "GET /projects/{projectId}/agreement": { least: "reviewer" },
  "GET /projects/{projectId}/dashboard": { least: "editor" },
  "GET /projects/{projectId}/jobs": { least: "editor" },
  "POST /projects/{projectId}/jobs": {
    least: "editor",
    body: ({ uploadId, newJobId }) => ({ id: newJobId, kind: "check-import", data: { upload: uploadId } }),
  },
  "POST /projects/{projectId}/uploads": { least: "editor" },
  "GET /uploads/{uploadId}/files": { least: "editor" },
  "PUT /uploads/{uploadId}/files": { least: "editor", query: "?name=all.jsonl", body: () => "a file" },
  "GET /jobs/{jobId}": { least: "editor" },
  "DELETE /jobs/{jobId}": { least: "editor" },
  "GET /jobs/{jobId}/lines": { least: "editor" },
  "GET /jobs/{jobId}/set-aside": { least: "editor", withheld: true },
  "GET /projects/{projectId}/suggestions": { least: "analyst" },
  "GET /projects/{projectId}/export": { least: "analyst", scope: "export", query: "?format=jsonl&state=all" },
  "GET /projects/{projectId}/export/preview": { least: "analyst", scope: "export", query: "?format=jsonl&state=all" },

  "GET /projects/{projectId}/releases": { least: "analyst", scope: "export" },
  "POST /projects/{projectId}/releases/preview": { least: "editor", body: () => ({}) },
  "GET /releases/{releaseId}": { least: "analyst", scope: "export" },
  "GET /releases/{releaseId}/archive": { least: "analyst", scope: "export" },
  "GET /releases/{releaseId}/file": { least: "analyst", scope: "export" },
  "GET /releases/{releaseId}/delta": {
    least: "analyst",
    scope: "export",
    query: ({ otherReleaseId }) => `?since=${otherReleaseId}`,
  },
  "GET /projects/{projectId}/webhooks": { least: "editor" },
  "POST /projects/{projectId}/webhooks": {
    least: "editor",
    body: () => ({ url: "http://127.0.0.1:9/hook", kinds: ["released"] }),
  },
  "PATCH /webhooks/{webhookId}": { least: "editor", body: () => ({ kinds: ["submitted"] }) },
  "DELETE /webhooks/{webhookId}": { least: "editor" },
  "POST /webhooks/{webhookId}/secret": { least: "editor" },
  "POST /webhooks/{webhookId}/test": { least: "editor" },
  "GET /webhooks/{webhookId}/deliveries": { least: "editor" },
  "POST /webhook-deliveries/{deliveryId}/redelivery": { least: "editor" },
  "POST /releases/{releaseId}/approval": {
    least: "reviewer",
    body: () => ({ decision: "approve", digest: "a".repeat(64) }),
  },
  "POST /releases/{releaseId}/withdrawal": { least: "editor", body: () => ({ reason: "A wrong place" }) },

  "GET /me/queue": { least: "anybody" },
  "GET /projects/{projectId}/claims": { least: "reader", query: "?q=left" },
  "GET /map/background": { least: "anybody" },
  "GET /map/tile": { least: "anybody", query: "?z=1&x=0&y=1" },
  "GET /projects/{projectId}/map": { least: "reader" },
  "GET /projects/{projectId}/place": { least: "reader", query: "?id=geonames:1" },
  "GET /projects/{projectId}/map/neighbours": { least: "reader", query: "?south=34&west=35&north=36&east=38" },
  "GET /projects/{projectId}/events/map": { least: "reader" },
  "GET /projects/{projectId}/places": { least: "reader", query: "?name=Hama" },
  "GET /projects/{projectId}/queue": { least: "reviewer" },
  "POST /projects/{projectId}/verdicts/preview": {
    least: "reviewer",
    body: () => ({ decision: "accept" }),
  },
  "POST /projects/{projectId}/verdicts": {
    least: "reviewer",
    body: ({ relationId }) => ({ decision: "return", reason: "Whose?", tags: [{ id: relationId, version: 1 }] }),
  },

  "GET /projects/{projectId}/reports": { least: "reader" },
  "POST /projects/{projectId}/reports": {
    least: "editor",
    body: () => ({ title: "Another night", text: "Nothing was heard.", language: "en" }),
  },
  "PATCH /projects/{projectId}/reports": {
    least: "analyst",
    body: ({ reportId }) => ({ reports: [reportId], triage: "relevant" }),
  },
  "GET /projects/{projectId}/reports/filters": { least: "reader" },
  "GET /reports/{reportId}/original": { least: "reader", withheld: true },
  "PUT /reports/{reportId}/triage": { least: "analyst", body: () => ({ triage: "relevant" }) },
  "POST /reports/{reportId}/close": { least: "reviewer" },
  "DELETE /reports/{reportId}/close": { least: "reviewer" },
  "GET /reports/{reportId}/activity": { least: "analyst" },
  "GET /reports/{reportId}/export": { least: "analyst", scope: "export", query: "?format=jsonl&state=all" },
  "GET /reports/{reportId}/export/preview": { least: "analyst", scope: "export", query: "?format=jsonl&state=all" },

  "GET /reports/{reportId}/outcomes": { least: "analyst" },
  "GET /reports/{reportId}/suggestions": { least: "analyst" },
  "POST /reports/{reportId}/suggestions": { least: "analyst" },
  "PATCH /reports/{reportId}/suggestions": { least: "analyst", body: () => ({ reject: [] }) },
  "GET /reports/{reportId}/tags": { least: "reader" },
  "PUT /reports/{reportId}/annotations/{annotationId}": {
    least: "analyst",
    body: (things) => ({ ...claimOn(things), version: 1 }),
  },
  "DELETE /reports/{reportId}/annotations/{annotationId}": { least: "analyst", query: "?version=1" },
  "PUT /reports/{reportId}/relations/{relationId}": {
    least: "analyst",
    body: ({ annotationId }) => ({ kind: "attributed-to", from: annotationId, toArticle: true, version: 1 }),
  },
  "DELETE /reports/{reportId}/relations/{relationId}": { least: "analyst", query: "?version=1" },
  "POST /reports/{reportId}/tags/batch": {
    least: "analyst",
    body: ({ annotationId }) => ({ operations: [{ deed: "withdraw", id: annotationId, version: 1 }] }),
  },
  "POST /reports/{reportId}/verdicts": {
    least: "reviewer",
    body: ({ relationId }) => ({ decision: "accept", tags: [{ id: relationId, version: 1 }] }),
  },
  "GET /annotations/{annotationId}": { least: "reader" },
  "GET /annotations/{annotationId}/activity": { least: "analyst" },
  "GET /annotations/{annotationId}/denials": { least: "reader" },
  "POST /annotations/{annotationId}/verdicts": { least: "reviewer", body: accepting },
  "GET /relations/{relationId}": { least: "reader" },
  "POST /relations/{relationId}/verdicts": { least: "reviewer", body: accepting },
  "DELETE /verdicts/{verdictId}": { least: "reviewer" },

  "DELETE /reports/{reportId}": { least: "editor", body: () => ({ reason: "Imported twice." }) },
  "DELETE /projects/{projectId}": { least: "admin", hidden: true, body: () => ({ reason: "Set up by mistake." }) },
  "PUT /reports/{reportId}/archive": { least: "editor" },
  "DELETE /reports/{reportId}/archive": { least: "editor" },
  "PUT /projects/{projectId}/archive": { least: "editor" },
  "DELETE /projects/{projectId}/archive": { least: "editor" },
  "GET /projects/{projectId}/deleted": { least: "reader" },
  "GET /projects/deleted": { least: "admin" },
  "GET /reports/{reportId}": { least: "reader" },
  "PATCH /reports/{reportId}": { least: "editor", body: () => ({ title: "Another night" }) },
  "GET /reports/{reportId}/notice": { least: "reader" },
  "PUT /reports/{reportId}/notice": {
    least: "editor",
    body: () => ({ kind: "retracted", on: "2026-11-30", words: "Taken down." }),
  },
  "DELETE /reports/{reportId}/notice": { least: "editor" },
  "POST /reports/{reportId}/open-layers": { least: "reviewer" },
  "GET /reports/{reportId}/presence": { least: "reader" },
  "PUT /reports/{reportId}/presence": { least: "reader", body: ({ clientId }) => ({ client: clientId }) },
  "DELETE /reports/{reportId}/presence": { least: "reader", query: "?client=01a20448-4f7e-7556-b144-5ff6007d5944" },
  "GET /reports/{reportId}/comparison": { least: "analyst" },
  "POST /reports/{reportId}/merge": { least: "reviewer", body: () => ({ strategy: "all-agree" }) },
  "GET /reports/{reportId}/threads": { least: "reader" },
  "POST /reports/{reportId}/threads": {
    least: "analyst",
    body: () => ({ target: { on: "report" }, body: "Who counted?" }),
  },
  "GET /threads/{threadId}": { least: "analyst", hidden: true },
  "PATCH /threads/{threadId}": { least: "analyst", hidden: true, body: () => ({ state: "resolved" }) },
  "POST /threads/{threadId}/comments": { least: "analyst", hidden: true, body: () => ({ body: "Nobody did." }) },
  "PATCH /comments/{commentId}": { least: "analyst", hidden: true, body: () => ({ body: "Which hill?" }) },

  "GET /projects/{projectId}/events": { least: "reader" },
  "POST /projects/{projectId}/events": {
    least: "analyst",
    body: ({ annotationId }) => ({ title: "People left", claims: [{ id: annotationId, part: "supports" }] }),
  },
  "GET /projects/{projectId}/events/export": { least: "analyst", scope: "export", query: "?format=csv&state=all" },
  "GET /projects/{projectId}/events/changes": { least: "analyst" },
  "GET /projects/{projectId}/events/data-week": { least: "reader" },
  "POST /projects/{projectId}/events/changes": {
    least: "analyst",
    body: ({ newJobId }) => ({ decision: "leave", changes: { jobId: newJobId, all: true } }),
  },
  "GET /projects/{projectId}/events/proposed": { least: "analyst" },
  "GET /projects/{projectId}/events/timeline": { least: "reader" },
  "GET /projects/{projectId}/events/week": { least: "reader" },
  "GET /events/{eventId}": { least: "reader" },
  "GET /events/{eventId}/dossier": { least: "analyst", scope: "export" },
  "PUT /events/{eventId}": {
    least: "analyst",
    body: ({ annotationId }) => ({ title: "All left", claims: [{ id: annotationId, part: "supports" }], version: 1 }),
  },
  "POST /events/{eventId}/verdicts": { least: "reviewer", body: accepting },
  "POST /events/{eventId}/merge": {
    least: "analyst",
    body: ({ otherEventId }) => ({ into: otherEventId, version: 1, intoVersion: 1 }),
  },
  "POST /events/{eventId}/split": {
    least: "analyst",
    body: ({ annotationId }) => ({ title: "Others left", claims: [annotationId], version: 1 }),
  },
  "POST /events/{eventId}/undo": { least: "analyst", body: () => ({ version: 1 }) },

  "GET /projects/{projectId}/entities": { least: "reader" },
  "POST /projects/{projectId}/entities": {
    least: "analyst",
    body: () => ({ name: "Radio North", kind: "media outlet" }),
  },
  "GET /entities/{entityId}": { least: "reader" },
  "PUT /entities/{entityId}": {
    least: "analyst",
    body: () => ({ name: "Field sources in the hills", kind: "local or field", version: 1 }),
  },
  "POST /entities/{entityId}/grades": { least: "analyst", body: () => ({ reliability: "C", reason: "Often late." }) },
  "GET /projects/{projectId}/feeds": { least: "editor" },
  "POST /projects/{projectId}/feeds": {
    least: "editor",
    body: () => ({ kind: "folder", name: "Incoming", address: tmpdir() }),
  },
  "GET /projects/{projectId}/feeds/{feedId}": { least: "editor" },
  "PATCH /projects/{projectId}/feeds/{feedId}": { least: "editor", body: () => ({ name: "Wire" }) },
  "DELETE /projects/{projectId}/feeds/{feedId}": { least: "editor" },
  "GET /projects/{projectId}/feeds/{feedId}/items": { least: "editor" },
  "POST /projects/{projectId}/feeds/{feedId}/run": { least: "editor" },
  "POST /projects/{projectId}/pages": {
    least: "editor",
    body: () => ({ url: "https://example.org/hills", html: "<p>People left the hills on Monday." }),
  },
  "GET /projects/{projectId}/copies": { least: "analyst" },
  "GET /projects/{projectId}/copies/{copyId}": { least: "analyst" },
  "PUT /projects/{projectId}/copies/{copyId}": { least: "editor", body: () => ({ state: "refused" }) },
  "POST /projects/{projectId}/copies/{copyId}/tags": { least: "analyst" },
  "GET /projects/{projectId}/merge-proposals": { least: "reviewer" },
  "PUT /merge-proposals/{proposalId}": { least: "reviewer", body: () => ({ dismissed: true }) },
  "GET /projects/{projectId}/quotes": { least: "reader" },
  "GET /entities/{entityId}/merge": { least: "reviewer", query: ({ otherEntityId }) => `?into=${otherEntityId}` },
  "POST /entities/{entityId}/unmerge": { least: "reviewer" },
  "POST /entities/{entityId}/merge": { least: "reviewer", body: ({ otherEntityId }) => ({ into: otherEntityId }) },
};

const ranks: ProjectRole[] = ["reader", "analyst", "reviewer", "editor"];
const inside = ["reader", "analyst", "reviewer", "editor"] as const;

/** Who may, of everybody at the desk, and what the others are told. */
export function answers({ least, hidden }: Row): { may: Asker; refused: [Asker, number][] } {
  if (least === "anybody") return { may: "outsider", refused: [] };
  if (least === "admin")
    return {
      may: "admin",
      refused: [
        ["editor", 403],
        ["outsider", hidden ? 404 : 403],
      ],
    };
  if (least === "owner" || least === "owner or admin")
    return {
      may: least === "owner" ? "analyst" : "admin",
      refused: [
        ...(least === "owner" ? [["admin", 404] satisfies [Asker, number]] : []),
        ["editor", 404],
        ["stranger", 404],
        ["reader", 404],
      ],
    };
  const below = inside.filter((role) => ranks.indexOf(role) < ranks.indexOf(least));
  return {
    may: least,
    refused: [
      ["stranger", 404],
      ["outsider", 404],
      ...below.map((role): [Asker, number] => [role, hidden ? 404 : 403]),
    ],
  };
}

export async function statusOf({ things }: Desk, address: Address, token: string | undefined): Promise<number> {
  const { body, query } = expectations[address] ?? {};
  const response = await ask(address, {
    token,
    params: things,
    query: queryIn({ query }, things),
    body: body?.(things),
  });
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) await response.body?.cancel();
  else await response.arrayBuffer();
  return response.status;
}

let shared: Promise<Desk> | undefined;

/** A desk to try an address at: whoever only reads finds what others who only read have left as it was. */
export function deskFor(address: Address): Promise<Desk> {
  if (!address.startsWith("GET ")) return aDesk();
  shared ??= aDesk();
  return shared;
}
