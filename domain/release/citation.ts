import { licenceId } from "@/domain/release/licence";

/** What is cited. */
export type Cited = {
  title: string;
  number: number;
  creators: readonly string[];
  licence: string;
  /** The day it was released. */
  day: string;
  note: string;
  project: string;
};

/** One line, as a footnote cites a dataset. */
export const citationOf = ({ title, number, creators, day }: Cited) =>
  `${creators.join("; ")} (${day.slice(0, 4)}): ${title}. Release ${number}, ${day} [dataset].`;

/** YAML takes any text that is JSON. */
const quoted = (text: string) => JSON.stringify(text);

/** `CITATION.cff` (Citation File Format 1.2.0). Whoever is named stands as an entity, since a name does not say where it divides. */
export function citationFile(cited: Cited): string {
  const { title, number, creators, licence, day, note, project } = cited;
  const known = licenceId(licence);
  return [
    "cff-version: 1.2.0",
    `message: ${quoted("If you use this dataset, please cite it as below.")}`,
    "type: dataset",
    `title: ${quoted(title)}`,
    `version: ${quoted(String(number))}`,
    `date-released: ${quoted(day)}`,
    "authors:",
    ...creators.map((name) => `  - name: ${quoted(name)}`),
    ...(known ? [`license: ${known}`] : []),
    `abstract: ${quoted([`Release ${number} of ${project}.`, known ? "" : `Licence: ${licence}.`, note].filter(Boolean).join(" "))}`,
    "",
  ].join("\n");
}
