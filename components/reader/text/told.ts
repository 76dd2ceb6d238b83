import type { TagId } from "@/domain/ids";

/** What words were chosen with. */
export type Hand = "mouse" | "touch" | "keys";
/** The tags under the pointer, which stands there (client pixels). */
export type Stack = { ids: readonly TagId[]; x: number; y: number };

/** What choosing tells whoever asked for it. */
export type Told = {
  /** Words were chosen, and with what. */
  chosen(by: Hand): void;
  /** More than one tag stands under the pointer (client pixels). */
  stacked(stack: Stack | null): void;
  /** A click on words without a tag: the keyboard goes on from there. Code points. */
  pointed(point: number): void;
};
