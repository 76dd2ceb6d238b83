import { z } from "zod";
import { type Address, addresses, declarationOf } from "@/app/api/v1/asking.fixture";
import { type BlindDesk, everyByteOf, type Seat } from "@/app/api/v1/blind-desk.fixture";
import { caughtUp } from "@/server/data/search/caught-up.fixture";

/** So many of what Ben makes are asked for by their ids. */
const few = 1;

/** For each name in an address the ids that are asked for: known ones, and those that Ben makes. */
type Ids = Record<string, readonly string[]>;

export function idsOf({ projectId, people, reports, registry, own, bens, event, releases }: BlindDesk, more: Ids): Ids {
  return {
    projectId: [projectId],
    reportId: Object.values(reports).map(({ reportId }) => reportId),
    userId: [people.ana.actor.userId, people.ben.actor.userId],
    annotationId: [own.claim, own.source, own.place, ...bens.annotations.slice(0, few)],
    relationId: [own.link, ...bens.relations.slice(0, few)],
    entityId: [...Object.values(registry), own.entity, ...bens.entities.slice(0, few)],
    threadId: [own.thread, ...bens.threads.slice(0, few)],
    eventId: [event],
    releaseId: Object.values(releases),
    commentId: [own.comment, ...bens.comments.slice(0, few)],
    ...more,
  };
}

/** Words that stand in what people tag and call things. */
const searched = ["hama", "ben"];
const formats = [
  "?format=jsonl&state=all",
  "?format=csv&state=all&layer=sources",
  "?format=csv&state=all&layer=entities",
];

/** The queries that an address is asked with: short pages and searches where it has them. */
function queriesOf(address: Address, ids: Ids): string[] {
  if (address.includes("/export")) return formats;
  const { query } = declarationOf(address);
  const shape = query && z.toJSONSchema(query, { io: "input", unrepresentable: "any" });
  const names = Object.keys(shape?.properties ?? {});
  const free = (shape?.required ?? []).length === 0;
  return [
    ...(free ? [""] : []),
    ...(names.includes("limit") && free ? ["?limit=1"] : []),
    ...(names.includes("q") ? searched.map((word) => `?q=${word}`) : []),
    ...(names.includes("name") ? searched.map((word) => `?name=${word}`) : []),
    ...(names.includes("entity") ? (ids["entityId"] ?? []).map((id) => `?entity=${id}`) : []),
    ...(names.includes("report") ? (ids["reportId"] ?? []).map((id) => `?report=${id}`) : []),
    ...(names.includes("south") ? ["?south=-85&west=-180&north=85&east=180"] : []),
    ...(names.includes("since") ? (ids["releaseId"] ?? []).map((id) => `?since=${id}`) : []),
    ...(names.includes("withdrawn") ? ["?withdrawn=1"] : []),
    ...(names.includes("merged") ? ["?merged=true"] : []),
    ...(names.includes("assignee") ? ["?assignee=nobody", "?state=in%20work"] : []),
  ];
}

/** Every way of filling in the names of an address. */
function fillings(address: Address, ids: Ids): Record<string, string>[] {
  const names = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  return names.reduce<Record<string, string>[]>(
    (all, name) => all.flatMap((params) => (ids[name] ?? []).map((id) => ({ ...params, [name]: id }))),
    [{}],
  );
}

/** A stream never ends, so it is listened to instead. */
export const readable = addresses.filter((address) => address.startsWith("GET ") && address !== "GET /stream");

/** Every byte that somebody reads at these addresses. What they may not ask for at all is asked for once. */
export async function readEverything(
  { token, actor }: Seat,
  ids: Ids,
  which: readonly Address[] = readable,
): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  await caughtUp(actor.workspaceId);
  for (const address of which) {
    for (const { path, params, query } of asksOf(address, ids)) {
      const answer = await everyByteOf(address, { token, params, query });
      read.set(path, answer);
      if (answer.startsWith("403")) break;
    }
  }
  return read;
}

const asksOf = (address: Address, ids: Ids) =>
  fillings(address, ids).flatMap((params) =>
    queriesOf(address, ids).map((query) => ({
      path: `${address.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "")}${query}`,
      params,
      query,
    })),
  );

/** Where two readings differ, with what stood there before and stands there now from the first letter on that differs. */
export function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  return [...before].flatMap(([path, text]) => {
    const now = after.get(path) ?? "";
    if (now === text) return [];
    const at = [...text].findIndex((letter, index) => letter !== now[index]);
    const from = Math.max(0, (at < 0 ? text.length : at) - 40);
    return [{ path, before: text.slice(from, from + 120), now: now.slice(from, from + 120) }];
  });
}
