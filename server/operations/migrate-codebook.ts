import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { attributesSchemaOf } from "@/domain/codebook/attribute-schema";
import { checkMove } from "@/domain/codebook/check-move";
import type { VersionedCodebook } from "@/domain/codebook/codebook";
import {
  type CodebookMigration,
  type CodebookMove,
  type MovePreview,
  withValueMoved,
} from "@/domain/codebook/migration";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { MigrationId, type ProjectId } from "@/domain/ids";
import {
  type Asking,
  keepMigration,
  type Movable,
  type Moved,
  markUndone,
  migrationsOf,
  movableTags,
  movedBefore,
  writeMoved,
} from "@/server/data/codebook-moves";
import { currentCodebook } from "@/server/data/codebooks";
import { remember } from "@/server/data/entries";
import { holdGate } from "@/server/data/gates";
import { standingIn } from "@/server/data/standings";
import { inTransaction, type Sql, sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

/**
 * More tags than this are moved by carrying the same move out again. Each is one transaction, so that nobody ever sees
 * half of one and it is taken back as a whole; whoever saves one of its tags meanwhile waits until it is over.
 */
const most = 20_000;
const shown = 8;

/** Tags that are looked at, and moved, at a time. */
type Sizes = { page: number; most: number };
const usual: Sizes = { page: 5000, most };

type Allowed = { asking: Asking; codebook: VersionedCodebook };

async function allowed(db: Sql, actor: Actor, projectId: ProjectId, lock = false): Promise<Result<Allowed>> {
  const standing = await standingIn(db, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "change-project");
  if (refusal) return fail(refusal);
  const codebook = await currentCodebook(db, actor.workspaceId, projectId, lock);
  return codebook ? ok({ asking: { actor, standing, projectId }, codebook }) : fail({ kind: "not-found" });
}

type Plan = MovePreview & { moved: Moved[] };

/** Which tags would say what otherwise, and which stay as they are because they would lose something. */
async function planOf(db: Sql, { asking, codebook }: Allowed, move: CodebookMove, sizes: Sizes): Promise<Plan> {
  const left = { attributes: 0, links: 0, closed: 0 };
  const fit: Movable[] = [];
  let more = false;
  for (let after: Movable | undefined; !more; ) {
    const found = await movableTags(db, asking, { move, codebook, after, most: sizes.page });
    for (const tag of found) {
      const why = whyLeft(tag, move, codebook);
      if (!why && fit.length === sizes.most) {
        more = true;
        break;
      }
      if (why) left[why] += 1;
      else fit.push(tag);
    }
    after = found.at(-1);
    if (!after || found.length < sizes.page) break;
  }
  return {
    tags: fit.length,
    more,
    left,
    examples: fit.slice(0, shown).map(({ tagId, reportId, reportTitle, quote, state }) => ({
      tagId,
      reportId,
      reportTitle,
      quote,
      state,
    })),
    moved: fit.map(({ tagId, version, kind, attributes }) => ({
      id: tagId,
      seen: version,
      codebookVersion: codebook.version,
      ...(move.move === "label"
        ? { kind: `label:${move.to}`, attributes }
        : { kind, attributes: withValueMoved(attributes, move) }),
    })),
  };
}

function whyLeft(
  tag: Movable,
  move: CodebookMove,
  { labels }: VersionedCodebook,
): keyof MovePreview["left"] | undefined {
  if (tag.closed) return "closed";
  if (move.move !== "label") return undefined;
  if (tag.torn) return "links";
  const target = labels.find(({ slug }) => slug === move.to)?.attributes ?? [];
  return attributesSchemaOf(target).safeParse(tag.attributes).success ? undefined : "attributes";
}

/** How many tags a move is about, with examples; nothing is written. */
export async function previewMove(
  actor: Actor,
  projectId: ProjectId,
  move: CodebookMove,
  sizes = usual,
): Promise<Result<MovePreview>> {
  const may = await allowed(sql, actor, projectId);
  if (!may.ok) return may;
  const problems = checkMove(move, may.value.codebook);
  if (problems.length > 0) return fail({ kind: "invalid", problems });
  const { moved: _moved, ...preview } = await planOf(sql, may.value, move, sizes);
  return ok(preview);
}

/** Writes new versions of the tags that a move is about, all of them or none; they name the codebook in force. */
export function migrateCodebook(
  actor: Actor,
  projectId: ProjectId,
  move: CodebookMove,
  sizes = usual,
): Promise<Result<CodebookMigration>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const may = await allowed(tx, actor, projectId, true);
    if (!may.ok) return may;
    const { asking, codebook } = may.value;
    const problems = checkMove(move, codebook);
    if (problems.length > 0) return fail({ kind: "invalid", problems });
    const plan = await planOf(tx, may.value, move, sizes);
    const id = newId(MigrationId);
    const tags = await writeMoved(tx, { ...asking, opId: id, undo: false }, plan.moved);
    if (tags.length === 0) return invalid("from", "There is no tag that could be moved.");
    await keepMigration(tx, asking, { id, what: move, codebookVersion: codebook.version, tags });
    await remember(tx, {
      by: actor.userId,
      did: "changed-project",
      projectId,
      refs: { migration: id, tags: tags.length },
    });
    const [made] = await migrationsOf(tx, asking, id);
    return made ? ok(made) : fail({ kind: "not-found" });
  });
}

/** Takes a migration back: tags say what they said before, but for those that somebody has changed since. */
export function undoMigration(actor: Actor, projectId: ProjectId, id: MigrationId): Promise<Result<CodebookMigration>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const may = await allowed(tx, actor, projectId, true);
    if (!may.ok) return may;
    const { asking } = may.value;
    const [made] = await migrationsOf(tx, asking, id);
    if (!made) return fail({ kind: "not-found" });
    if (made.undoneAt !== undefined) return ok(made);
    const before = await movedBefore(tx, asking, id);
    const back = await writeMoved(tx, { ...asking, opId: id, undo: true }, before);
    await markUndone(tx, id, made.tags - back.length);
    await remember(tx, {
      by: actor.userId,
      did: "changed-project",
      projectId,
      refs: { undone: id, tags: back.length },
    });
    const [undone] = await migrationsOf(tx, asking, id);
    return undone ? ok(undone) : fail({ kind: "not-found" });
  });
}

/** What was moved in a project, newest first. */
export async function listMigrations(
  actor: Actor,
  projectId: ProjectId,
): Promise<Result<{ items: CodebookMigration[] }>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-moves");
  return refusal ? fail(refusal) : ok({ items: await migrationsOf(sql, { actor, projectId }) });
}
