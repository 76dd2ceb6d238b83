import type { EntityRecord, ReportBundle } from "@/domain/formats/dataset";
import type { AnnotatedDocument, NamedEntity, Spot } from "@/domain/interchange/document";
import type { SetAside, Unread } from "@/domain/interchange/reader";

/** What an import takes out of files, whatever their format. Our own files tell more of reports and entities. */
export type Piece =
  | { is: "document"; document: AnnotatedDocument }
  | { is: "entity"; entity: NamedEntity }
  | { is: "set-aside"; aside: SetAside }
  | { is: "unread"; unread: Unread }
  | { is: "person"; id: string; name: string }
  | { is: "codebook"; content: unknown }
  | { is: "own-entity"; entity: EntityRecord }
  | { is: "bundle"; bundle: ReportBundle; spot: Spot }
  /** A tag that stands elsewhere than its file says: where its words do. */
  | { is: "by-quote"; spot: Spot; quote: string };
