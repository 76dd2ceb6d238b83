import type { Warning } from "@/domain/document/extraction";

/** Counts what a reader leaves out or is unsure of. */
export class Warnings {
  readonly #counts = new Map<Warning["kind"], { count: number; places: Set<string> }>();

  add(kind: Warning["kind"], where?: string, count = 1): void {
    if (count < 1) return;
    const known = this.#counts.get(kind) ?? { count: 0, places: new Set<string>() };
    this.#counts.set(kind, known);
    known.count += count;
    if (where !== undefined && known.places.size < SHOWN) known.places.add(where.slice(0, 60));
  }

  has = (kind: Warning["kind"]): boolean => this.#counts.has(kind);

  all(): Warning[] {
    return [...this.#counts].map(([kind, { count, places }]) => ({
      kind,
      count,
      ...(places.size > 0 && { where: [...places].join(", ").slice(0, 300) }),
    }));
  }
}

/** So many places are named. */
const SHOWN = 5;
