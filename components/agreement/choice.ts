import type { ProjectAgreement } from "@/domain/agreement/project/answer";

/** What somebody wants compared; null takes everything. */
export interface AgreementChoice {
  people: readonly string[] | null;
  kinds: readonly string[] | null;
  from: string;
  to: string;
  layers: ProjectAgreement["about"]["layers"];
  positions: ProjectAgreement["about"]["positions"];
  hideNames: boolean;
  /** Leaves out tags that began as suggestions. */
  withoutProposals: boolean;
}

export const usualComparison: AgreementChoice = {
  people: null,
  kinds: null,
  from: "",
  to: "",
  layers: "blind",
  positions: "characters",
  hideNames: false,
  withoutProposals: false,
};

/** The choice as the API's query; what is usual is left out. */
export function queryOf(choice: AgreementChoice): URLSearchParams {
  const { people, kinds, from, to, layers, positions, hideNames, withoutProposals } = choice;
  const query = new URLSearchParams();
  if (people) query.set("people", people.join(","));
  if (kinds) query.set("kinds", kinds.join(","));
  if (from) query.set("from", from);
  if (to) query.set("to", to);
  if (layers !== "blind") query.set("layers", layers);
  if (positions !== "characters") query.set("positions", positions);
  if (hideNames) query.set("names", "hidden");
  if (withoutProposals) query.set("proposals", "without");
  return query;
}

/** The choice of an address; what makes no sense there is left as usual. */
export function choiceIn(query: URLSearchParams): AgreementChoice {
  const listed = (name: string) => query.get(name)?.split(",").filter(Boolean) ?? null;
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(query.get(name) ?? "") ? (query.get(name) ?? "") : "");
  return {
    people: listed("people"),
    kinds: listed("kinds"),
    from: day("from"),
    to: day("to"),
    layers: query.get("layers") === "now" ? "now" : "blind",
    positions: query.get("positions") === "words" ? "words" : "characters",
    hideNames: query.get("names") === "hidden",
    withoutProposals: query.get("proposals") === "without",
  };
}
