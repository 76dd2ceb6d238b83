import {
  annotationType,
  documentType,
  type FeatureStructure,
  noteType,
  sofaType,
  type TypeDescription,
} from "@/domain/formats/cas/model";
import type { LossLedger } from "@/domain/formats/loss";
import {
  featuresOfLink,
  featuresOfTag,
  linkFeatures,
  linkLayer,
  tagFeatures,
  tagLayer,
} from "@/domain/formats/shared/layers";
import type { AnnotatedDocument, Link } from "@/domain/interchange/document";
import { cutOf } from "@/domain/interchange/pieces";
import { offsetIndex } from "@/domain/text/offsets";

const text = "uima.cas.String";

/** The type system of what is written, in the order in which types build on each other. */
export const types: readonly TypeDescription[] = [
  {
    name: noteType,
    supertype: documentType,
    features: [
      ["documentTitle", text],
      ["documentId", text],
      ["documentUri", text],
    ],
  },
  { name: tagLayer, supertype: annotationType, features: tagFeatures.map((name) => [name, text] as const) },
  {
    name: linkLayer,
    supertype: annotationType,
    features: [["Governor", tagLayer], ["Dependent", tagLayer], ...linkFeatures.map((name) => [name, text] as const)],
  },
];

type Ledger = Pick<LossLedger, "add">;

/**
 * A document as feature structures: the text, what is known of it, then tags and links. Every one is indexed, because
 * dkpro-cassis moves offsets of those that are not.
 */
export function* structuresOf(document: AnnotatedDocument, ledger: Ledger): Generator<FeatureStructure> {
  const index = offsetIndex(document.text);
  yield sofaOf(document.text);
  let id = 2;
  const next = () => String(id++);
  yield aboutOf(document, next());
  const tags = new Map<string, FeatureStructure>();
  for (const span of document.spans) {
    const said = setOnly(featuresOfTag(span));
    for (const segment of span.segments) {
      const { start: begin, end } = cutOf(segment, index);
      const made = { id: next(), type: tagLayer, values: { begin, end, ...said }, refs: { sofa: ["1"] } };
      if (!tags.has(span.id)) tags.set(span.id, made);
      yield made;
    }
    if (span.segments.length > 1) ledger.add("separate-parts", "split", span.label);
  }
  for (const link of document.links) {
    const made = linkOf(link, tags, ledger);
    if (made) yield { ...made, id: next() };
  }
}

const sofaOf = (sofaString: string): FeatureStructure => ({
  id: "1",
  type: sofaType,
  values: { sofaNum: 1, sofaID: "_InitialView", mimeType: "text/plain", sofaString },
  refs: {},
});

const aboutOf = ({ key, title, text: words, metadata }: AnnotatedDocument, id: string): FeatureStructure => ({
  id,
  type: noteType,
  values: {
    begin: 0,
    end: words.length,
    language: metadata["language"] ?? "x-unspecified",
    documentTitle: title,
    documentId: key,
    ...(metadata["url"] === undefined ? {} : { documentUri: metadata["url"] }),
  },
  refs: { sofa: ["1"] },
});

/** Null features are left out: unset and empty stay apart. */
const setOnly = (features: ReturnType<typeof featuresOfTag>) =>
  Object.fromEntries(Object.entries(features).filter(([, value]) => value !== null));

/** A relation lies on the words of its target, as in INCEpTION. */
function linkOf(link: Link, tags: ReadonlyMap<string, FeatureStructure>, ledger: Ledger): FeatureStructure | undefined {
  const [from, to] = [tags.get(link.from), "span" in link.to ? tags.get(link.to.span) : undefined];
  if (!("span" in link.to)) ledger.add("links-to-no-tag", "dropped", link.label);
  else if (!from || !to) ledger.add("relations-without-both-ends", "dropped", link.label);
  if (!from || !to) return undefined;
  if (link.cue) ledger.add("link-words", "dropped", link.label);
  const { begin, end } = to.values;
  return {
    id: "",
    type: linkLayer,
    values: { begin: begin ?? 0, end: end ?? 0, ...setOnly(featuresOfLink(link)) },
    refs: { sofa: ["1"], Governor: [from.id], Dependent: [to.id] },
  };
}
