import { refusalForTag, writingLayer } from "@/domain/access/policy";
import { type Failure, fail, type Result } from "@/domain/failure";
import type { TagId } from "@/domain/ids";
import type { TagChange } from "@/domain/tag/batch";
import { checkAnnotation } from "@/domain/tag/check-annotation";
import { checkDerivation, settledBy } from "@/domain/tag/check-derivation";
import { checkRelation, stillFits } from "@/domain/tag/check-relation";
import { type Ledger, openLedger, type Writes } from "@/domain/tag/ledger";
import { nextVersion, withdrawnBy } from "@/domain/tag/next-version";
import { sameContent } from "@/domain/tag/same-content";
import type { KeptVerdict, Situation } from "@/domain/tag/situation";
import { isUnseen, shownVerdict, standingVerdict } from "@/domain/tag/standing-verdict";
import type { Annotation, PutAnnotation, Relation, Tag } from "@/domain/tag/tag";

/** What became of one change. `replayed`: it was sent before and is answered with what it was answered then. */
export type Did = "created" | "changed" | "restored" | "withdrawn" | "unchanged" | "replayed";
export type Answer = { ok: true; did: Did; tag: Tag } | { ok: false; failure: Failure };

/** A change as it came: one that could not even be read still tells those that depend on its tag. */
export type Sent = Result<TagChange> & { id?: TagId | undefined };

/**
 * Decides what becomes of each change, in order, each for itself: single writes and batches alike.
 *
 * A change sees what those before it did, so a relation may follow its annotation; where one is refused, those that
 * need what it would have made are refused too, and nothing else is.
 */
export function decideChanges(situation: Situation, sent: readonly Sent[]): { answers: Answer[]; writes: Writes } {
  const ledger = openLedger(situation);
  const answers = sent.map((each, index) => {
    const answer = each.ok ? decide(ledger, each.value) : each;
    const id = each.ok ? each.value.id : each.id;
    if (!answer.ok && id) ledger.refuse(id, index);
    return answer.ok ? answer : { ok: false as const, failure: answer.failure };
  });
  return { answers, writes: ledger.writes() };
}

type PutChange = Exclude<TagChange, { deed: "withdraw" }>;

function decide(ledger: Ledger, change: TagChange): Answer {
  const { actor, standing, report, taken, ownWork } = ledger.situation;
  const before = ledger.find(change.id);
  if (before ? before.reportId !== report.id : taken.has(change.id)) return fail({ kind: "not-found" });

  const opId = change.deed === "withdraw" ? change.opId : change.body.opId;
  const first = ledger.answeredWith(change.id, opId);
  if (first) return { ok: true, did: "replayed", tag: first };

  const layer = before?.layer ?? writingLayer(actor.userId, standing);
  const refusal = refusalForTag(actor, standing, { layer, reportClosed: report.closed, work: ownWork });
  if (refusal) return fail(refusal);
  return change.deed === "withdraw" ? withdraw(ledger, change, before) : put(ledger, change, before);
}

function put(ledger: Ledger, change: PutChange, before: Tag | undefined): Answer {
  const { version, opId } = change.body;
  const drafted = draftOf(ledger, change, before);
  if (!before) {
    if (version !== undefined) return missing(ledger, change.id);
    if (!drafted.ok) return drafted;
    const rival = settledBy(ledger.situation.tags.values(), drafted.value, change.body.beside);
    if (rival) return fail({ kind: "conflict", current: rival, reason: settledAlready });
    return makeVersion(ledger, drafted.value, { did: "created", opId });
  }
  const same = drafted.ok && before.state !== "withdrawn" && sameContent(before, drafted.value);
  if (version !== before.version) {
    const mayRepeat = version === undefined || opId === undefined;
    return same && mayRepeat ? { ok: true, did: "unchanged", tag: before } : conflict(before);
  }
  if (!drafted.ok) return drafted;
  if (same) return { ok: true, did: "unchanged", tag: before };
  const unseen = unseenVerdict(ledger, before, change.body);
  if (unseen) return conflict(before, unseen);
  return makeVersion(ledger, drafted.value, { did: before.state === "withdrawn" ? "restored" : "changed", opId });
}

/** What the tag would be after this change, waiting for a decision as every new version does. */
export function draftOf(ledger: Ledger, change: PutChange, before: Tag | undefined): Result<Tag> {
  const { situation } = ledger;
  const type = change.deed === "put-annotation" ? "annotation" : "relation";
  if (before && before.type !== type)
    return problems([{ field: "id", reason: `This is a tag of type ${before.type}.` }]);
  const kept = headOf(situation, change.id, before, change.body.origin);
  const derived = derivedFrom(ledger, change, { ...kept, type, before: before?.derivedFrom });
  if (!derived.ok) return problems(derived.problems);
  const head = { ...kept, ...(derived.value.length > 0 && { derivedFrom: derived.value }) };
  if (change.deed === "put-annotation") {
    const said = checkAnnotation(situation, change.body, before?.type === "annotation" ? before : undefined);
    if (!said.ok) return problems(said.problems);
    const torn = tornRelations(ledger, { id: change.id, kind: said.value.kind });
    if (torn === 0) return { ok: true, value: { ...head, type: "annotation", ...said.value } satisfies Annotation };
    const reason = `${torn} of its links cannot join a ${said.value.kind}: withdraw them first.`;
    return problems([{ field: "kind", reason }]);
  }
  const said = checkRelation(situation, change.body, {
    layer: head.layer,
    ends: ledger,
    before: before?.type === "relation" ? before : undefined,
  });
  return said.ok
    ? { ok: true, value: { ...head, type: "relation", ...said.value } satisfies Relation }
    : problems(said.problems);
}

