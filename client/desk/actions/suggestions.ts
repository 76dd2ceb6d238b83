import type { Core } from "@/client/desk/core";
import type { Desk } from "@/client/desk/desk";
import { fresh, newLink, write } from "@/client/desk/write";
import { newId } from "@/client/new-id";
import { tidy } from "@/domain/change/content";
import type { TagId } from "@/domain/ids";
import type { Suggestion } from "@/domain/suggestion/suggestion";
import { withoutGuesses } from "@/domain/tag/guessed";
import type { Annotation, Relation } from "@/domain/tag/tag";

/** Taking what an engine suggests: tags of one's own that say where they came from. */
export function suggestionsOf(core: Core): Pick<Desk, "takeSuggestions"> {
  return {
    takeSuggestions(suggestions, tagOf) {
      const ids = new Map<string, TagId>();
      const made = suggestions.map((each): Annotation => {
        const id = newId<TagId>();
        ids.set(each.key, id);
        return {
          ...fresh(core, id),
          type: "annotation",
          kind: each.kind,
          // Whoever accepts it has seen what it says.
          attributes: tidy(withoutGuesses(each.attributes)),
          origin: `engine:${each.engine}`,
          revisionId: core.start.report.revisionId,
          segments: core.here.segmentsOf(each.spans),
        };
      });
      const endOf = (key: string) => ids.get(key) ?? tagOf(key);
      write(core, [...made, ...suggestions.flatMap((each) => linksFrom(core, each, endOf))]);
      return made.map(({ id }) => id);
    },
  };
}

function linksFrom(core: Core, suggestion: Suggestion, endOf: (key: string) => TagId | undefined): Relation[] {
  const from = endOf(suggestion.key);
  return suggestion.links.flatMap(({ kind, to, toArticle, cue, attributes }) => {
    const end = to === undefined ? undefined : endOf(to);
    if (!from || (end === undefined && !toArticle)) return [];
    const ends = end === undefined ? { toArticle: true as const } : { to: end };
    const link = newLink(core, { kind, attributes, from, ...ends, ...(cue && { cue: [cue] }) });
    return [{ ...link, origin: `engine:${suggestion.engine}` }];
  });
}
