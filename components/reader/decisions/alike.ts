import type { DeskState } from "@/client/desk/desk";
import { wordsOf } from "@/components/annotate/tags/tag-words";
import { contentOf } from "@/components/reader/decisions/takings";
import { contentNow, differences } from "@/components/reader/inspector/differences";
import type { TagId } from "@/domain/ids";
import { countedLayer } from "@/domain/review/counting";
import type { Annotation } from "@/domain/tag/tag";
import { sameWords } from "@/domain/text/same-words";

type Seen = Pick<DeskState, "annotations" | "entities" | "project">;

/** Another tag of the same kind on the same words that waits too. */
export type Alike = {
  id: TagId;
  /** Code points of its first words. */
  start: number;
  end: number;
  /** The attributes in which it says something else. */
  differs: readonly Field[];
};
type Field = Parameters<ReturnType<typeof import("use-intl").useTranslations<"panels.history.attributes">>>[0];

const keys = new WeakMap<Annotation["segments"], string>();

/** The words as mentions of one thing have them in common; found once for each. */
function keyOf(annotation: Annotation): string {
  const known = keys.get(annotation.segments);
  if (known !== undefined) return known;
  const key = sameWords(wordsOf(annotation)).text.trim();
  keys.set(annotation.segments, key);
  return key;
}

/** Everything that waits and is of the kind and on the words of this tag, in the order of the text; the same first. */
export function alikeOf({ annotations, entities, project }: Seen, id: TagId | null): Alike[] {
  const tag = id ? annotations.get(id) : undefined;
  if (!tag) return [];
  const [words, content] = [keyOf(tag), contentOf({ entities }, tag)];
  const found = [...annotations.values()].filter(
    (each) =>
      each.id !== tag.id &&
      each.kind === tag.kind &&
      each.state === "open" &&
      each.layer === countedLayer(project.mode) &&
      keyOf(each) === words,
  );
  return found
    .map((each): Alike => {
      const [first] = each.segments;
      const same = contentOf({ entities }, each) === content;
      return { id: each.id, start: first?.start ?? 0, end: first?.end ?? 0, differs: same ? [] : fieldsOf(tag, each) };
    })
    .toSorted((a, b) => Number(a.differs.length > 0) - Number(b.differs.length > 0) || a.start - b.start);
}

// The names of attributes are the keys of their words.
const fieldsOf = (tag: Annotation, other: Annotation): Field[] =>
  differences(contentNow(tag), contentNow(other)).flatMap(({ what }) =>
    what === "words" || what === "kind" ? [] : [what as Field],
  );
