import {
  number,
  quoteOf,
  reportCells,
  reportColumns,
  spansOf,
  text,
  truth,
  workCells,
  workColumns,
} from "@/domain/formats/csv/common";
import type { CsvLayer } from "@/domain/formats/csv/layer";

/** Every link: from a claim to a source, an entity, the article, a place or another claim. */
export const relations: CsvLayer = {
  layer: "relations",
  columns: [
    "relation_id",
    "kind",
    "from_id",
    "from_quote",
    "to_id",
    "to_quote",
    "to_entity_id",
    "to_entity",
    "to_article",
    "how",
    "said_at",
    "nested",
    "role",
    "geo_precision",
    "primary",
    "cue",
    "cue_segments",
    "note",
    "derived_from",
    ...workColumns,
    ...reportColumns,
  ],
  count: (counts) => counts.relations,
  *rows(bundle, lookup) {
    for (const record of bundle.relations) {
      const { tag } = record;
      const from = lookup.annotation.get(tag.from);
      const to = tag.to && lookup.annotation.get(tag.to);
      const entity = tag.toEntity && lookup.entity.get(tag.toEntity);
      const said = tag.attributes;
      yield [
        tag.id,
        tag.kind,
        tag.from,
        from && quoteOf(from),
        tag.to,
        to && quoteOf(to),
        tag.toEntity,
        entity?.name,
        tag.toArticle,
        text(said["how"]),
        text(said["saidAt"]),
        truth(said["nested"]),
        text(said["role"]),
        number(said["precision"]),
        truth(said["primary"]),
        tag.cue && quoteOf(tag.cue),
        tag.cue && spansOf(tag.cue),
        text(said["note"]),
        tag.derivedFrom?.join(";"),
        ...workCells(record, lookup),
        ...reportCells(bundle),
      ];
    }
  },
};
