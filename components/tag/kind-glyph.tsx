import { Glyph } from "@/components/tag/glyph";
import { LabelGlyph } from "@/components/tag/label-glyph";
import type { LabelColour, LabelShape } from "@/domain/codebook/codebook-values";
import { isCoreKind } from "@/domain/kind-values";

/** How a project's label looks in lists. */
export type LabelLook = { slug: string; colour: LabelColour; shape: LabelShape };

/** The sign of any kind of annotation: of a core kind, or of a label as the codebook says. */
export function KindGlyph({
  kind,
  labels,
  className = "",
}: {
  kind: string;
  labels: readonly LabelLook[];
  className?: string;
}) {
  if (isCoreKind(kind)) return <Glyph kind={kind} className={className} />;
  const look = labels.find(({ slug }) => kind === `label:${slug}`);
  return look ? (
    <LabelGlyph shape={look.shape} colour={look.colour} className={className} />
  ) : (
    <Glyph kind="custom" className={className} />
  );
}
