import type { Dataset } from "@/domain/formats/dataset";
import type { ExportFile, Format, WriteOptions } from "@/domain/formats/format";
import { contextOf } from "@/domain/formats/shared/context";
import { documentsIn } from "@/domain/formats/shared/documents";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";
import { annotationsOf, entityAnnotation } from "@/domain/formats/web-annotation/annotations";
import { webAnnotationReader } from "@/domain/formats/web-annotation/read";
import { context, iriOf } from "@/domain/formats/web-annotation/terms";

const usually = { byteOrderMark: false, comments: true };

async function* write(dataset: Dataset, options: WriteOptions): AsyncGenerator<string> {
  const { header } = dataset;
  const { entities } = contextOf(dataset, options);
  const id = iriOf(header.project.id);
  const head = { "@context": context, id, type: "AnnotationCollection", label: header.project.name };
  const page = { id: `${id}#page`, type: "AnnotationPage", partOf: id, startIndex: 0 };
  let total = 0;
  const line = (annotation: object) => {
    total += 1;
    return `${total === 1 ? "\n" : ",\n"}${JSON.stringify(annotation)}`;
  };
  yield `${open(head)},"first":${open(page)},"items":[`;
  for (const entity of entities.values()) yield line(entityAnnotation(entity));
  for await (const document of documentsIn(dataset, options)) {
    let lines = "";
    for (const annotation of annotationsOf(document, entities)) lines += line(annotation);
    yield lines;
  }
  yield `\n]},"total":${total}}\n`;
}

/** An object that is not closed yet. */
const open = (object: object) => JSON.stringify(object).slice(0, -1);

const file: ExportFile = {
  layer: "all",
  name: "annotations.jsonld",
  label: "Annotations",
  rows: (counts) =>
    counts.reports + counts.annotations + counts.relations + counts.entities + counts.comments + counts.verdicts,
  write,
};

/** www.w3.org/TR/annotation-model and annotation-vocab; offsets are code points by the specification. */
export const webAnnotation: Format = {
  id: "web-annotation",
  name: "W3C Web Annotation (JSON-LD)",
  label: "W3C Web Annotation",
  means: "Texts, tags, links, decisions and comments as linked data, in the web’s own standard for annotations.",
  lets: [],
  extension: "jsonld",
  mediaType: "application/ld+json",
  offsetUnit: "code point",
  readBy: "tool",
  files: [file, reviewFile],
  usually,
  losses: leftBehind,
  reader: webAnnotationReader,
};
