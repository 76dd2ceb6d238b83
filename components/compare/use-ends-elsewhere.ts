"use client";

import { useEffect, useState } from "react";
import type { Ask } from "@/client/api/answer";
import { nameOf } from "@/components/annotate/tags/tag-words";
import type { TagId } from "@/domain/ids";
import type { Comparison } from "@/domain/review/compare/compare";

/** The words at which links end that lead to other reports, by the ids of these ends. */
export function useEndsElsewhere(
  { annotations, relations }: Pick<Comparison, "annotations" | "relations">,
  ask: Ask,
): ReadonlyMap<string, string> {
  const [found, setFound] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const here = new Set(annotations.flatMap(({ tags }) => tags.map(({ tag }) => tag.id)));
    const ends = relations.flatMap(({ tags }) =>
      tags.flatMap(({ tag }) => (tag.to && !here.has(tag.to) ? tag.to : [])),
    );
    let current = true;
    const look = async (id: TagId) => {
      const answer = await ask("GET", `/annotations/${id}`);
      if (!answer.ok || !current) return;
      const { tag } = answer.value;
      if (tag.type === "annotation") setFound((known) => new Map(known).set(id, nameOf(tag)));
    };
    for (const id of new Set(ends)) void look(id);
    return () => {
      current = false;
    };
  }, [annotations, relations, ask]);
  return found;
}
