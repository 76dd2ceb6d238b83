"use client";

import { useMemo } from "react";
import type { DeskState, Link } from "@/client/desk/desk";
import { relationsOf } from "@/client/desk/linked";
import { speakerOf } from "@/client/desk/speaker";
import { nameOf } from "@/components/annotate/tags/tag-words";
import { useReader } from "@/components/annotate/use-desk";
import type { TagId } from "@/domain/ids";
import { linkPrecision } from "@/domain/suggestion/place-role";
import { proposeLinks } from "@/domain/suggestion/propose-links";
import type { PlaceAttributes } from "@/domain/tag/place";
import type { Block } from "@/domain/text/blocks";
import { codePoint, codePointLength } from "@/domain/text/offsets";

/** A link that somebody may take: `key` tells it from the others of the same claim, `name` is its other end. */
export type Proposal = { key: string; link: Link; name: string | undefined; kind: "source" | "place" | "article" };

type Seen = Pick<DeskState, "annotations" | "relations" | "entities" | "blocks" | "report" | "me">;

const none: readonly Proposal[] = [];
const blocks = new WeakMap<DeskState["blocks"], readonly Block[]>();

function blocksOf(given: DeskState["blocks"]): readonly Block[] {
  const known = blocks.get(given);
  if (known) return known;
  const made = given.map(({ ordinal, start, text, before }): Block => {
    // Whose words a claim is does not depend on what kind of block it stands in.
    const shape = { type: "paragraph" as const, attributes: {} };
    return { ...shape, ordinal, text, before, start: codePoint(start), end: codePoint(start + codePointLength(text)) };
  });
  blocks.set(given, made);
  return made;
}

/** The links a claim probably has and does not have yet: whose words it is, and where it happened. */
function proposalsFor(state: Seen, id: TagId): readonly Proposal[] {
  const claim = state.annotations.get(id);
  if (claim?.kind !== "claim" || claim.state === "withdrawn" || !state.me.mayTag) return none;
  const own = relationsOf(state, id).filter(({ from }) => from === id);
  const isAttributed = own.some(({ kind }) => kind === "attributed-to");
  const located = new Set(own.filter(({ kind }) => kind === "located-at").map(({ to }) => to));
  const { attribution, places } = proposeLinks({
    claim,
    tags: [...state.annotations.values()],
    blocks: blocksOf(state.blocks),
    language: state.report.language,
  });

  const found: Proposal[] = [];
  if (!isAttributed) {
    const { source, how, cue } = attribution;
    const speaker = source ? state.annotations.get(source) : undefined;
    const words = cue ? { cue: [{ start: cue.start, end: cue.end }] } : {};
    found.push({
      key: source ?? "article",
      kind: source ? "source" : "article",
      name: speaker ? (speakerOf(state.entities, speaker)?.name ?? nameOf(speaker)) : undefined,
      link: {
        kind: "attributed-to",
        from: id,
        attributes: { how },
        ...(source ? { to: source } : { toArticle: true as const }),
        ...words,
      },
    });
  }
  const hasPrimary = own.some(({ attributes }) => attributes["primary"] === true);
  for (const { annotationId, role, primary } of places) {
    if (located.has(annotationId)) continue;
    const place = state.annotations.get(annotationId);
    const precision = linkPrecision(role, (place?.attributes as PlaceAttributes | undefined)?.featureType);
    found.push({
      key: annotationId,
      kind: "place",
      name: place ? nameOf(place) : undefined,
      link: {
        kind: "located-at",
        from: id,
        to: annotationId,
        attributes: {
          role,
          ...(precision ? { precision } : {}),
          ...(primary && !hasPrimary ? { primary: true } : {}),
        },
      },
    });
  }
  return found.length > 0 ? found : none;
}

/** The same, for the tag that is selected now; made again when tags or links change. */
export function useProposedLinks(id: TagId | null): readonly Proposal[] {
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const entities = useReader((state) => state.entities);
  const given = useReader((state) => state.blocks);
  const report = useReader((state) => state.report);
  const me = useReader((state) => state.me);
  return useMemo(
    () => (id ? proposalsFor({ annotations, relations, entities, blocks: given, report, me }, id) : none),
    [id, annotations, relations, entities, given, report, me],
  );
}
