import { ByteWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";

/** A column in memory: what stands in it by Parquet’s name for it, and the values of the rows at hand. */
type ParquetColumn = { name: string; data: unknown[] };

/** Rows that are written together: enough to be read fast, few enough for little memory. */
export const rowsAtOnce = 5_000;

/** Writes a file row group by row group; `take` answers the bytes since the last time. */
type Parquet = {
  add(columns: readonly ParquetColumn[]): void;
  end(): void;
  take(): Uint8Array<ArrayBuffer>;
};

export function parquetOf(
  schema: readonly SchemaElement[],
  { createdBy, meaning = [] }: { createdBy: string; meaning?: readonly { key: string; value: string }[] },
): Parquet {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: [...schema], createdBy, kvMetadata: [...meaning] });
  return {
    add: (columns) =>
      void writer.write({
        columnData: columns.map((each) => ({ ...each, nullable: true, offsetIndex: false, statistics: false })),
        rowGroupSize: rowsAtOnce,
      }),
    end: () => void writer.finish(),
    take() {
      const taken = new Uint8Array(bytes.getBytes());
      bytes.index = 0;
      return taken;
    },
  };
}

type Leaf = Pick<SchemaElement, "type" | "converted_type">;
const optional = "OPTIONAL" as const;

export const leaf = (name: string, is: Leaf): SchemaElement => ({ name, repetition_type: optional, ...is });
export const leaves = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  whole: { type: "INT64" },
  number: { type: "DOUBLE" },
  truth: { type: "BOOLEAN" },
  day: { type: "INT32", converted_type: "DATE" },
  instant: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
} as const satisfies Record<string, Leaf>;

/** Several things with these fields, in Parquet’s shape of a list with three levels. */
export const listOf = (name: string, element: readonly SchemaElement[]): SchemaElement[] => [
  { name, repetition_type: optional, converted_type: "LIST", num_children: 1 },
  { name: "list", repetition_type: "REPEATED", num_children: 1 },
  ...element,
];
export const group = (name: string, fields: readonly SchemaElement[], children: number): SchemaElement[] => [
  { name, repetition_type: optional, num_children: children },
  ...fields,
];
