import type { TagRecord, UnreadTag } from "@/domain/formats/dataset";
import type { ProjectId } from "@/domain/ids";
import type { Anchor, Annotation, Relation, TagVersion } from "@/domain/tag/tag";
import type { Verdict } from "@/domain/verdict";
import { cellFrom, cellsFrom } from "./reading";

export type Cells = readonly (string | null)[];
type Text = string | null | undefined;
type Said = Annotation["attributes"];

/** What the database keeps was checked when it was written: its JSON and its words are what their types say. */
const json = <T>(text: Text): T | undefined => (text === null || text === undefined ? undefined : JSON.parse(text));
const said = <T extends string>(text: Text): T => (text ?? "") as T;

let lastInstant = { text: "", said: "" };

/** "2026-06-02 10:00:00.5+00", as COPY writes an instant in UTC, as the API says it. */
export function instantFrom(text: Text): string {
  if (text === null || text === undefined) return "";
  // What was written in one transaction has one instant.
  if (text === lastInstant.text) return lastInstant.said;
  const time = text.slice(11, text.length - 3);
  const said = `${text.slice(0, 10)}T${time.length === 8 ? `${time}.000` : time.slice(0, 12).padEnd(12, "0")}Z`;
  lastInstant = { text, said };
  return said;
}

/**
 * Fields are added to an object instead of spread into another, here and in `domain/formats/native/lean.ts`: a spread of
 * many fields takes as long as everything else that is done with a tag.
 */

/** A tag from a row of `Statements.tags` and the decisions on it. Its versions are put together when somebody asks for them. */
export function tagFrom(
  cells: Cells,
  projectId: ProjectId,
  decided: Text,
): TagRecord<Annotation> | TagRecord<Relation> {
  const anchor = json<Anchor>(cells[18]);
  const head = headFrom(cells, projectId);
  const verdicts = json<Verdict[]>(decided) ?? [];
  const last = verdicts.at(-1);
  if (last) head.verdict = shown(last);
  if (cells[7]) head.derivedFrom = json<Annotation["id"][]>(cells[7]);
  if (cells[1] === "relation") {
    const kind = said<Relation["kind"]>(cells[3]);
    const tag: Relation = Object.assign(head, { type: "relation" as const, kind }, endsFrom(cells, cells[21]));
    if (anchor) tag.cue = anchor;
    return recordOf(tag, verdicts, () => [...earlier(cells), versionFrom(cells, tag, anchor)]);
  }
  if (!anchor) throw new Error("An annotation has no place.");
  const { revisionId, segments } = anchor;
  const kind = said<Annotation["kind"]>(cells[3]);
  const tag: Annotation = Object.assign(head, { type: "annotation" as const, kind, revisionId, segments });
  return recordOf(tag, verdicts, () => [...earlier(cells), versionFrom(cells, tag, anchor)]);
}

/** A row as COPY writes it. */
type Row = readonly string[];
const none = "\\N";

/** The same of a tag whose JSON is not read: it holds the row, and answers what it is asked for. */
export class UnreadRow implements UnreadTag {
  readonly #row: Row;
  readonly #projectId: ProjectId;
  readonly #decided: Text;

  constructor(row: Row, projectId: ProjectId, decided: Text) {
    this.#row = row;
    this.#projectId = projectId;
    this.#decided = decided;
  }

  get type() {
    return said<UnreadTag["type"]>(this.#row[1]);
  }
  get id() {
    return said(this.#row[2]);
  }
  get kind() {
    return said(this.#row[3]);
  }
  get layer() {
    return said(this.#row[4]);
  }
  get state() {
    return said(this.#row[5]);
  }
  get version() {
    return Number(this.#row[6]);
  }
  get derivedFrom() {
    return this.#said(7);
  }
  get createdBy() {
    return said<UnreadTag["createdBy"]>(this.#row[8]);
  }
  get createdAt() {
    return instantFrom(this.#row[9]);
  }
  get updatedBy() {
    return said<UnreadTag["updatedBy"]>(this.#row[10]);
  }
  get updatedAt() {
    return instantFrom(this.#row[11]);
  }
  get origin() {
    return said(this.#row[12]);
  }
  get codebookVersion() {
    return Number(this.#row[13]);
  }
  get from() {
    return this.#said(14);
  }
  get to() {
    return this.#said(15);
  }
  get toArticle() {
    return this.#row[16] === "t";
  }
  get writtenAs() {
    return said(this.#row[17]);
  }
  get anchor() {
    return this.#said(18);
  }
  get attributes() {
    return this.#said(19) ?? "{}";
  }
  get toEntity() {
    return this.#said(21);
  }
  get more() {
    return [20, 22, 23].some((at) => this.#row[at] !== none);
  }
  get verdicts() {
    return this.#decided ?? undefined;
  }

  #said(at: number): string | undefined {
    const cell = this.#row[at] ?? none;
    return cell.includes("\\") ? (cellFrom(cell) ?? undefined) : cell;
  }

  read() {
    return tagFrom(cellsFrom(this.#row), this.#projectId, this.#decided);
  }
}

/** Most formats have no use for versions: they are put together once somebody asks. */
function recordOf<T>(tag: T, verdicts: readonly Verdict[], make: () => TagVersion[]): TagRecord<T> {
  let made: TagVersion[] | undefined;
  return {
    tag,
    verdicts,
    get versions() {
      made ??= make();
      return made;
    },
  };
}

const earlier = (cells: Cells) => json<TagVersion[]>(cells[23]) ?? [];

function headFrom(cells: Cells, projectId: ProjectId): Omit<Annotation, "type" | "kind" | "revisionId" | "segments"> {
  return {
    id: said(cells[2]),
    projectId,
    reportId: said(cells[0]),
    layer: said(cells[4]),
    state: said(cells[5]),
    version: Number(cells[6]),
    attributes: json<Said>(cells[19]) ?? {},
    origin: said(cells[12]),
    codebookVersion: Number(cells[13]),
    createdBy: said(cells[8]),
    createdAt: instantFrom(cells[9]),
    updatedBy: said(cells[10]),
    updatedAt: instantFrom(cells[11]),
  };
}

/** The version that is the tag itself, in the words in which it was said before entities were merged. */
function versionFrom(cells: Cells, tag: Annotation | Relation, anchor: Anchor | undefined): TagVersion {
  const version: TagVersion = {
    number: tag.version,
    kind: tag.kind,
    attributes: json<Said>(cells[20]) ?? tag.attributes,
    state: said(cells[17]),
    origin: tag.origin,
    codebookVersion: tag.codebookVersion,
    by: tag.updatedBy,
    at: tag.updatedAt,
  };
  if (anchor) version.anchor = anchor;
  return tag.type === "relation" ? Object.assign(version, endsFrom(cells, cells[22] ?? cells[21])) : version;
}

type Ends = Pick<Relation, "from" | "to" | "toEntity" | "toArticle">;

function endsFrom(cells: Cells, entity: Text): Ends {
  const ends: Ends = { from: said(cells[14]) };
  if (cells[15]) ends.to = said<Relation["from"]>(cells[15]);
  if (entity) ends.toEntity = said<NonNullable<Ends["toEntity"]>>(entity);
  if (cells[16] === "t") ends.toArticle = true;
  return ends;
}

function shown({ tagId: _, resultVersion, version, ...verdict }: Verdict): Annotation["verdict"] {
  return { ...verdict, version: resultVersion ?? version };
}
