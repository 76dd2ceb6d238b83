import { Codebook, emptyCodebook } from "@/domain/codebook/codebook";
import type { Dataset, DatasetHeader } from "@/domain/formats/dataset";
import type { WriteOptions } from "@/domain/formats/format";
import type { LossLedger } from "@/domain/formats/loss";
import { entitiesIn } from "@/domain/formats/shared/from-bundle";
import type { NamedEntity } from "@/domain/interchange/document";

/** What the writing of a document needs beside it. */
export type Context = {
  codebook: Codebook;
  /** By their keys. */
  entities: ReadonlyMap<string, NamedEntity>;
  ledger: LossLedger;
};

export const contextOf = ({ header }: Pick<Dataset, "header">, { ledger }: Pick<WriteOptions, "ledger">): Context => ({
  codebook: codebookIn(header),
  entities: new Map(entitiesIn(header).map((entity) => [entity.key, entity])),
  ledger,
});

/** The codebook that goes with a dataset; an empty one where it is of a later version than this program understands. */
export const codebookIn = ({ codebook }: Pick<DatasetHeader, "codebook">): Codebook =>
  Codebook.safeParse(codebook.content).data ?? emptyCodebook;
