"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { relationsOf } from "@/client/desk/linked";
import { speakerOf } from "@/client/desk/speaker";
import { useKindName, useLinkName } from "@/components/annotate/tags/names";
import { attributedTo, gradeOf, otherEndName } from "@/components/annotate/tags/tag-words";
import { useReader } from "@/components/annotate/use-desk";
import type { Numbered } from "@/components/reader/print/printed-text";
import type { TagId } from "@/domain/ids";
import { isCoreKind } from "@/domain/kind-values";
import type { ClaimAttributes } from "@/domain/tag/claim";
import type { PlaceAttributes } from "@/domain/tag/place";
import type { Annotation } from "@/domain/tag/tag";

/** A row of the lists: one claim, or all mentions of a place or speaker. */
export type PrintedRow = {
  kind: string;
  name: string;
  ids: readonly TagId[];
  first: Annotation;
  tags: readonly Annotation[];
};
type Marks = ReadonlyMap<TagId, Numbered>;

/** What the numbers in the text stand for: claims, places, sources, and tags of the project's own kinds. */
export function PrintedLists({ rows, marks }: { rows: readonly PrintedRow[]; marks: Marks }) {
  const of = (fits: (row: PrintedRow) => boolean) => rows.filter(fits);
  return (
    <>
      <Claims rows={of(({ kind }) => kind === "claim")} marks={marks} />
      <Places rows={of(({ kind }) => kind === "place")} marks={marks} />
      <Sources rows={of(({ kind }) => kind === "source")} marks={marks} />
      <Others rows={of(({ kind }) => !isCoreKind(kind))} marks={marks} />
    </>
  );
}

function List({
  title,
  columns,
  rows,
  marks,
  children,
}: {
  title: string;
  columns: readonly string[];
  rows: readonly PrintedRow[];
  marks: Marks;
  children: (row: PrintedRow) => readonly ReactNode[];
}) {
  const t = useTranslations("panels.print");
  const language = useReader((state) => state.report.language);
  if (rows.length === 0) return null;
  return (
    <section className="printed-list" lang="en">
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("number")}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.first.id}>
              <td>{marks.get(row.first.id)?.mark}</td>
              <td lang={language}>
                <bdi>{row.name}</bdi>
                {row.ids.length > 1 ? ` ×${row.ids.length}` : ""}
              </td>
              {children(row).map((cell, at) => (
                // The first column is the name.
                <td key={columns[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function useStates() {
  const t = useTranslations("panels");
  return ({ tags }: PrintedRow) => [...new Set(tags.map(({ state }) => t(`states.${state}`)))].join(", ");
}

function Claims({ rows, marks }: { rows: readonly PrintedRow[]; marks: Marks }) {
  const t = useTranslations("panels.print");
  const tAll = useTranslations("panels");
  const plural = useTranslations("values.kinds");

  const linkName = useLinkName();
  const statesOf = useStates();
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const entities = useReader((state) => state.entities);
  const things = { annotations, relations, entities };
  const marked = (id: TagId | undefined) => (id ? marks.get(id)?.mark : undefined);

  const cells = ({ first }: PrintedRow) => {
    const said = first.attributes as ClaimAttributes;
    const links = relationsOf(things, first.id).filter(({ from }) => from === first.id);
    const source = links.find(({ kind }) => kind === "attributed-to");
    const speaker = attributedTo(things, first)?.name ?? (source && otherEndName(things, source));
    const article = source?.toArticle ? tAll("links.article") : undefined;
    const places = links.filter(({ kind }) => kind === "located-at");
    const related = links.filter(({ kind }) => kind !== "located-at" && kind !== "attributed-to");
    const kinds = [
      said.kind && tAll(`claim.kinds.${said.kind}`),
      said.certainty && said.certainty !== "unspecified" && tAll(`claim.certainties.${said.certainty}`),
      said.polarity === "negated" && tAll("claim.polarities.negated"),
      said.standing === "background" && tAll("claim.standings.background"),
      ...related.map((link) => `${linkName(link.kind)} ${marked(link.to) ?? t("elsewhere")}`),
    ];
    return [
      kinds.filter(Boolean).join(", "),
      withMark(speaker ?? article, marked(source?.to)),
      places.map((place) => withMark(otherEndName(things, place), marked(place.to))).reduce(listed, null) ?? "–",
      gradeOf(things, first) ?? "–",
      statesOf({ first, tags: [first], ids: [first.id], kind: first.kind, name: "" }),
    ];
  };
  return (
    <List
      title={plural("claim")}
      columns={[t("claim"), t("details"), t("source"), t("place"), t("grade"), t("state")]}
      rows={rows}
      marks={marks}
    >
      {cells}
    </List>
  );
}

const withMark = (name: string | undefined, mark: string | undefined): ReactNode =>
  name ? (
    <span key={mark ?? name}>
      <bdi>{name}</bdi>
      {mark ? ` (${mark})` : ""}
    </span>
  ) : (
    "–"
  );

const listed = (all: ReactNode, each: ReactNode): ReactNode =>
  all === null ? (
    each
  ) : (
    <>
      {all}, {each}
    </>
  );

function Places({ rows, marks }: { rows: readonly PrintedRow[]; marks: Marks }) {
  const t = useTranslations("panels.print");
  const tPlace = useTranslations("panels.place");
  const plural = useTranslations("values.kinds");

  const statesOf = useStates();
  return (
    <List
      title={plural("place")}
      columns={[t("place"), t("type"), t("location"), t("state")]}
      rows={rows}
      marks={marks}
    >
      {(row) => {
        const all = row.tags.map(({ attributes }) => attributes as PlaceAttributes);
        const types = all.flatMap(({ featureType }) => featureType ?? []);
        const statuses = all.flatMap(({ resolution }) => resolution ?? []);
        const spots = all.flatMap(({ located }) => located ?? []).map(spotOf);
        return [
          each(types.map((type) => tPlace(`featureTypes.${type}`))),
          each([...spots, ...statuses.map((status) => tPlace(`resolutions.${status}`))]),
          statesOf(row),
        ];
      }}
    </List>
  );
}

const each = (words: readonly string[]) => [...new Set(words)].join(", ") || "–";

function spotOf({ name, latitude, longitude }: NonNullable<PlaceAttributes["located"]>): string {
  return latitude === undefined || longitude === undefined ? name : `${name} (${latitude}, ${longitude})`;
}

function Sources({ rows, marks }: { rows: readonly PrintedRow[]; marks: Marks }) {
  const t = useTranslations("panels.print");
  const kinds = useTranslations("values.entityKind");
  const ungraded = useTranslations("panels")("noGrade");
  const plural = useTranslations("values.kinds");

  const statesOf = useStates();
  const entities = useReader((state) => state.entities);
  return (
    <List title={plural("source")} columns={[t("source"), t("type"), t("grade"), t("state")]} rows={rows} marks={marks}>
      {(row) => {
        const speaker = speakerOf(entities, row.first);
        const type = speaker ? kinds(speaker.kind) : t("unidentified");
        return [type, speaker?.reliability ?? ungraded, statesOf(row)];
      }}
    </List>
  );
}

function Others({ rows, marks }: { rows: readonly PrintedRow[]; marks: Marks }) {
  const t = useTranslations("panels.print");
  const kindName = useKindName();
  const statesOf = useStates();
  return (
    <List title={t("others")} columns={[t("words"), t("type"), t("state")]} rows={rows} marks={marks}>
      {(row) => [kindName(row.kind), statesOf(row)]}
    </List>
  );
}
