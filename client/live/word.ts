import type { LiveEvents } from "@/domain/live/live-event";

/** What pages hear of the stream, besides its own beat. */
export type LiveWord =
  | { is: "entry"; entry: LiveEvents["entry"] }
  | { is: "presence"; reportId: LiveEvents["presence"]["reportId"] }
  | { is: "inbox"; unread: number }
  /** Something may have been missed: whoever shows anything fetches it again. */
  | { is: "anew" };

/** A connection to the stream as a browser makes it. */
export type Source = {
  /** What it says, by the name of the event. */
  on(hear: (name: string, id: string, data: string) => void): void;
  onLost(lost: () => void): void;
  close(): void;
};
