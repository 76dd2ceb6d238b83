import { byCodeUnit } from "@/domain/release/order";

/** Parts of a dataset for training, in hundredths of the groups of reports. */
export type Shares = { train: number; dev: number; test: number };
export const parts = ["train", "dev", "test"] as const;
export type Part = (typeof parts)[number];

export type Assigned = { reportId: string; group: string; part: Part };

/**
 * Which part each report is in. Reports that `together` names in one list are never parted: those of one event, and those
 * that copy each other. A group is called by the smallest id in it and falls where the digest of that id falls, so the
 * same reports always fall the same way, and adding one moves others only where it joins two groups.
 *
 * `hash` is SHA-256 in lower-case hex.
 */
export function splitOf(
  reports: readonly string[],
  together: readonly (readonly string[])[],
  { shares, hash }: { shares: Shares; hash: (text: string) => string },
): Assigned[] {
  const group = groupsOf(reports, together);
  return [...reports].sort(byCodeUnit).map((reportId) => {
    const called = group(reportId);
    return { reportId, group: called, part: partOf(called, shares, hash) };
  });
}

function partOf(group: string, { train, dev, test }: Shares, hash: (text: string) => string): Part {
  const all = train + dev + test;
  const at = (Number.parseInt(hash(group).slice(0, 12), 16) / 16 ** 12) * all;
  if (at < train) return "train";
  return at < train + dev ? "dev" : "test";
}

/** Joins what belongs together (union-find); answers the smallest id of a report's group. */
function groupsOf(reports: readonly string[], together: readonly (readonly string[])[]) {
  const above = new Map(reports.map((id) => [id, id]));
  const top = (id: string): string => {
    let [at, next] = [id, above.get(id) ?? id];
    while (next !== at) {
      const further = above.get(next) ?? next;
      above.set(at, further);
      at = next;
      next = further;
    }
    return at;
  };
  for (const each of together) {
    const [first, ...others] = each.filter((id) => above.has(id));
    for (const other of first === undefined ? [] : others) {
      const [one, two] = [top(first ?? other), top(other)];
      if (one < two) above.set(two, one);
      else above.set(one, two);
    }
  }
  return top;
}
