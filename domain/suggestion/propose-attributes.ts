import type { ClaimAttributes } from "@/domain/tag/claim";
import { type ClaimWords, claimWords, plainWords } from "./claim-words";

export type ClaimProposal = Pick<ClaimAttributes, "kind" | "certainty" | "polarity" | "standing">;

/**
 * What a claim's own words, and those before it in its sentence, say about it. A proposal for an analyst to take or
 * change, never more; empty for a language without word lists (there are English and Arabic). A discontinuous claim's
 * quote has its parts joined by " … ". The sentence is the one in which the claim begins; where, in UTF-16 units of it,
 * says `at`, without which the claim's words are looked for.
 */
export function proposeClaimAttributes(quote: string, sentence: string, language: string, at?: number): ClaimProposal {
  const words = claimWords(language);
  const claim = plainWords(quote);
  if (!words || claim === "") return {};
  const before = at === undefined ? wordsBefore(plainWords(sentence), claim) : plainWords(sentence.slice(0, at));
  const standing = standingOf(claim, before, words);
  return {
    kind: kindOf(claim, before, standing, words),
    certainty: certaintyOf(claim, before, standing, words),
    polarity: words.negation.test(claim) ? "negated" : "affirmed",
    standing,
  };
}

/** What stands before the claim in its sentence. */
function wordsBefore(sentence: string, claim: string): string {
  const [start = claim] = claim.split(" … ");
  for (let at = sentence.indexOf(start.slice(0, 1)); at >= 0; at = sentence.indexOf(start.slice(0, 1), at + 1)) {
    const rest = sentence.slice(at);
    if (rest.startsWith(start) || start.startsWith(rest)) return sentence.slice(0, at).trimEnd();
  }
  return "";
}

function standingOf(claim: string, before: string, words: ClaimWords): "asserted" | "background" {
  if (words.presupposes.test(before) || words.relative.test(claim) || words.relative.test(before)) return "background";
  return isNaming(claim, words) ? "background" : "asserted";
}

/** A thing with what describes it: no verb of its own, only one in a relative clause or an apposition. */
function isNaming(claim: string, words: ClaimWords): boolean {
  if (claim.includes(" … ") || !words.naming.test(claim)) return false;
  const [head = claim] = claim.split(/,? (?:that|which|who|whose|where) |, (?=the |an? )/);
  return !words.verb.test(head) && !words.plan.test(head) && (head !== claim || words.described.test(claim));
}

function kindOf(
  claim: string,
  before: string,
  standing: string,
  words: ClaimWords,
): NonNullable<ClaimProposal["kind"]> {
  if (words.denial.test(claim) || words.denial.test(lastClause(before))) return "denial";
  if (words.purpose.test(claim)) return "intention";
  if (standing === "background") return words.judgement.test(claim) ? "assessment" : "state";
  const [plan, forecast] = [claim.search(words.plan), claim.search(words.forecast)];
  if (plan >= 0 && (forecast < 0 || plan <= forecast)) return "intention";
  if (forecast >= 0) return "forecast";
  if (words.judgement.test(claim)) return "assessment";
  return words.condition.test(claim) ? "state" : "event";
}

function certaintyOf(claim: string, before: string, standing: string, words: ClaimWords) {
  if (standing === "background") return "certain";
  if (words.possible.test(claim)) return "possible";
  return words.probable.test(claim) || words.governing.test(before) ? "probable" : "certain";
}

/** The last words before a claim: what is said further away is not said of it. */
function lastClause(before: string): string {
  return before.split(/[,;:،؛]/).at(-1) ?? "";
}
