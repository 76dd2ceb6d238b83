import "server-only";
import { z } from "zod";
import type { Actor } from "@/domain/access/actor";
import type { Feed, FeedResult } from "@/domain/feed/feed";
import { mostItems } from "@/domain/feed/feed-values";
import { FeedId } from "@/domain/ids";
import { endRun, findFeed, type KeptItem, keepItem, knownItems, noteChanged, validatorsOf } from "@/server/data/feeds";
import { starterOf } from "@/server/data/jobs/starter";
import { sql } from "@/server/data/transaction";
import { importItem } from "@/server/feeds/import-item";
import { FeedTrouble, type FoundItem } from "@/server/feeds/item";
import { readSource } from "@/server/feeds/source";
import { JobFailed, jobKind, type Running } from "@/server/jobs/kind";
import { suggestForNew } from "@/server/operations/suggest-for-new";

const Data = z.strictObject({ feed: FeedId });

/** Reads a feed once and imports what is new in it, item by item; killed anywhere, it goes on with the next item. */
export const readFeed = jobKind({
  kind: "read-feed",
  deed: "import",
  counted: "items",
  data: Data,
  run: async (running) => {
    const { workspaceId, projectId, data } = running;
    const feed = await findFeed(sql, workspaceId, { projectId, id: data.feed });
    const actor = await starterOf(sql, running);
    if (!feed || !actor) throw new JobFailed("The feed was deleted. Nothing was read.");
    const at = { workspaceId, id: feed.id };
    try {
      const known = await validatorsOf(sql, workspaceId, feed.id);
      const source = await readSource(feed, known);
      if ("unchanged" in source) {
        await endRun(sql, at, { result: { ...nothing, unchanged: true }, validators: known });
        return { ...nothing, unchanged: true };
      }
      const result = await importNew(actor, feed, source.items, running);
      // What is left is asked for again, even if the source has nothing newer by then.
      const whole = result.left === 0 && result.refused === 0;
      await endRun(sql, at, { result, ...(whole && source.validators && { validators: source.validators }) });
      if (result.imported > 0) await suggestForNew(actor, projectId);
      return result;
    } catch (error) {
      if (!(error instanceof FeedTrouble || error instanceof JobFailed)) throw error;
      await endRun(sql, at, { error: error.message });
      throw new JobFailed(error.message);
    }
  },
});

const nothing = { found: 0, imported: 0, known: 0, changed: 0, refused: 0, left: 0 };

async function importNew(
  actor: Actor,
  feed: Feed,
  items: readonly FoundItem[],
  { workspaceId, signal, progress }: Running<z.infer<typeof Data>>,
): Promise<FeedResult> {
  const at = { workspaceId, id: feed.id };
  // Of an item that stands there twice the first counts, as in the readers of feeds.
  const once = [...new Map(items.toReversed().map((item) => [item.key, item])).values()].toReversed();
  const known = await knownItems(
    sql,
    at,
    once.map(({ key }) => key),
  );
  const isAnew = ({ key, sha256 }: FoundItem) => {
    const before = known.get(key);
    return before === undefined || (before.outcome === "refused" && before.sha256 !== sha256);
  };
  const changed = once.filter((item) => !isAnew(item) && known.get(item.key)?.sha256 !== item.sha256);
  await noteChanged(sql, at, changed);
  const fresh = once.filter(isAnew);
  const some = fresh.slice(0, mostItems);
  const result = { ...nothing, found: once.length, changed: changed.length, left: fresh.length - some.length };
  result.known = once.length - fresh.length - changed.length;
  for (const [nth, item] of some.entries()) {
    signal.throwIfAborted();
    await progress(nth, some.length);
    const kept = await took(actor, feed, item);
    result[kept.outcome] += 1;
    if (!kept.later) await keepItem(sql, at, kept.item);
  }
  return result;
}

/** Imports an item. `later`: it could not be had now, and is tried again in the next run. */
async function took(actor: Actor, feed: Feed, item: FoundItem) {
  const { key, sha256, title, address } = item;
  const about = { key, sha256, title, address };
  try {
    const done = await importItem(actor, feed, item);
    const kept: KeptItem = { ...about, ...done };
    return { item: kept, outcome: done.outcome, later: false };
  } catch (error) {
    if (!(error instanceof FeedTrouble)) throw error;
    const kept: KeptItem = { ...about, outcome: "refused", reason: error.message };
    return { item: kept, outcome: kept.outcome, later: feed.kind === "rss" } as const;
  }
}
