import type { Deed } from "@/domain/history/entry";
import type { OpId, TagId, VerdictId } from "@/domain/ids";
import type { Ends } from "@/domain/tag/check-relation";
import { type KeptVerdict, opKey, type Situation } from "@/domain/tag/situation";
import type { Tag, TagState } from "@/domain/tag/tag";

/** A history entry about a tag; its report, project and layer are the tag's. */
export type TagEntry = { did: Deed; tag: Tag; verdictId?: VerdictId };

/** What a run of changes will write if nobody was faster. */
export type Writes = {
  /** The tags as the run leaves them, each with the version and state it was in before, null for a new one. */
  heads: { tag: Tag; seen: number | null; seenState: TagState | null }[];
  versions: { tag: Tag; opId: OpId | undefined }[];
  verdicts: KeptVerdict[];
  undone: VerdictId[];
  entries: TagEntry[];
  /** Ends of relations that were looked at and must still be as they were. */
  leansOn: { id: TagId; version: number }[];
};

/** The state of things as a run of changes goes on: each change sees what those before it did. */
export type Ledger = Ends & {
  readonly situation: Situation;
  remember(entry: TagEntry): void;
  /**
   * Takes a tag as it is now; a new version is kept for ever, with the operation that made it. A living relation
   * leans on its ends: they must still be as they were when it is written.
   */
  put(tag: Tag, version?: { opId: OpId | undefined }): void;
  refuse(id: TagId, index: number): void;
  answeredWith(id: TagId, op: OpId | undefined): Tag | undefined;
  livingRelationsOf(id: TagId): Tag[];
  verdictsOn(id: TagId): readonly KeptVerdict[];
  decide(verdict: KeptVerdict): void;
  undo(verdict: KeptVerdict): void;
  writes(): Writes;
};

export function openLedger(situation: Situation): Ledger {
  const tags = new Map(situation.tags);
  const answered = new Map(situation.answered);
  const relations = new Map([...situation.relationsOf].map(([id, ids]) => [id, new Set(ids)]));
  const verdicts = new Map(situation.verdictsOf);
  const refused = new Map<TagId, number>();
  const touched = new Set<TagId>();
  const leaned = new Set<TagId>();
  const written: Pick<Writes, "versions" | "verdicts" | "undone" | "entries"> = {
    versions: [],
    verdicts: [],
    undone: [],
    entries: [],
  };
  const hang = (end: TagId | undefined, relation: TagId) => {
    if (end) relations.set(end, new Set(relations.get(end)).add(relation));
  };
  const lean = (end: TagId | undefined) => {
    if (end && situation.tags.has(end)) leaned.add(end);
  };

  return {
    situation,
    find: (id) => tags.get(id),
    refusedAt: (id) => refused.get(id),
    refuse: (id, index) => void refused.set(id, index),
    remember: (entry) => void written.entries.push(entry),
    put(tag, version) {
      tags.set(tag.id, tag);
      touched.add(tag.id);
      if (tag.type === "relation") for (const end of [tag.from, tag.to]) hang(end, tag.id);
      if (!version) return;
      if (tag.type === "relation" && tag.state !== "withdrawn") for (const end of [tag.from, tag.to]) lean(end);
      written.versions.push({ tag, opId: version.opId });
      if (version.opId) answered.set(opKey(tag.id, version.opId), tag);
    },
    answeredWith: (id, op) => (op ? answered.get(opKey(id, op)) : undefined),
    livingRelationsOf(id) {
      const hanging = [...(relations.get(id) ?? [])].map((each) => tags.get(each));
      return hanging.filter(
        (tag) => tag?.type === "relation" && tag.state !== "withdrawn" && (tag.from === id || tag.to === id),
      ) as Tag[];
    },
    verdictsOn: (id) => verdicts.get(id) ?? [],
    decide(verdict) {
      verdicts.set(verdict.tagId, [...(verdicts.get(verdict.tagId) ?? []), verdict]);
      written.verdicts.push(verdict);
    },
    undo(verdict) {
      const rest = (verdicts.get(verdict.tagId) ?? []).filter(({ id }) => id !== verdict.id);
      verdicts.set(verdict.tagId, rest);
      written.undone.push(verdict.id);
    },
    writes: () => ({
      ...written,
      heads: [...touched].flatMap((id) => {
        const tag = tags.get(id);
        const before = situation.tags.get(id);
        return tag ? [{ tag, seen: before?.version ?? null, seenState: before?.state ?? null }] : [];
      }),
      leansOn: [...leaned]
        .filter((id) => !touched.has(id))
        .flatMap((id) => {
          const tag = situation.tags.get(id);
          return tag ? [{ id, version: tag.version }] : [];
        }),
    }),
  };
}
