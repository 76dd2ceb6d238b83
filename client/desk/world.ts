import { tidy } from "@/client/desk/content";
import type { DeskState, Span } from "@/client/desk/desk";
import type { Draft } from "@/client/desk/draft";
import type { Change, Ticket } from "@/client/outbox/change";
import type { Thread } from "@/domain/discussion/thread";
import type { Entity } from "@/domain/entity/entity";
import type { CommentId, EntityId, TagId, ThreadId, UserId } from "@/domain/ids";
import { afterVerdict } from "@/domain/tag/state";
import type { Annotation, Relation, Tag } from "@/domain/tag/tag";

/** The things of a report that changes act on; the maps are this caller's own to write into. */
export type World = {
  annotations: Draft<TagId, Annotation>;
  relations: Draft<TagId, Relation>;
  entities: Draft<EntityId, Entity>;
  threads: Draft<ThreadId, Thread>;
};

export type Here = Pick<DeskState, "report"> & {
  me: UserId;
  layer: string;
  codebookVersion: number;
  segmentsOf: (spans: readonly Span[]) => Annotation["segments"];
};

/** Does a change to the world as it is shown here, before any server has seen it. */
export function apply(world: World, ticket: Ticket, change: Change, here: Here): void {
  const at = new Date(ticket.at).toISOString();
  const id = ticket.thing as TagId;
  switch (change.deed) {
    case "put-annotation": {
      const { kind, attributes, segments } = change.body;
      const before = world.annotations.get(id) ?? { ...head(ticket, here, at), type: "annotation" as const };
      world.annotations.set(id, {
        ...before,
        ...touched(here, at),
        kind,
        attributes: tidy(attributes),
        ...weighed(change.body),
        revisionId: change.body.revisionId,
        segments: here.segmentsOf(segments),
      });
      return;
    }
    case "put-relation": {
      const { kind, attributes, from, to, toEntity, toArticle, cue } = change.body;
      const before = world.relations.get(id) ?? { ...head(ticket, here, at), type: "relation" as const };
      const { cue: _cue, to: _to, toEntity: _entity, toArticle: _article, ...rest } = before as Relation;
      world.relations.set(id, {
        ...rest,
        ...touched(here, at),
        kind,
        from,
        attributes: tidy(attributes),
        ...weighed(change.body),
        ...(to ? { to } : {}),
        ...(toEntity ? { toEntity } : {}),
        ...(toArticle ? { toArticle } : {}),
        ...(cue ? { cue: { revisionId: cue.revisionId, segments: here.segmentsOf(cue.segments) } } : {}),
      });
      return;
    }
    case "withdraw":
      changeTag(world, id, (tag) => ({
        ...tag,
        ...touched(here, at),
        state: "withdrawn",
        ...(change.undecided && { derivedFrom: [] }),
      }));
      return;
    case "decide": {
      const { decision, reason } = change;
      // The change of a decision is the body of a put, which our own desk wrote.
      if (change.change && decision === "accept-with-change") {
        const deed = change.type === "annotation" ? "put-annotation" : "put-relation";
        apply(world, ticket, { deed, body: change.change } as Change, here);
      }
      changeTag(world, id, (tag) => {
        const state = afterVerdict(tag.state, decision);
        if (state === "not-decidable") return tag;
        const wish = decision === "return" && change.change ? { wish: change.change } : {};
        return { ...tag, state, verdict: { decision, reason, version: tag.version, by: here.me, at, ...wish } };
      });
      return;
    }
    case "undo-verdict":
      changeTag(world, id, ({ verdict: _verdict, ...tag }) => ({ ...tag, state: "open" }));
      return;
    case "put-entity": {
      const entityId = ticket.thing as EntityId;
      const before = world.entities.get(entityId);
      const { version: _version, ...body } = change.body;
      world.entities.set(entityId, {
        version: 0,
        createdBy: here.me,
        createdAt: at,
        ...(before?.reliability ? { reliability: before.reliability } : {}),
        ...(before ? { version: before.version, createdBy: before.createdBy, createdAt: before.createdAt } : {}),
        ...body,
        id: entityId,
        projectId: ticket.projectId,
      });
      return;
    }
    case "open-thread": {
      const threadId = ticket.thing as ThreadId;
      const { target, body, commentId } = change.body;
      world.threads.set(threadId, {
        id: threadId,
        projectId: ticket.projectId,
        reportId: ticket.reportId,
        layer: here.layer,
        target:
          target.on === "passage"
            ? { on: "passage", anchor: { revisionId: target.revisionId, segments: here.segmentsOf(target.segments) } }
            : target,
        state: "open",
        by: here.me,
        at,
        comments: [{ id: commentId ?? (threadId as string as CommentId), threadId, body, by: here.me, at }],
      });
      return;
    }
    case "comment": {
      const thread = world.threads.get(ticket.thing as ThreadId);
      const { id: commentId, body } = change.body;
      if (!thread || !commentId || thread.comments.some((comment) => comment.id === commentId)) return;
      const comment = { id: commentId, threadId: thread.id, body, by: here.me, at };
      world.threads.set(thread.id, { ...thread, comments: [...thread.comments, comment] });
      return;
    }
    case "edit-comment": {
      const thread = world.threads.get(ticket.thing as ThreadId);
      if (!thread) return;
      const { commentId, body } = change;
      const comments = thread.comments.map((each) => (each.id === commentId ? { ...each, body, editedAt: at } : each));
      world.threads.set(thread.id, { ...thread, comments });
      return;
    }
    case "set-thread": {
      const thread = world.threads.get(ticket.thing as ThreadId);
      if (!thread) return;
      const { resolvedBy: _by, resolvedAt: _at, ...rest } = thread;
      const resolved = change.state === "resolved" ? { resolvedBy: here.me, resolvedAt: at } : {};
      world.threads.set(thread.id, { ...rest, state: change.state, ...resolved });
    }
  }
}

/** `version` 0: no server knows it yet. */
function head({ thing, projectId, reportId }: Ticket, here: Here, at: string) {
  return {
    id: thing as TagId,
    projectId,
    reportId,
    layer: here.layer,
    state: "open" as const,
    version: 0,
    attributes: {},
    origin: "person",
    codebookVersion: here.codebookVersion,
    createdBy: here.me,
    createdAt: at,
    updatedBy: here.me,
    updatedAt: at,
  };
}

const weighed = ({ derivedFrom }: { derivedFrom?: TagId[] | undefined }) => derivedFrom && { derivedFrom };

const touched = (here: Here, at: string) => ({ state: "open" as const, updatedBy: here.me, updatedAt: at });

function changeTag(world: World, id: TagId, to: (tag: Tag) => Tag) {
  const tag = world.annotations.get(id) ?? world.relations.get(id);
  if (tag) setTag(world, to(tag));
}

export function setTag(world: World, tag: Tag): void {
  if (tag.type === "annotation") world.annotations.set(tag.id, tag);
  else world.relations.set(tag.id, tag);
}

export const tagIn = (
  { annotations, relations }: { [K in "annotations" | "relations"]: Pick<DeskState[K], "get"> },
  id: TagId,
): Tag | undefined => annotations.get(id) ?? relations.get(id);
