"use client";

import "./printed.css";
import { type ReactNode, useMemo } from "react";
import { createPortal } from "react-dom";
import { useTranslations } from "use-intl";
import { useReader } from "@/components/annotate/use-desk";
import { PrintedLists, type PrintedRow } from "@/components/reader/print/printed-lists";
import { type Numbered, numbered, stretchesOf } from "@/components/reader/print/printed-text";
import { ReportHead } from "@/components/reader/report-head";
import { rowsOf } from "@/components/reader/tag-list/rows";
import { When } from "@/components/values/when";
import { classOfLooks, Emphasised } from "@/domain/document/emphasis";
import type { Block } from "@/domain/report/report";
import { beginsWithTitle, layOut } from "@/editor/document";
import type { Pen } from "@/editor/drawn";

const everything = { query: "", mine: false, linked: "any" } as const;

/** The report for paper: its text with every tag's borders and number, then the lists of what the numbers stand for. */
export function Printed() {
  const t = useTranslations("panels.print");
  const report = useReader((state) => state.report);
  const blocks = useReader((state) => state.blocks);
  const project = useReader((state) => state.project);
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const entities = useReader((state) => state.entities);
  const me = useReader((state) => state.me);
  const people = useReader((state) => state.people);
  const rows = useMemo((): PrintedRow[] => {
    const filters = { hiddenKinds: new Set<string>(), states: null, query: "" };
    const labels = project.codebook.labels.map(({ slug }) => slug);
    return rowsOf({ annotations, relations, entities, filters, me }, everything, labels).flatMap((row) =>
      row.is === "tag" ? [{ ...row, tags: row.ids.flatMap((id) => annotations.get(id) ?? []) }] : [],
    );
  }, [annotations, relations, entities, me, project]);
  const marks = useMemo(() => numbered(rows), [rows]);
  const byBlock = useMemo(() => inBlocks(blocks, [...marks.values()]), [blocks, marks]);
  const titled = beginsWithTitle(blocks, report.title);
  const document = useMemo(() => layOut(blocks, { ...report, ranges: report.extraction.ranges }), [blocks, report]);
  const emphasised = useMemo(() => new Emphasised(report.extraction.ranges), [report]);
  const directions = new Map(document.pieces.map((piece) => [piece.block, piece.direction]));
  const pages = new Map(
    document.pieces.flatMap(({ block, attributes }) =>
      attributes["data-page"] === undefined ? [] : [[block, attributes["data-page"]] as const],
    ),
  );

  return createPortal(
    <article className="printed" lang={report.language}>
      <ReportHead report={report} titled={titled} />
      <p className="printed-legend" lang="en">
        {t("legend")}
      </p>
      <div className="printed-text" dir={report.direction}>
        {blocks.map((block) => (
          <PrintedBlock
            key={block.ordinal}
            block={block}
            isTitle={titled && block.ordinal === 0}
            direction={directions.get(block.ordinal) ?? report.direction}
            page={pages.get(block.ordinal)}
            tags={byBlock.get(block.ordinal) ?? []}
            emphasised={emphasised}
          />
        ))}
      </div>
      <PrintedLists rows={rows} marks={marks} />
      <p className="printed-foot" lang="en">
        {t("foot", { project: project.name, name: people.get(me.id)?.name ?? "" })}{" "}
        <When value={new Date().toISOString()} time />
        <br />
        {t("hash", { hash: report.textSha256 })}
      </p>
    </article>,
    window.document.body,
  );
}

function PrintedBlock({
  block,
  isTitle,
  direction,
  page,
  tags,
  emphasised,
}: {
  block: Block;
  isTitle: boolean;
  direction: "ltr" | "rtl";
  /** The page of the document that begins in it. */
  page: string | undefined;
  tags: readonly Numbered[];
  emphasised: Emphasised;
}) {
  const Name = isTitle ? "h1" : block.type === "heading" ? "h2" : "p";
  const marker = block.attributes["marker"];
  return (
    <Name dir={direction} data-type={block.type} data-page={page}>
      {block.type === "list-item" || block.type === "footnote" ? `${typeof marker === "string" ? marker : "•"} ` : null}
      {stretchesOf(block, tags, emphasised).map(({ opens, text, looks, under, closes }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a block are not moved, they are made again
        <span key={at}>
          {opens > 0 ? <b className="printed-bracket">{"[".repeat(opens)}</b> : null}
          <Underlined as={under}>
            {looks.length > 0 ? <span className={classOfLooks(looks)}>{text}</span> : text}
          </Underlined>
          {closes.map(({ mark, pen }) => (
            <span key={mark}>
              {pen === "claim" ? <b className="printed-bracket">]</b> : null}
              <sup dir="ltr">{mark}</sup>
            </span>
          ))}
        </span>
      ))}
    </Name>
  );
}

/** One line under another: a text has one decoration of its own. */
function Underlined({ as: [pen, ...others], children }: { as: readonly Pen[]; children: ReactNode }) {
  if (!pen) return children;
  return (
    <span className={`printed-${pen}`}>
      <Underlined as={others}>{children}</Underlined>
    </span>
  );
}

/** The tags that stand in each block, found in one pass. */
function inBlocks(blocks: readonly Block[], tags: readonly Numbered[]): Map<number, Numbered[]> {
  const found = new Map<number, Numbered[]>();
  const ends = blocks.map(({ start, text }) => start + Array.from(text).length);
  for (const tag of tags) {
    for (const { start, end } of tag.segments) {
      for (let at = firstAfter(ends, start); at < blocks.length && (blocks[at]?.start ?? 0) < end; at++) {
        const ordinal = blocks[at]?.ordinal ?? 0;
        const there = found.get(ordinal) ?? [];
        if (there.at(-1) !== tag) found.set(ordinal, [...there, tag]);
      }
    }
  }
  return found;
}

/** The first block that ends after a point. */
function firstAfter(ends: readonly number[], point: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  return low;
}
