import { ProseText } from "@/components/prose/prose-text";
import type { Prose } from "@/domain/prose/prose";

/** A note as it is read. */
export const NoteText = ({ prose }: { prose: Prose }) => <ProseText prose={prose} other={() => null} />;
