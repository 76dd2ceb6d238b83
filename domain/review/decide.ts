import { refusalForVerdict } from "@/domain/access/policy";
import { type Failure, fail, type Problem, type Result } from "@/domain/failure";
import { fieldWords } from "@/domain/field-words";
import type { Deed } from "@/domain/history/entry";
import type { TagId, VerdictId } from "@/domain/ids";
import { type Sampling, stakesOf, whySampled } from "@/domain/review/sampling";
import { draftOf } from "@/domain/tag/change";
import type { Ledger } from "@/domain/tag/ledger";
import { sameBody, sameContent } from "@/domain/tag/same-content";
import type { KeptVerdict } from "@/domain/tag/situation";
import { agrees, isUnseen, shownVerdict, standingVerdict } from "@/domain/tag/standing-verdict";
import { afterVerdict } from "@/domain/tag/state";
import { PutAnnotation, PutRelation, type Tag } from "@/domain/tag/tag";
import { type Decide, type Decision, isAccepting, type Verdict } from "@/domain/verdict";

export type Decided = { verdict: Verdict; tag: Tag };
export type Deciding = { tagId: TagId; verdictId: VerdictId; decide: Decide; sampling?: Sampling | undefined };

const deeds: Record<Decision, Deed> = {
  accept: "accepted",
  "accept-with-change": "accepted-with-change",
  "accept-unseen": "accepted-unseen",
  return: "returned",
  reject: "rejected",
};

/**
 * Decides on the version that the reviewer has seen. A change of theirs becomes a version that is accepted at once:
 * two people have then seen it. The same decision said twice makes one verdict. A colleague's verdict is overruled only
 * by somebody who names it.
 */
export function decideTag(ledger: Ledger, { tagId, verdictId, decide, sampling }: Deciding): Result<Decided> {
  const { actor, standing, twoPersonRule, report, now } = ledger.situation;
  const tag = ledger.find(tagId);
  if (!tag) return fail({ kind: "not-found" });

  const said = repeated(ledger, tag, decide);
  if (said) return { ok: true, value: { verdict: shownVerdict(said), tag } };

  const accepting = isAccepting(decide.decision);
  const about = { author: tag.updatedBy, twoPersonRule, accepting, reportClosed: report.closed };
  const refusal = refusalForVerdict(actor, standing, about) ?? refusalUnseen(ledger, tag, { decide, sampling });
  if (refusal) return fail(refusal);

  const state = afterVerdict(tag.state, decide.decision);
  const stands = standingVerdict(ledger, tag);
  if (decide.version !== tag.version || state === "not-decidable") return conflict(tag, stands);
  const unseen = stands && isUnseen(stands, { by: actor.userId, seen: decide.seen }) && !agrees(stands, decide);
  if (unseen) return conflict(tag, stands);

  const drafted = resultOf(ledger, tag, decide);
  if (!drafted.ok) return drafted;
  const wished = decide.decision === "return" && drafted.value !== tag;
  const result = wished ? tag : drafted.value;
  const changed = result.version > tag.version;
  const verdict: KeptVerdict = {
    id: verdictId,
    tagId,
    version: tag.version,
    ...(changed && { resultVersion: result.version }),
    ...(wished && { wish: saidOf(drafted.value, {}) }),
    decision: decide.decision,
    reason: decide.reason,
    by: actor.userId,
    at: now,
    opId: decide.opId,
    stateBefore: tag.state,
    undone: false,
  };
  const decided = { ...result, state, verdict: summary(verdict) };
  ledger.put(decided, changed ? { opId: decide.opId } : undefined);
  ledger.decide(verdict);
  ledger.remember({ did: deeds[verdict.decision], tag: decided, verdictId });
  return { ok: true, value: { verdict: shownVerdict(verdict), tag: decided } };
}

const conflict = (current: Tag, stands: KeptVerdict | undefined) =>
  fail({ kind: "conflict", current, ...(stands && { verdict: shownVerdict(stands) }) });

/** Nobody has looked only at what the project's sampling left out; a link goes with the claim it starts from. */
function refusalUnseen(
  ledger: Ledger,
  tag: Tag,
  { decide, sampling }: Pick<Deciding, "decide" | "sampling">,
): Failure | undefined {
  if (decide.decision !== "accept-unseen") return undefined;
  const claim = (tag.type === "relation" ? ledger.find(tag.from) : undefined) ?? tag;
  const seen = { key: claim.id, author: tag.createdBy, ...stakesOf(claim.kind, claim.attributes) };
  return sampling && !whySampled(seen, sampling) ? undefined : { kind: "forbidden", reason: "in-sample" };
}

/** The verdict that this one says again: the same operation, or the same words about the same version. */
function repeated(
  ledger: Ledger,
  tag: Tag,
  { decision, version, reason, change, opId }: Decide,
): KeptVerdict | undefined {
  const verdicts = ledger.verdictsOn(tag.id);
  const sameOp = opId && verdicts.find((each) => each.opId === opId);
  const last = verdicts.findLast(({ undone }) => !undone);
  const same =
    last?.by === ledger.situation.actor.userId &&
    last.decision === decision &&
    last.version === version &&
    last.reason === reason &&
    tag.version === (last.resultVersion ?? version) &&
    tag.state === afterVerdict(tag.state, decision) &&
    saysAgain(tag, last, change);
  return sameOp || (same ? last : undefined);
}

