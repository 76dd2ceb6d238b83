"use client";

import { useMemo } from "react";
import type { DeskState } from "@/client/desk/desk";
import { useReader } from "@/components/annotate/use-desk";
import { type Missing, missingIn, needsRestatement } from "@/domain/review/missing";
import type { Tag } from "@/domain/tag/tag";

type Mine = { missing: Missing[]; tags: number };

/** What is missing in what one submits, by the same rule as the server's, and how many tags that is about. */
export function useMissing(): Mine {
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const threads = useReader((state) => state.threads);
  const report = useReader((state) => state.report);
  const project = useReader((state) => state.project);
  const me = useReader((state) => state.me.id);
  return useMemo(() => {
    const others = new Set(project.mode === "shared" ? report.assignees.filter((id) => id !== me) : []);
    const isMine = ({ createdBy, layer, state }: Tag) =>
      state !== "withdrawn" &&
      !others.has(createdBy) &&
      (layer === "shared" || layer === `analyst:${me}` || layer === "final");
    const mine = [...annotations.values()]
      .filter(isMine)
      .toSorted((a, b) => (a.segments[0]?.start ?? 0) - (b.segments[0]?.start ?? 0));
    const links = [...relations.values()];
    const foreign = needsRestatement(report.language, project.languages);
    const eventTypes = project.codebook.eventTypes.length > 0;
    const answered = new Set([...mine, ...links].filter((tag) => isAnswered(tag, { threads, me })).map(({ id }) => id));
    const missing = missingIn(
      { annotations: mine, relations: links },
      { foreign, eventTypes, answered, codebook: project.codebook },
    );
    return { missing, tags: mine.length + links.filter(isMine).length };
  }, [annotations, relations, threads, report, project, me]);
}

/** Whether a returned tag asks nothing of this person any more: it is not theirs, or they said something since. */
function isAnswered(
  { id, state, createdBy, verdict }: Tag,
  { threads, me }: Pick<DeskState, "threads"> & { me: string },
) {
  if (state !== "returned") return false;
  if (createdBy !== me) return true;
  const at = verdict?.at ?? "";
  return [...threads.values()].some(
    ({ target, comments }) =>
      target.on === "tag" && target.tagId === id && comments.some((comment) => comment.by === me && comment.at > at),
  );
}
