import type { Ticket } from "@/domain/change/change";

export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

/** A change as it lies on this device: what it says is encrypted. */
export type Row = Ticket & {
  /** Position in the queue. */
  seq: number;
  user: string;
  /** It was sent at least once, so the server may have it: never changed again, only repeated with the same opId. */
  frozen: boolean;
  sealed: Sealed;
};

export type NewRow = Omit<Row, "seq" | "frozen">;
