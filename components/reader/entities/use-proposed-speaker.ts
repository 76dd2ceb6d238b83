"use client";

import { useMemo } from "react";
import type { DeskState } from "@/client/desk/desk";
import { entityOf } from "@/client/desk/speaker";
import { wordsOf } from "@/components/annotate/tags/tag-words";
import { useReader } from "@/components/annotate/use-desk";
import type { Entity } from "@/domain/entity/entity";
import type { EntityId } from "@/domain/ids";
import { proposeEntityForSource } from "@/domain/suggestion/propose-entity";
import type { Annotation } from "@/domain/tag/tag";

/** Who the words of a source probably stand for: the one with the same words, or the last one they point back to. */
export function useProposedSpeaker(annotation: Annotation): Entity | undefined {
  const annotations = useReader((state) => state.annotations);
  const entities = useReader((state) => state.entities);
  const outlet = useReader((state) => state.report.outlet);
  return useMemo(
    () => proposedSpeaker(annotation, { annotations, entities }, outlet),
    [annotation, annotations, entities, outlet],
  );
}

function proposedSpeaker(
  annotation: Annotation,
  { annotations, entities }: Pick<DeskState, "annotations" | "entities">,
  outlet: string | undefined,
): Entity | undefined {
  const start = (each: Annotation) => each.segments[0]?.start ?? 0;
  const earlier = [...annotations.values()]
    .filter(({ kind, state, id }) => kind === "source" && state !== "withdrawn" && id !== annotation.id)
    .filter((each) => start(each) < start(annotation))
    .toSorted((a, b) => start(a) - start(b))
    .flatMap((each) => {
      const { entityId } = each.attributes as { entityId?: EntityId };
      return entityId ? [{ quote: wordsOf(each), entityId }] : [];
    });
  const found = proposeEntityForSource(
    wordsOf(annotation),
    earlier,
    [...entities.values()],
    outletOf(entities, outlet)?.id,
  );
  return entityOf(entities, found);
}

/** The registry's entry of the outlet that a report came from. */
export function outletOf(entities: DeskState["entities"], outlet: string | undefined): Entity | undefined {
  const name = outlet?.trim().toLocaleLowerCase();
  if (!name) return undefined;
  return [...entities.values()].find(
    (entity) =>
      entity.kind === "media outlet" &&
      [entity.name, ...entity.aliases].some((each) => each.toLocaleLowerCase() === name),
  );
}
