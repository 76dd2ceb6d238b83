import type { DeskState } from "@/client/desk/desk";
import { entityOf } from "@/client/desk/speaker";
import { outletOf, sourcesIn } from "@/components/reader/entities/use-proposed-speaker";
import { speakersOf } from "@/domain/suggestion/speakers";
import type { Suggestion } from "@/domain/suggestion/suggestion";

/** Suggested sources with whom they probably stand for, as far as the project knows them by now. */
export function withSpeakers(
  suggestions: readonly Suggestion[],
  { annotations, entities, report }: Pick<DeskState, "annotations" | "entities" | "report">,
): readonly Suggestion[] {
  const sources = suggestions.flatMap(({ key, kind, attributes, spans: [span] }) =>
    kind === "source" && attributes["entityId"] === undefined && span
      ? [{ key, quote: span.quote, start: span.start }]
      : [],
  );
  if (sources.length === 0) return suggestions;
  const outlet = outletOf(entities, report.outlet)?.id;
  const found = speakersOf(sources, sourcesIn(annotations), [...entities.values()], outlet);
  return suggestions.map((each) => {
    const speaker = entityOf(entities, found.get(each.key));
    return speaker ? { ...each, attributes: { ...each.attributes, entityId: speaker.id } } : each;
  });
}