/** What a change does not say stays as it was, and was checked when it was said. */
const derivedFrom = (
  ledger: Ledger,
  { body }: PutChange,
  { before = [], ...about }: Pick<Tag, "type" | "layer" | "reportId"> & { before: TagId[] | undefined },
) => (body.derivedFrom ? checkDerivation(ledger, body.derivedFrom, about) : { ok: true as const, value: before });

function headOf(situation: Situation, id: TagId, before: Tag | undefined, origin: string | undefined) {
  const { actor, standing, report, codebook, now } = situation;
  return nextVersion(before, {
    id,
    projectId: report.projectId,
    reportId: report.id,
    layer: writingLayer(actor.userId, standing),
    codebookVersion: codebook.version,
    origin,
    by: actor.userId,
    at: now,
  });
}

const settledAlready =
  "A final tag settles this already: it is in current. Nothing was written. Change that tag, or name it in beside to have both.";

const deeds = {
  created: "tagged",
  changed: "changed-tag",
  restored: "restored-tag",
  withdrawn: "withdrew-tag",
} as const;
type Making = { did: keyof typeof deeds; opId: PutAnnotation["opId"] };

function makeVersion(ledger: Ledger, tag: Tag, { did, opId }: Making): Answer {
  const made = adjudicated(ledger, tag);
  ledger.put(made.tag, { opId });
  ledger.remember({ did: deeds[did], tag: made.tag });
  if (made.verdict) {
    ledger.decide(made.verdict);
    ledger.remember({ did: "accepted", tag: made.tag, verdictId: made.verdict.id });
  }
  return { ok: true, did, tag: made.tag };
}

/** Choosing between what analysts said is deciding: such a final tag is accepted at once, but for the two-person rule. */
function adjudicated({ situation }: Ledger, tag: Tag): { tag: Tag; verdict?: KeptVerdict } {
  const { twoPersonRule, actor, now, newVerdictId } = situation;
  if (twoPersonRule || tag.layer !== "final" || tag.state !== "open" || !tag.derivedFrom) return { tag };
  const said = {
    id: newVerdictId(),
    decision: "accept" as const,
    reason: "",
    by: actor.userId,
    at: now,
    version: tag.version,
  };
  const verdict = { ...said, tagId: tag.id, stateBefore: tag.state, undone: false };
  return { tag: { ...tag, state: "accepted", verdict: said }, verdict };
}

/** Relations that hang on a withdrawn annotation are withdrawn with it, each with a version and entry of its own. */
function withdraw(ledger: Ledger, change: Extract<TagChange, { deed: "withdraw" }>, before: Tag | undefined): Answer {
  if (!before) return missing(ledger, change.id);
  if (change.type && change.type !== before.type) return fail({ kind: "not-found" });
  if (before.state === "withdrawn") return { ok: true, did: "unchanged", tag: before };
  if (change.version !== before.version) return conflict(before);
  const unseen = unseenVerdict(ledger, before, change);
  if (unseen) return conflict(before, unseen);
  for (const relation of ledger.livingRelationsOf(change.id)) {
    makeVersion(ledger, withdrawn(ledger, relation), { did: "withdrawn", opId: undefined });
  }
  const { derivedFrom, ...undecided } = withdrawn(ledger, before);
  const after = change.undecided || !derivedFrom ? undecided : { ...undecided, derivedFrom };
  return makeVersion(ledger, after, { did: "withdrawn", opId: change.opId });
}

const withdrawn = ({ situation: { actor, now } }: Ledger, tag: Tag): Tag => ({
  ...withdrawnBy(tag, { by: actor.userId, at: now }),
  version: tag.version + 1,
});

function tornRelations(ledger: Ledger, { id, kind: annotationKind }: { id: TagId; kind: string }): number {
  const codebook = ledger.situation.codebook.content;
  const endAt = (tag: Relation) => ({ end: tag.from === id ? ("from" as const) : ("to" as const), annotationKind });
  return ledger
    .livingRelationsOf(id)
    .filter((tag) => tag.type === "relation" && !stillFits(tag.kind, endAt(tag), codebook)).length;
}

/** The verdict that a change would undo although its maker, who said what they saw, has not seen it. */
function unseenVerdict(ledger: Ledger, tag: Tag, { seen }: Pick<PutAnnotation, "seen">): KeptVerdict | undefined {
  const stands = seen === undefined ? undefined : standingVerdict(ledger, tag);
  return stands && isUnseen(stands, { by: ledger.situation.actor.userId, seen }) ? stands : undefined;
}

const conflict = (current: Tag, stands?: KeptVerdict) =>
  fail({ kind: "conflict", current, ...(stands && { verdict: shownVerdict(stands) }) });
const problems = (found: readonly { field: string; reason: string }[]) => fail({ kind: "invalid", problems: found });

function missing(ledger: Ledger, id: TagId): Answer {
  const refusedAt = ledger.refusedAt(id);
  if (refusedAt === undefined) return fail({ kind: "not-found" });
  return problems([{ field: "id", reason: `It waits for operations.${refusedAt} of this batch, which was refused.` }]);
}
