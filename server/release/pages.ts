import "server-only";
import type { DatasetHeader } from "@/domain/formats/dataset";
import type { Loss } from "@/domain/formats/loss";
import { gazetteerAttribution } from "@/domain/gazetteer/attribution";
import type { Gate } from "@/domain/protection/what-may-leave";
import type { AskedRelease } from "@/domain/release/asked";
import { citationFile, citationOf } from "@/domain/release/citation";
import { croissantOf } from "@/domain/release/croissant";
import { dataSheetOf } from "@/domain/release/data-sheet";
import { jsonFile, type ReleaseManifest } from "@/domain/release/manifest";
import type { ReleaseFile } from "@/domain/release/release";
import { sha256 } from "@/server/release/tables";
import { generator } from "@/server/release/view";

export type Told = {
  asked: AskedRelease;
  header: DatasetHeader;
  number: number;
  releasedAt: string;
  counts: Record<string, number>;
  losses: readonly Loss[];
  agreement: ReleaseManifest["agreement"];
  since: ReleaseManifest["since"];
};

/** What the manifest says, but for the files. */
export function toldOf(told: Told): Omit<ReleaseManifest, "files"> {
  const { asked, header, number, releasedAt, counts, losses, agreement, since } = told;
  const { id, slug, name, mode } = header.project;
  const { title, creators, licence, note } = asked;
  const cited = { title, number, creators, licence, note, project: name, day: releasedAt.slice(0, 10) };
  return {
    format: "glossator-release",
    formatVersion: 1,
    generator,
    project: { id, slug, name, mode },
    number,
    title,
    releasedAt,
    licence,
    creators,
    citation: citationOf(cited),
    note,
    asked,
    offsetUnit: "code point",
    codebookVersion: header.codebook.version,
    guidelinesSha256: sha256(header.guidelines),
    agreement,
    counts,
    losses: losses.map(({ what, count, how }) => ({ what, count, how })),
    since,
    attribution: gazetteerAttribution,
  };
}

/** The pages that explain a release; `files` are those that it has already, with the tables among them. */
export function pagesOf(told: Told, files: readonly ReleaseFile[]): { name: string; text: string }[] {
  const said = toldOf(told);
  const { languages, name: project } = told.header.project;
  const { title, number, creators, licence, citation, note, releasedAt } = said;
  const day = releasedAt.slice(0, 10);
  const description = [`Release ${number} of ${project}.`, note].filter(Boolean).join(" ");
  const described = { title, description, number, day, licence, creators, citation, languages, files };
  return [
    { name: "README.md", text: dataSheetOf({ ...said, languages, files: files.map(({ name }) => name) }) },
    { name: "CITATION.cff", text: citationFile({ title, number, creators, licence, day, note, project }) },
    { name: "croissant.json", text: jsonFile(croissantOf(described)) },
  ];
}

/** What the tags were made by. */
export const groundsOf = (header: DatasetHeader, gate: Gate): { name: string; text: string }[] => {
  const guidelines = gate.words(header.guidelines);
  return [
    { name: "codebook.json", text: jsonFile(gate.value(header.codebook)) },
    { name: "guidelines.md", text: guidelines === "" || guidelines.endsWith("\n") ? guidelines : `${guidelines}\n` },
  ];
};