/** Whether a change is the one that this verdict was given with: it stands as its version, or is its wish. */
function saysAgain(tag: Tag, { wish, resultVersion }: KeptVerdict, change: Decide["change"]): boolean {
  if (change === undefined) return wish === undefined && resultVersion === undefined;
  if (wish === undefined && resultVersion === undefined) return false;
  const [said, stands] = [readChange(tag, change), readChange(tag, wish ?? {})];
  return said.ok && stands.ok && sameBody(said.value.body, stands.value.body);
}

/** The tag that is decided on: as it stands, or with the reviewer's change as its next version. */
function resultOf(ledger: Ledger, tag: Tag, { change }: Decide): Result<Tag> {
  if (!change) return { ok: true, value: tag };
  const read = readChange(tag, change);
  if (!read.ok) return read;
  const drafted = draftOf(ledger, read.value, tag);
  if (!drafted.ok) return drafted.failure.kind === "invalid" ? fail(within(drafted.failure)) : drafted;
  return { ok: true, value: sameContent(tag, drafted.value) ? tag : drafted.value };
}

/** Reads a `change` of a verdict as the change to that tag which it is; what it leaves out stays as it was. */
export function readChange(tag: Tag, change: Record<string, unknown>) {
  const schema = tag.type === "annotation" ? PutAnnotation : PutRelation;
  const whole = { ...saidOf(tag, change), ...change };
  const parsed = schema.safeParse(whole, { error: fieldWords });
  if (!parsed.success) {
    return fail({
      kind: "invalid",
      problems: parsed.error.issues.map(({ path, message }) => inChange(path.join("."), message)),
    });
  }
  return tag.type === "annotation"
    ? { ok: true as const, value: { deed: "put-annotation" as const, id: tag.id, body: PutAnnotation.parse(whole) } }
    : { ok: true as const, value: { deed: "put-relation" as const, id: tag.id, body: PutRelation.parse(whole) } };
}

/** What a put body of the tag would say. A new other end of a relation takes the place of the old one. */
function saidOf(tag: Tag, change: Record<string, unknown>): Record<string, unknown> {
  const { kind, attributes } = tag;
  if (tag.type === "annotation") {
    const segments = tag.segments.map(({ start, end, quote }) => ({ start, end, quote }));
    return { kind, attributes, revisionId: tag.revisionId, segments };
  }
  const { from, to, toEntity, toArticle, cue } = tag;
  const newEnd = ["to", "toEntity", "toArticle"].some((end) => end in change);
  const ends = newEnd ? {} : { ...(to && { to }), ...(toEntity && { toEntity }), ...(toArticle && { toArticle }) };
  const words = cue && {
    revisionId: cue.revisionId,
    segments: cue.segments.map(({ start, end, quote }) => ({ start, end, quote })),
  };
  return { kind, attributes, from, ...ends, ...(words && { cue: words }) };
}

const inChange = (field: string, reason: string): Problem => ({
  field: field === "" ? "change" : `change.${field}`,
  reason,
});

const within = ({ problems }: Extract<Failure, { kind: "invalid" }>): Failure => ({
  kind: "invalid",
  problems: problems.map(({ field, reason }) => inChange(field, reason)),
});

/**
 * Takes back one's own latest verdict while the report is open. The tag waits again as it did before; a reviewer's
 * change is taken back by a version that says what `earlier`, the version decided on, said.
 */
export function undoVerdict(ledger: Ledger, kept: KeptVerdict, earlier: Tag | undefined): Result<Tag> {
  const { actor, standing, report, now } = ledger.situation;
  const tag = ledger.find(kept.tagId);
  if (!tag) return fail({ kind: "not-found" });
  if (kept.by !== actor.userId) return fail({ kind: "forbidden", reason: "not-your-verdict" });
  const about = { author: tag.updatedBy, twoPersonRule: false, accepting: false, reportClosed: report.closed };
  const refusal = refusalForVerdict(actor, standing, about);
  if (refusal) return fail(refusal);
  if (kept.undone) return { ok: true, value: tag };

  const last = ledger.verdictsOn(tag.id).findLast(({ undone }) => !undone);
  const decidedVersion = kept.resultVersion ?? kept.version;
  if (last?.id !== kept.id || tag.version !== decidedVersion) return conflict(tag, standingVerdict(ledger, tag));

  ledger.undo(kept);
  const changed = kept.resultVersion !== undefined;
  const { verdict: _undone, ...undecided } = (changed && earlier) || tag;
  const previous = ledger.verdictsOn(tag.id).findLast(({ undone }) => !undone);
  const restored: Tag = {
    ...undecided,
    state: kept.stateBefore,
    ...(previous && { verdict: summary(previous) }),
    ...(changed && { version: tag.version + 1, updatedBy: actor.userId, updatedAt: now }),
  };
  ledger.put(restored, changed ? { opId: undefined } : undefined);
  ledger.remember({ did: "undid-verdict", tag: restored, verdictId: kept.id });
  return { ok: true, value: restored };
}

export const summary = ({ id, decision, reason, wish, by, at, version, resultVersion }: KeptVerdict) => ({
  id,
  decision,
  reason,
  by,
  at,
  version: resultVersion ?? version,
  ...(wish && { wish }),
});
