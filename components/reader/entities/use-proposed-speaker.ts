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
  const earlier = sourcesIn(annotations).filter(({ id, start }) => id !== annotation.id && start < startOf(annotation));
  const found = proposeEntityForSource(
    wordsOf(annotation),
    earlier,
    [...entities.values()],
    outletOf(entities, outlet)?.id,
  );
  return entityOf(entities, found);
}

const startOf = ({ segments }: Annotation) => segments[0]?.start ?? 0;

/** The sources of a report that have a speaker, in the order of the text. */
export function sourcesIn(annotations: DeskState["annotations"]) {
  return [...annotations.values()]
    .filter(({ kind, state }) => kind === "source" && state !== "withdrawn")
    .toSorted((a, b) => startOf(a) - startOf(b))
    .flatMap((each) => {
      const { entityId } = each.attributes as { entityId?: EntityId };
      return entityId ? [{ id: each.id, quote: wordsOf(each), entityId, start: startOf(each) }] : [];
    });
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
