import { brat } from "@/domain/formats/brat/brat";
import { casJson, casXmi } from "@/domain/formats/cas/cas";
import { conll2002, conll2003 } from "@/domain/formats/conll/conll";
import { conllu } from "@/domain/formats/conllu/conllu";
import { csv } from "@/domain/formats/csv/csv";
import { doccano } from "@/domain/formats/doccano/doccano";
import type { Format } from "@/domain/formats/format";
import { gate } from "@/domain/formats/gate/gate";
import { geojson } from "@/domain/formats/geojson/geojson";
import { huggingFace } from "@/domain/formats/hugging-face/hugging-face";
import { jsonl } from "@/domain/formats/jsonl";
import { labelStudio } from "@/domain/formats/label-studio/label-studio";
import { parquet } from "@/domain/formats/parquet/parquet";
import { potato } from "@/domain/formats/potato/potato";
import { prodigy } from "@/domain/formats/prodigy/prodigy";
import { html } from "@/domain/formats/reading-copy/html";
import { markdown } from "@/domain/formats/reading-copy/markdown";
import { refiQda } from "@/domain/formats/refi-qda/refi-qda";
import { spacy } from "@/domain/formats/spacy/spacy";
import { stix } from "@/domain/formats/stix/stix";
import { webAnnotation } from "@/domain/formats/web-annotation/web-annotation";
import { webanno } from "@/domain/formats/webanno/webanno";
import { xlsx } from "@/domain/formats/xlsx/xlsx";

/** Every way out of the house. The menu, the download, the API and the tests of all formats find a format here. */
export const formats: readonly [Format, ...Format[]] = [
  jsonl,
  csv,
  xlsx,
  parquet,
  brat,
  webanno,
  casXmi,
  casJson,
  gate,
  conll2002,
  conll2003,
  conllu,
  webAnnotation,
  labelStudio,
  doccano,
  prodigy,
  potato,
  refiQda,
  stix,
  geojson,
  spacy,
  huggingFace,
  html,
  markdown,
];

export const formatById = (id: string): Format | undefined => formats.find((format) => format.id === id);
