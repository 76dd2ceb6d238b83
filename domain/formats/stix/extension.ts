import { common, type Json, saying, since } from "@/domain/formats/stix/objects";

/** STIX 2.1, 7.3: what STIX has no property for stands below this id, and this object says what it is. */
const id = "extension-definition--2a7d8c7b-0f0e-4f5c-8a51-6f0fb0a3d9e4";

const schema = `Properties of a property extension, all optional. Offsets count Unicode code points of the text in the artifact that text_ref names, from zero, end exclusive.
note (a tagged statement): tag_id; kind; state (open, accepted, returned, rejected); version; layer; origin; text_ref; offset_unit ("code point"); segments, a list of {start, end, quote}; attributes, an object with what the project's codebook asks for; information_credibility, 1 to 6, and sources, a list of {identity_ref, name, source_reliability}, A to F (Admiralty code, AJP-2.1); verdict, the latest decision: {decision, reason, version, by, at}.
note (a comment): thread_id; number; resolved; text_ref, offset_unit and segments where it is about words without a tag.
relationship (a link between statements): tag_id; kind; state; version; attributes; segments, text_ref and offset_unit of the words that make it; verdict.
opinion (a decision): decision (accept, accept-with-change, accept-unseen, return, reject); version.
identity (a source or actor): entity_id; kind; aliases; source_reliability; attributes.
report: report_id; text_ref; outlet; author; published and retrieved as they were given; direction.`;

export const extensionDefinition = (creator: string): Json => ({
  ...common("extension-definition", id, { created: since }),
  created_by_ref: creator,
  name: "Glossator statements",
  description: "Statements tagged in reports: the words, where they stand, how they were graded and what was decided.",
  schema,
  version: "1.0.0",
  extension_types: ["property-extension"],
});

export const extended = (properties: Json): Json => ({
  extensions: { [id]: { extension_type: "property-extension", ...saying(properties) } },
});
