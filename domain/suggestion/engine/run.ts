import type { FoundPlace } from "@/domain/gazetteer/found-place";
import type { Context, Engine, Proposal, ReportText } from "./proposal";

/** What an engine proposes for a report, and whose names it wanted to know. `look` finds places by name. */
export async function proposalsFor(
  engine: Engine,
  report: ReportText,
  {
    countries,
    remembered,
    look,
  }: Pick<Context, "countries" | "remembered"> & {
    look: (names: readonly string[]) => Promise<ReadonlyMap<string, readonly FoundPlace[]>>;
  },
): Promise<readonly Proposal[]> {
  const names = engine.names(report);
  const places = names.length > 0 ? await look(names) : new Map<string, readonly FoundPlace[]>();
  return engine.propose(report, { places, countries, ...(remembered && { remembered }) });
}
