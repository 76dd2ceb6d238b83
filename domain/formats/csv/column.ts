import type { Cell } from "@/domain/formats/csv/cells";
import type {
  Dataset,
  DatasetHeader,
  EntityRecord,
  ExportCounts,
  ExportFilters,
  Lookup,
  Parts,
  ReportBundle,
} from "@/domain/formats/dataset";
import type { EntityId } from "@/domain/ids";

/**
 * What stands in a column, as the data dictionary says it. A `day` is always a whole one, a `time` always an instant in
 * UTC; a `date` is as precise as it is known, a day or an instant with its offset.
 */
export type ColumnType =
  | "text"
  | "id"
  | "ids"
  | "integer"
  | "number"
  | "day"
  | "date"
  | "time"
  | "true or false"
  | "JSON";

/** One column of a table: its name, what stands in it, and how it is read off a record. */
export type Column<R> = {
  name: string;
  type: ColumnType;
  /** One line for the data dictionary. */
  means: string;
  of(record: R, lookup: Lookup): Cell;
};

/** One table of the CSV export: what a row is, its columns in order, and how many rows there will be. */
export type CsvTable = {
  layer: string;
  /** What the menu calls it. */
  label: string;
  /** One line for the data dictionary: what a row is. */
  row: string;
  /** Left out of the archive unless it is asked for. */
  onlyWhenAsked?: true;
  columns: readonly Pick<Column<never>, "name" | "type" | "means">[];
  count(counts: ExportCounts, filters: Pick<ExportFilters, "standing">): number;
  rows(dataset: Dataset): AsyncIterable<Iterable<readonly Cell[]>>;
};

type About = Pick<CsvTable, "layer" | "label" | "row" | "onlyWhenAsked" | "count">;

function* cellsOf<R>(records: Iterable<R>, columns: readonly Column<R>[], lookup: Lookup) {
  for (const record of records) {
    const cells: Cell[] = [];
    for (const { of } of columns) cells.push(of(record, lookup));
    yield cells;
  }
}

const registryOf = ({ header }: Dataset) => ({
  entity: byAnyId(header.entities),
  person: new Map(header.people.map((each) => [each.id, each.name])),
});

/** Entities by their id, those that were merged by theirs too: it leads to the one that stands for them. */
function byAnyId(entities: Dataset["header"]["entities"]): Lookup["entity"] {
  const own = new Map(entities.map((each) => [each.id, each]));
  const standing = (entity: EntityRecord, steps = 0): EntityRecord => {
    const next = entity.mergedInto && own.get(entity.mergedInto);
    return next && steps < entities.length ? standing(next, steps + 1) : entity;
  };
  return new Map(entities.map((each) => [each.id, standing(each)]));
}

/** The id of the entity that stands for this one, which may have been merged. */
export const idNow = (id: EntityId, { entity }: Pick<Lookup, "entity">): EntityId => entity.get(id)?.id ?? id;

/** A table whose rows come report by report; what a row may look up is that report's own. */
export const tableOfReports = <R>(
  { needs, ...about }: About & { needs: Parts },
  columns: readonly Column<R>[],
  records: (bundle: ReportBundle, filters: ExportFilters, header: DatasetHeader) => Iterable<R>,
): CsvTable => ({
  ...about,
  columns,
  async *rows(dataset) {
    const registry = registryOf(dataset);
    for await (const bundle of dataset.reports(needs)) {
      const annotation = new Map(bundle.annotations.map(({ tag }) => [tag.id, tag]));
      yield cellsOf(records(bundle, dataset.header.filters, dataset.header), columns, { ...registry, annotation });
    }
  },
});

/** A table whose rows the project has as a whole. */
export const tableOfProject = <R>(
  about: About,
  columns: readonly Column<R>[],
  records: (dataset: Dataset) => Iterable<R>,
): CsvTable => ({
  ...about,
  columns,
  async *rows(dataset) {
    yield cellsOf(records(dataset), columns, { ...registryOf(dataset), annotation: new Map() });
  },
});

/** The same columns for a record that has another inside, which is taken out once for all of them; blank where it has none. */
export function within<Outer extends object, Inner>(
  columns: readonly Column<Inner>[],
  inner: (outer: Outer, lookup: Lookup) => Inner | undefined,
): Column<Outer>[] {
  let last: { outer: Outer; inner: Inner | undefined } | undefined;
  const insideOf = (outer: Outer, lookup: Lookup) => {
    if (last?.outer !== outer) last = { outer, inner: inner(outer, lookup) };
    return last.inner;
  };
  return columns.map(({ of, ...rest }): Column<Outer> => {
    const cellOf = (record: Outer, lookup: Lookup) => {
      const inside = insideOf(record, lookup);
      return inside === undefined ? undefined : of(inside, lookup);
    };
    return { ...rest, of: cellOf };
  });
}
