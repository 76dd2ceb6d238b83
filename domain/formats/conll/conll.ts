import { conllReader } from "@/domain/formats/conll/read";
import { type Columns, conllFile, conllLosses } from "@/domain/formats/conll/write";
import type { Format } from "@/domain/formats/format";
import type { Loss } from "@/domain/formats/loss";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";

type About = Pick<Format, "id" | "name" | "label" | "means" | "reader"> & { columns: Columns };

const conll = ({ columns, ...about }: About): Format => ({
  ...about,
  lets: [],
  extension: "zip",
  mediaType: "application/zip",
  offsetUnit: null,
  readBy: "model",
  files: [
    conllFile("IOB2", columns, true),
    conllFile("IOB1", columns, false),
    conllFile("BIOES", columns, false),
    reviewFile,
  ],
  usually: { byteOrderMark: false, comments: true },
  losses(counts, filters, options) {
    const all: readonly Loss[] = [
      { what: "links", count: counts.relations, how: "dropped" },
      { what: "attributes", count: counts.annotations, how: "dropped" },
      ...leftBehind(counts, filters, options),
    ];
    return all.filter(({ count }) => count !== 0);
  },
  whileWriting: conllLosses,
});

/** clips.uantwerpen.be/conll2002/ner: a word and its tag on each line. */
export const conll2002 = conll({
  id: "conll-2002",
  name: "CoNLL-2002",
  label: "CoNLL-2002",
  means: "A word and its tag on each line, for training taggers.",
  columns: { between: 0 },
  reader: conllReader((count) => count === 2 || count === 3),
});

/** clips.uantwerpen.be/conll2003/ner: word, part of speech, chunk and tag on each line. */
export const conll2003 = conll({
  id: "conll-2003",
  name: "CoNLL-2003",
  label: "CoNLL-2003",
  means: "Four columns a word, the last one its tag; spaCy and others expect these.",
  columns: { between: 2 },
  reader: conllReader((count) => count > 3),
});
