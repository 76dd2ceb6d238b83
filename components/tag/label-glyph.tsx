import type { LabelColour, LabelShape } from "@/domain/codebook/codebook-values";

const shapes: Record<LabelShape, string> = {
  tag: "M1.8 3.2h6L12.4 7l-4.6 3.8h-6z",
  square: "M2.4 2.4h9.2v9.2H2.4z",
  diamond: "M7 1.4 12.6 7 7 12.6 1.4 7z",
  triangle: "M7 2 12.8 12H1.2z",
  hexagon: "M4 1.9h6L13 7l-3 5.1H4L1 7z",
  star: "m7 1.2 1.8 3.9 4.2.5-3.1 2.9.8 4.2L7 10.6l-3.7 2.1.8-4.2L1 5.6l4.2-.5z",
  flag: "M3 13V1.8h8.6L9.4 4.7l2.2 2.9H3",
  ring: "M7 12.2a5.2 5.2 0 1 0 0-10.4 5.2 5.2 0 0 0 0 10.4zm0-3.4a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z",
  cross: "M5 1.6h4V5h3.4v4H9v3.4H5V9H1.6V5H5z",
};

/** The sign of a project's label: told apart by shape, not only by colour. */
export function LabelGlyph({
  shape,
  colour,
  className = "",
}: {
  shape: LabelShape;
  colour: LabelColour;
  className?: string;
}) {
  return (
    <svg
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ color: `var(--label-${colour})` }}
      className={`size-3.5 shrink-0 ${className}`}
    >
      <path d={shapes[shape]} />
    </svg>
  );
}
