export type GlyphKind = "claim" | "place" | "source" | "custom";

const colours: Record<GlyphKind, string> = {
  claim: "text-claim",
  place: "text-place",
  source: "text-source",
  custom: "text-custom",
};

/** The sign of a kind: a band with its bar, a pin, a voice over dots, a label. Told apart by shape, not only by colour. */
export function Glyph({ kind, className = "" }: { kind: GlyphKind; className?: string }) {
  return (
    <svg
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
      className={`size-3.5 shrink-0 ${colours[kind]} ${className}`}
    >
      {drawing(kind)}
    </svg>
  );
}

function drawing(kind: GlyphKind) {
  switch (kind) {
    case "claim":
      return (
        <g fill="currentColor" stroke="none">
          <rect x="1" y="2" width="12" height="10" rx="2" opacity=".25" />
          <rect x="1" y="2" width="2.4" height="10" />
        </g>
      );
    case "place":
      return (
        <>
          <path d="M7 13S2.5 8.6 2.5 5.4a4.5 4.5 0 0 1 9 0C11.5 8.6 7 13 7 13z" strokeWidth="1.5" />
          <circle cx="7" cy="5.4" r="1.4" fill="currentColor" stroke="none" />
        </>
      );
    case "source":
      return (
        <>
          <path d="M2 12h10" strokeWidth="2" strokeDasharray="1.5 2" />
          <circle cx="7" cy="4.5" r="2.7" strokeWidth="1.5" />
        </>
      );
    case "custom":
      return <path d="M1.8 3.2h6L12.4 7l-4.6 3.8h-6z" strokeWidth="1.5" strokeLinejoin="round" />;
  }
}
