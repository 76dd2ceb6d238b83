import type { Column } from "@/domain/formats/csv/column";
import { listed, number, quoteOf, text } from "@/domain/formats/csv/common";
import type { Lookup } from "@/domain/formats/dataset";
import type { EntityId } from "@/domain/ids";
import { ClaimAttributes } from "@/domain/tag/claim";
import { PlaceAttributes } from "@/domain/tag/place";
import { SourceAttributes } from "@/domain/tag/source";
import type { Annotation, Relation } from "@/domain/tag/tag";

/** A claim with the links that begin at it. */
export type LinkedClaim = { tag: Annotation; links: readonly Relation[] };

const attributed = ({ links }: LinkedClaim) => links.filter(({ kind }) => kind === "attributed-to");
const located = ({ links }: LinkedClaim) => links.filter(({ kind }) => kind === "located-at");
const primary = (claim: LinkedClaim) =>
  located(claim).find(({ attributes }) => attributes["primary"] === true) ?? located(claim)[0];
const endOf = (link: Relation | undefined, { annotation }: Lookup) => (link?.to ? annotation.get(link.to) : undefined);

function entityOf(link: Relation, look: Lookup) {
  const mention = endOf(link, look);
  const id = link.toEntity ?? (mention && SourceAttributes.safeParse(mention.attributes).data?.entityId);
  return id === undefined ? undefined : (look.entity.get(id) ?? { id, name: undefined, reliability: undefined });
}

function speaker(link: Relation, look: Lookup) {
  if (link.toArticle) return "the article itself";
  const mention = endOf(link, look);
  return entityOf(link, look)?.name ?? (mention && quoteOf(mention));
}

/** Who says it, one by one; several links to one entity are one. */
function speakers(claim: LinkedClaim, look: Lookup): { id: EntityId | undefined; name: string | undefined }[] {
  const all = attributed(claim).map((link) => ({ id: entityOf(link, look)?.id, name: speaker(link, look) }));
  return all.filter(({ id }, at) => id === undefined || all.findIndex((each) => each.id === id) === at);
}

const reliability = (claim: LinkedClaim, look: Lookup) =>
  attributed(claim)
    .map((link) => entityOf(link, look)?.reliability)
    .find((each) => each !== undefined);

/** The pair of grades as analysts write it, such as C3; blank unless both are graded. */
function grade(claim: LinkedClaim, look: Lookup) {
  const [source, credibility] = [
    reliability(claim, look),
    ClaimAttributes.safeParse(claim.tag.attributes).data?.credibility,
  ];
  return source && credibility ? `${source}${credibility}` : undefined;
}

/** Who said it. */
export const sayingColumns: readonly Column<LinkedClaim>[] = [
  {
    name: "source",
    type: "text",
    means: "The source: the entity's name, or else the words tagged.",
    of: (claim, look) => listed(speakers(claim, look).map(({ name }) => name)),
  },
  {
    name: "source_annotation_ids",
    type: "ids",
    means: "The source mentions in sources.csv.",
    of: (claim) => listed(attributed(claim).map(({ to }) => to)),
  },
  {
    name: "source_entity_ids",
    type: "ids",
    means: "The sources in entities.csv.",
    of: (claim, look) => listed(speakers(claim, look).map(({ id }) => id)),
  },
  {
    name: "attribution",
    type: "text",
    means: "explicit, anaphoric, carried over or none.",
    of: (claim) => text(attributed(claim)[0]?.attributes["how"]),
  },
  {
    name: "said_at",
    type: "day",
    means: "When it was said, which is not when it happened.",
    of: (claim) => text(attributed(claim)[0]?.attributes["saidAt"]),
  },
  { name: "source_reliability", type: "text", means: "The source's latest grade, A to F.", of: reliability },
  { name: "grade", type: "text", means: "Reliability and credibility together, such as C3.", of: grade },
];

const placed = (claim: LinkedClaim, look: Lookup) => {
  const mention = endOf(primary(claim), look);
  return mention && PlaceAttributes.safeParse(mention.attributes).data?.located;
};

/** Where it happened. */
export const placingColumns: readonly Column<LinkedClaim>[] = [
  {
    name: "place",
    type: "text",
    means: "The words of its primary place.",
    of: (claim, look) => {
      const mention = endOf(primary(claim), look);
      return mention && quoteOf(mention);
    },
  },
  { name: "place_annotation_id", type: "id", means: "That place in places.csv.", of: (claim) => primary(claim)?.to },
  {
    name: "place_role",
    type: "text",
    means: "at, near, from, to …",
    of: (claim) => text(primary(claim)?.attributes["role"]),
  },
  {
    name: "geo_precision",
    type: "integer",
    means: "1 the named town, 2 near it or part of a region, 3 a larger region.",
    of: (claim) => number(primary(claim)?.attributes["precision"]),
  },
  {
    name: "located_id",
    type: "id",
    means: "The gazetteer entry or project place.",
    of: (claim, look) => placed(claim, look)?.id,
  },
  { name: "located_name", type: "text", means: "Its name.", of: (claim, look) => placed(claim, look)?.name },
  { name: "latitude", type: "number", means: "Degrees, WGS 84.", of: (claim, look) => placed(claim, look)?.latitude },
  { name: "longitude", type: "number", means: "Degrees, WGS 84.", of: (claim, look) => placed(claim, look)?.longitude },
  {
    name: "places",
    type: "text",
    means: "All its places, each with its role.",
    of: (claim, look) =>
      listed(
        located(claim).map((link) => {
          const mention = endOf(link, look);
          return mention && `${quoteOf(mention)} (${text(link.attributes["role"]) ?? "at"})`;
        }),
      ),
  },
  {
    name: "place_annotation_ids",
    type: "ids",
    means: "Those places in places.csv, in the same order.",
    of: (claim) => listed(located(claim).map(({ to }) => to)),
  },
];
