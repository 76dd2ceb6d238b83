import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { ProjectDeed } from "@/domain/access/project-deeds";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { ChangeFeed, Feed, FeedItem, FeedOrigin, PutFeed } from "@/domain/feed/feed";
import { FeedId, type JobId, type ProjectId, type ReportId } from "@/domain/ids";
import type { Job } from "@/domain/job/job";
import { remember } from "@/server/data/entries";
import {
  addFeed,
  changeFeedRow,
  deleteFeedRow,
  feedOf,
  feedsOf,
  findFeed,
  type ItemsAsked,
  itemsOf,
} from "@/server/data/feeds";
import { holdGate } from "@/server/data/gates";
import { findJob } from "@/server/data/jobs/jobs";
import { standingIn, standingOn } from "@/server/data/standings";
import { inTransaction, type Sql, sql, type Tx } from "@/server/data/transaction";
import { addressOf } from "@/server/egress/check";
import { env } from "@/server/env";
import { feedsAt } from "@/server/feeds/fetch";
import { FeedTrouble } from "@/server/feeds/item";
import { allowedPath } from "@/server/feeds/places";
import { newId } from "@/server/new-id";
import { startJob } from "@/server/operations/start-job";
import type { Page } from "@/server/page";

type Place = { projectId: ProjectId; id: FeedId };

async function refusal(db: Sql, actor: Actor, projectId: ProjectId, deed: ProjectDeed) {
  const standing = await standingIn(db, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refused = refusalInProject(actor, standing, deed);
  return refused ? fail(refused) : undefined;
}

/** A project's feeds with what came of their last runs. */
export async function listFeeds(actor: Actor, projectId: ProjectId): Promise<Result<{ items: Feed[] }>> {
  const refused = await refusal(sql, actor, projectId, "see-jobs");
  return refused ?? ok({ items: await feedsOf(sql, actor, projectId) });
}

export async function readFeedNow(actor: Actor, { projectId, id }: Place): Promise<Result<Feed>> {
  const refused = await refusal(sql, actor, projectId, "see-jobs");
  if (refused) return refused;
  const feed = await findFeed(sql, actor.workspaceId, { projectId, id });
  return feed ? ok(feed) : fail({ kind: "not-found" });
}

/** What a feed brought, or tried to. */
export async function listFeedItems(
  actor: Actor,
  projectId: ProjectId,
  asked: ItemsAsked,
): Promise<Result<Page<FeedItem>>> {
  const feed = await readFeedNow(actor, { projectId, id: asked.id });
  return feed.ok ? ok(await itemsOf(sql, actor.workspaceId, asked)) : feed;
}

/** The feed that brought a report, if one did. */
export async function readFeedOf(
  actor: Actor,
  reportId: ReportId,
): Promise<Result<{ origin: FeedOrigin | undefined }>> {
  const on = await standingOn(sql, actor, reportId);
  if (!on) return fail({ kind: "not-found" });
  const refused = refusalInProject(actor, on.standing, "see-project");
  return refused ? fail(refused) : ok({ origin: await feedOf(sql, actor.workspaceId, reportId) });
}

/** Has a project fed from now on, if the operator allows the place; the first run begins within a minute. */
export async function makeFeed(actor: Actor, projectId: ProjectId, put: PutFeed): Promise<Result<Feed>> {
  const refused = await refusal(sql, actor, projectId, "import");
  if (refused) return refused;
  const trouble = await troubleWith(put);
  if (trouble !== undefined) return invalid("address", trouble);
  return inTransaction<Feed>(actor.workspaceId, async (tx) => {
    const stopped = await held(tx, actor, projectId);
    if (stopped) return stopped;
    const id = newId(FeedId);
    await addFeed(tx, actor, { id, projectId, put });
    await remember(tx, { by: actor.userId, did: "made-feed", projectId, refs: { feedId: id } });
    const made = await findFeed(tx, tx.workspaceId, { projectId, id });
    return made ? ok(made) : fail({ kind: "not-found" });
  });
}

async function held(tx: Tx, actor: Actor, projectId: ProjectId) {
  await holdGate(tx, actor);
  return refusal(tx, actor, projectId, "import");
}

async function troubleWith({ kind, address }: PutFeed): Promise<string | undefined> {
  if (kind === "rss") {
    const checked = await addressOf(new URL(address), feedsAt(env().feeds));
    return "trouble" in checked ? checked.trouble : undefined;
  }
  try {
    await allowedPath(address, env().feedFolders);
    return undefined;
  } catch (error) {
    if (error instanceof FeedTrouble) return error.message;
    throw error;
  }
}

/** Renames a feed, changes how often it is read, pauses it or lets it go on. */
export const changeFeed = (actor: Actor, { projectId, id }: Place, change: ChangeFeed): Promise<Result<Feed>> =>
  inTransaction<Feed>(actor.workspaceId, async (tx) => {
    const stopped = await held(tx, actor, projectId);
    if (stopped) return stopped;
    if (!(await findFeed(tx, tx.workspaceId, { projectId, id }))) return fail({ kind: "not-found" });
    await changeFeedRow(tx, id, change);
    await remember(tx, { by: actor.userId, did: "changed-feed", projectId, refs: { feedId: id } });
    const changed = await findFeed(tx, tx.workspaceId, { projectId, id });
    return changed ? ok(changed) : fail({ kind: "not-found" });
  });

/** Deletes a feed. The reports that it brought stay; set up again, it knows them by their texts. */
export const deleteFeed = (actor: Actor, { projectId, id }: Place): Promise<Result<undefined>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    const stopped = await held(tx, actor, projectId);
    if (stopped) return stopped;
    if (!(await findFeed(tx, tx.workspaceId, { projectId, id }))) return fail({ kind: "not-found" });
    await deleteFeedRow(tx, id);
    await remember(tx, { by: actor.userId, did: "deleted-feed", projectId, refs: { feedId: id } });
    return ok(undefined);
  });

/** Reads a feed now, paused or not; answers the run that is under way if there is one. */
export async function runFeed(actor: Actor, { projectId, id }: Place): Promise<Result<Job>> {
  const refused = await refusal(sql, actor, projectId, "import");
  if (refused) return refused;
  const feed = await findFeed(sql, actor.workspaceId, { projectId, id });
  if (!feed) return fail({ kind: "not-found" });
  const running = feed.jobId && (await jobOf(actor, feed.jobId));
  return running ? ok(running) : startJob(actor, projectId, { kind: "read-feed", data: { feed: id } });
}

const jobOf = (actor: Actor, id: JobId) => findJob(sql, actor.workspaceId, id);
