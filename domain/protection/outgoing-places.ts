import { masked } from "@/domain/protection/mask";
import type { ProtectedPassage, Protection } from "@/domain/protection/protection";

type Fields = Readonly<Record<string, unknown>>;
/** Protected passages of the revision or report that a value is of. */
export type Passages = readonly Pick<ProtectedPassage, "start" | "end">[];

export const noPassages: Passages = [];
const everything: Passages = [{ start: 0, end: Number.MAX_SAFE_INTEGER }];

/** Finds what is protected where a value stands, and takes it out of what the value says of those words. */
export function outgoingPlaces({ passages, described }: Pick<Protection, "passages" | "described">) {
  const by = (key: "revisionId" | "reportId") => {
    const found = new Map<unknown, ProtectedPassage[]>();
    for (const each of passages) found.set(each[key], [...(found.get(each[key]) ?? []), each]);
    return found;
  };
  const [ofRevision, ofReport] = [by("revisionId"), by("reportId")];
  const isDescribed = (id: unknown) => typeof id === "string" && described.includes(id);

  return {
    /** Whether a value is a report of which no words leave. */
    isDescribed: (value: Fields) => isDescribed(value["id"]),
    passagesAt(value: Fields, inherited: Passages): Passages {
      if (isDescribed(value["reportId"]) || isDescribed(value["id"])) return everything;
      if (typeof value["revisionId"] === "string") return ofRevision.get(value["revisionId"]) ?? inherited;
      if (typeof value["reportId"] === "string") return ofReport.get(value["reportId"]) ?? noPassages;
      return inherited;
    },
    /** The value with what stands on protected words blocked out, where it says at which code point they begin. */
    placed(value: Fields, protectedHere: Passages): Fields {
      if (protectedHere.length === 0) return value;
      const start = typeof value["start"] === "number" ? value["start"] : 0;
      const end = typeof value["end"] === "number" ? value["end"] : start;
      const out = { ...value };
      for (const [name, from] of [
        ["text", start],
        ["quote", start],
        ["prefix", start - lengthOf(value["prefix"])],
        ["suffix", end],
        ["left", start - lengthOf(value["left"])],
        ["word", start],
        ["right", end],
      ] as const) {
        const said = value[name];
        if (typeof said !== "string") continue;
        out[name] = masked(
          said,
          protectedHere.map((range) => ({ start: range.start - from, end: range.end - from })),
        );
      }
      return out;
    },
  };
}

const lengthOf = (text: unknown) => (typeof text === "string" ? [...text].length : 0);
