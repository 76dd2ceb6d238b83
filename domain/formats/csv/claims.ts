import type { Cell } from "@/domain/formats/csv/cells";
import {
  number,
  placeCells,
  placeColumns,
  quoteOf,
  reportCells,
  reportColumns,
  text,
  truth,
  workCells,
  workColumns,
} from "@/domain/formats/csv/common";
import type { CsvLayer } from "@/domain/formats/csv/layer";
import type { Lookup, ReportBundle } from "@/domain/formats/dataset";
import type { TagId } from "@/domain/ids";
import { ClaimAttributes } from "@/domain/tag/claim";
import { PlaceAttributes } from "@/domain/tag/place";
import { SourceAttributes } from "@/domain/tag/source";
import type { Annotation, Relation } from "@/domain/tag/tag";

const many = (values: readonly (string | undefined)[]) => {
  const said = values.filter((value) => value !== undefined && value !== "");
  return said.length === 0 ? undefined : said.join("; ");
};

function speaker(relation: Relation, { annotation, entity }: Lookup) {
  if (relation.toArticle) return { name: "the article itself", reliability: undefined };
  const mention = relation.to && annotation.get(relation.to);
  const id = relation.toEntity ?? (mention && SourceAttributes.safeParse(mention.attributes).data?.entityId);
  const found = id && entity.get(id);
  return {
    name: found?.name ?? (mention && quoteOf(mention)),
    reliability: found ? found.reliability : undefined,
  };
}

function placesOf(links: readonly Relation[], { annotation }: Lookup): Cell[] {
  const primary = links.find(({ attributes }) => attributes["primary"] === true) ?? links[0];
  const mention = primary?.to && annotation.get(primary.to);
  const located = mention && PlaceAttributes.safeParse(mention.attributes).data?.located;
  const named = links.map(({ to, attributes }) => {
    const place = to && annotation.get(to);
    return place && `${quoteOf(place)} (${text(attributes["role"]) ?? "at"})`;
  });
  return [
    mention && quoteOf(mention),
    text(primary?.attributes["role"]),
    number(primary?.attributes["precision"]),
    located?.name,
    located?.latitude,
    located?.longitude,
    many(named),
  ];
}

function linksByClaim({ relations }: ReportBundle): ReadonlyMap<TagId, readonly Relation[]> {
  const links = new Map<TagId, Relation[]>();
  for (const { tag } of relations) {
    const known = links.get(tag.from);
    if (known) known.push(tag);
    else links.set(tag.from, [tag]);
  }
  return links;
}

function row(tag: Annotation, links: readonly Relation[], lookup: Lookup): Cell[] {
  const said = ClaimAttributes.safeParse(tag.attributes).data ?? {};
  const attributed = links.filter(({ kind }) => kind === "attributed-to");
  const speakers = attributed.map((link) => speaker(link, lookup));
  const graded = speakers.find(({ reliability }) => reliability !== undefined)?.reliability;
  const { eventTime } = said;
  return [
    said.restatement,
    said.kind,
    said.standing,
    said.certainty,
    said.polarity,
    said.eventType,
    many((said.actors ?? []).map(({ entityId, role }) => `${lookup.entity.get(entityId)?.name ?? entityId} (${role})`)),
    eventTime?.from,
    eventTime?.to,
    eventTime?.precision,
    eventTime?.basis,
    eventTime?.words,
    many((said.quantities ?? []).map(({ what, low, high }) => `${what} ${low ?? ""}–${high ?? ""}`)),
    many(speakers.map(({ name }) => name)),
    text(attributed[0]?.attributes["how"]),
    text(attributed[0]?.attributes["saidAt"]),
    graded,
    said.credibility,
    graded && said.credibility ? `${graded}${said.credibility}` : undefined,
    ...placesOf(
      links.filter(({ kind }) => kind === "located-at"),
      lookup,
    ),
    truth(tag.attributes["checkWorthy"]),
    said.note,
  ];
}

/** One row a claim: who said what happened where, how sure, and who checked it. */
export const claims: CsvLayer = {
  layer: "claims",
  columns: [
    "claim_id",
    ...placeColumns,
    "restatement",
    "kind",
    "standing",
    "certainty",
    "polarity",
    "event_type",
    "actors",
    "event_from",
    "event_to",
    "time_precision",
    "time_basis",
    "time_words",
    "quantities",
    "source",
    "attribution",
    "said_at",
    "source_reliability",
    "information_credibility",
    "grade",
    "place",
    "place_role",
    "geo_precision",
    "located_name",
    "latitude",
    "longitude",
    "places",
    "check_worthy",
    "note",
    ...workColumns,
    ...reportColumns,
  ],
  count: (counts) => counts.claims,
  *rows(bundle, lookup, { header }) {
    const links = linksByClaim(bundle);
    for (const record of bundle.annotations) {
      const { tag } = record;
      if (tag.kind !== "claim") continue;
      if (header.filters.standing === "asserted" && tag.attributes["standing"] === "background") continue;
      yield [
        tag.id,
        ...placeCells(tag),
        ...row(tag, links.get(tag.id) ?? [], lookup),
        ...workCells(record, lookup),
        ...reportCells(bundle),
      ];
    }
  },
};
