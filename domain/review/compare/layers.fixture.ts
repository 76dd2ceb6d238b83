import { RevisionId, TagId } from "@/domain/ids";
import { type AnalystLayer, compareLayers } from "@/domain/review/compare/compare";
import type { ComparedAnnotation, ComparedRelation } from "@/domain/review/compare/group";
import { codePoint } from "@/domain/text/offsets";
import { segmentsOf } from "@/domain/text/segment";

export const text = "😊 The army said it left Hama on Monday, and Idlib too. Rebels denied that it left Hama.";

/** A tag as one writes it down: "claim [it left Hama]", parts of a discontinuous one in brackets of their own. */
export type Noted = string | readonly [string, Record<string, unknown>];
export type Notes = {
  tags?: readonly Noted[];
  /** "1 attributed-to 2": by the place of the tags in `tags`, from 1; or "1 attributed-to article". */
  links?: readonly Noted[];
};

const revisionId = RevisionId.parse("00000000-0000-7000-8000-0000000000aa");
export const idOf = (person: number, number: number): TagId =>
  TagId.parse(`00000000-0000-7000-8000-${String(person).padStart(4, "0")}${String(number).padStart(8, "0")}`);

const told = (noted: Noted) => (typeof noted === "string" ? ([noted, {}] as const) : noted);
const head = { state: "open", version: 1, origin: "person", updatedAt: "2026-05-01T12:00:00.000Z" } as const;

/** Brackets in a copy of the text's words say where: "[left] Hama [Monday]" marks two parts. */
export function annotation(id: TagId, kind: string, words: readonly string[], attributes = {}): ComparedAnnotation {
  const ranges = words.map((each) => {
    const start = [...text.slice(0, text.indexOf(each))].length;
    return { start: codePoint(start), end: codePoint(start + [...each].length) };
  });
  return { ...head, id, type: "annotation", kind, revisionId, segments: segmentsOf(text, ranges), attributes };
}

export function layer(by: string, person: number, { tags = [], links = [] }: Notes): AnalystLayer {
  return {
    by,
    annotations: tags.map((noted, at) => {
      const [words, attributes] = told(noted);
      const [kind = "", ...rest] = words.split(" ");
      const parts = [...rest.join(" ").matchAll(/\[([^\]]+)\]/g)].map((match) => match[1] ?? "");
      return annotation(idOf(person, at + 1), kind, parts, attributes);
    }),
    relations: links.map((noted, at): ComparedRelation => {
      const [words, attributes] = told(noted);
      const [from = "", kind = "", to = ""] = words.split(" ");
      const end = to === "article" ? { toArticle: true as const } : { to: idOf(person, Number(to)) };
      const from_ = idOf(person, Number(from));
      return {
        ...head,
        id: idOf(person, 100 + at),
        type: "relation",
        kind: kind as ComparedRelation["kind"], // written by a test
        from: from_,
        ...end,
        attributes,
      };
    }),
  };
}

/** The layers of A, B, C … as they were noted, compared. */
export const comparing = (...notes: Notes[]) =>
  compareLayers(notes.map((each, at) => layer("ABCDEFGHIJ"[at] ?? "", at + 1, each)));

export const layersOf = (...notes: Notes[]) => notes.map((each, at) => layer("ABCDEFGHIJ"[at] ?? "", at + 1, each));
