"use client";

import { useEffect, useMemo, useState } from "react";
import type { z } from "zod";
import { wordsOf } from "@/components/annotate/tags/tag-words";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import type { FoundPlaces } from "@/domain/gazetteer/found-place";
import type { PlaceAttributes } from "@/domain/tag/place";
import type { Annotation } from "@/domain/tag/tag";

/** Points that are sent along, so that candidates near the report's other places come first. */
const MOST_POINTS = 20;

type Answer = z.infer<typeof FoundPlaces>;

/** What the words of a place may stand for; undefined until the server has answered, null where it could not. */
export function useFoundPlaces(annotation: Annotation, wanted: boolean): Answer | null | undefined {
  const desk = useDesk();
  const projectId = useReader((state) => state.project.id);
  const annotations = useReader((state) => state.annotations);
  const [found, setFound] = useState<{ query: string; answer: Answer | null }>();
  const query = useMemo(() => queryOf(annotation, annotations.values()), [annotation, annotations]);

  useEffect(() => {
    if (!wanted) return;
    let current = true;
    void desk.ask("GET", `/projects/${projectId}/places?${query}`).then((answer) => {
      if (current) setFound({ query, answer: answer.ok ? answer.value : null });
    });
    return () => {
      current = false;
    };
  }, [desk, projectId, query, wanted]);

  return found?.query === query ? found.answer : undefined;
}

function queryOf(annotation: Annotation, all: Iterable<Annotation>): string {
  const query = new URLSearchParams({ name: wordsOf(annotation).slice(0, 200), limit: "5" });
  const [first] = annotation.segments;
  if (first?.prefix) query.set("before", first.prefix);
  if (annotation.segments.length === 1 && first?.suffix) query.set("after", first.suffix);
  for (const point of pointsOf(annotation, all)) query.append("near", point);
  return query.toString();
}

/** Where the report's other places are, each point once. */
function pointsOf(annotation: Annotation, all: Iterable<Annotation>): string[] {
  const points = new Set<string>();
  for (const { id, kind, state, attributes } of all) {
    if (id === annotation.id || kind !== "place" || state === "withdrawn") continue;
    // The attributes of a place were checked against this shape by the server, or written by a form.
    const { located } = attributes as PlaceAttributes;
    if (located?.latitude === undefined || located.longitude === undefined) continue;
    points.add(`${located.latitude.toFixed(2)},${located.longitude.toFixed(2)}`);
  }
  return [...points].slice(0, MOST_POINTS);
}
