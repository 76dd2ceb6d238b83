import type { Dataset } from "@/domain/formats/dataset";
import type { Entry, ExportFile, Format, WriteOptions } from "@/domain/formats/format";
import { cardOf } from "@/domain/formats/hugging-face/card";
import { features, type Row, rowOf, schema, tagsIn } from "@/domain/formats/hugging-face/rows";
import { parquetOf } from "@/domain/formats/parquet/writing";
import { codebookIn } from "@/domain/formats/shared/context";
import { documentOf, namesIn } from "@/domain/formats/shared/from-bundle";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";
import { type Split, splitOf, splits } from "@/domain/formats/shared/splits";

const parts = { text: true, annotations: "all", relations: true } as const;

/** UTF-16 units of texts that are written together. */
const atOnce = 4 * 1024 * 1024;

async function* rowsIn(dataset: Dataset, split: Split, { hash, ledger }: WriteOptions): AsyncGenerator<Row> {
  const names = namesIn(dataset.header);
  const tags = new Map(tagsIn(codebookIn(dataset.header)).map((tag, nth) => [tag, nth]));
  for await (const bundle of dataset.reports(parts)) {
    if (splitOf(bundle, hash) === split) yield rowOf(documentOf(bundle, names), tags, ledger);
  }
}

async function* fileWith(rows: AsyncIterable<Row>, createdBy: string): AsyncGenerator<Uint8Array> {
  const file = parquetOf(schema, { createdBy });
  let waiting: Row[] = [];
  let held = 0;
  const add = () => {
    if (waiting.length > 0)
      file.add(features.map(({ name }) => ({ name, data: waiting.map((row) => row[name] ?? null) })));
    waiting = [];
    held = 0;
    return file.take();
  };
  for await (const row of rows) {
    waiting.push(row);
    held += String(row["text"]).length;
    if (held > atOnce) yield add();
  }
  yield add();
  file.end();
  yield file.take();
}

async function* andThen(first: Row, rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  yield first;
  yield* rows;
}

/** A split without rows has no file: `datasets` 5.2.0 cannot load one (“corresponds to no data”). */
async function* entries(dataset: Dataset, options: WriteOptions): AsyncGenerator<Entry> {
  for (const split of splits) {
    const rows = rowsIn(dataset, split, options);
    const first = await rows.next();
    if (first.done) continue;
    const pieces = fileWith(andThen(first.value, rows), dataset.header.generator);
    yield { name: `data/${split}.parquet`, pieces };
  }
}

const data: ExportFile = {
  layer: "data",
  name: "data",
  label: "Data (train, validation, test)",
  rows: (counts) => counts.reports,
  entries,
};

/** huggingface.co/docs/hub/datasets-cards and /docs/datasets: a folder that `load_dataset` opens. */
export const huggingFace: Format = {
  id: "hugging-face",
  name: "Hugging Face dataset",
  label: "Hugging Face dataset",
  means: "Parquet files split for training, validation and test, with a card: load_dataset opens the folder.",
  lets: [],
  extension: "parquet",
  mediaType: "application/vnd.apache.parquet",
  offsetUnit: "code point",
  readBy: "model",
  files: [data, reviewFile],
  usually: { byteOrderMark: false, comments: false },
  readme: cardOf,
  losses: leftBehind,
  whileWriting: [{ what: "link-words", how: "dropped" }],
};
