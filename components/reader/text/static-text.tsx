import { type CSSProperties, createElement, type Ref } from "react";
import type { Direction } from "@/domain/text/direction";
import type { Look, TextDocument } from "@/editor/document";

/** What the text is for those who cannot see it: a document to read, named, never a text box. */
export const textAttributes = (dir: Direction, { label, lang }: { label: string; lang: string }) => ({
  role: "document",
  "aria-label": label,
  class: "text",
  dir,
  lang,
  tabindex: "0",
});

/**
 * The text in the server's HTML, drawn as the live view draws it, so that reading starts before any script runs and
 * nothing jumps when the live view takes its place.
 */
export function StaticText({
  document,
  label,
  lang,
  ref,
}: {
  document: TextDocument;
  label: string;
  lang: string;
  ref?: Ref<HTMLDivElement>;
}) {
  return (
    <div ref={ref} role="document" aria-label={label} className="text" dir={document.direction} lang={lang}>
      {document.sections.map(({ at, pieces, lines }) => (
        <div key={at} className="section" style={{ "--lines": Math.round(lines) } as CSSProperties} data-section={at}>
          <div className="section-margin" />
          <div className="section-blocks">
            {pieces.map(({ at: piece, tag, attributes: { class: className, ...rest }, text, looks }) =>
              createElement(tag, { key: piece, className, ...rest }, looks ? looks.map(looking) : text),
            )}
          </div>
        </div>
      ))}
    </div>
  );
}

const looking = ({ text, classes }: Look, at: number) =>
  classes === "" ? (
    text
  ) : (
    <span key={at} className={classes}>
      {text}
    </span>
  );
