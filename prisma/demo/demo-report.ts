import type { PutEntity, Reliability } from "@/domain/entity/entity";
import type { Provenance } from "@/domain/report/report";
import type { RelationKind } from "@/domain/tag/relation-values";
import type { Decision } from "@/domain/verdict";

/** Who works in the demo. */
export type Hand = "editor" | "reviewer" | "analystA" | "analystB";

type EntityName = string;

export type DemoEntity = Omit<PutEntity, "aliases" | "outletId" | "parentId"> & {
  key: EntityName;
  aliases?: string[];
  outlet?: EntityName;
  parent?: EntityName;
  grade?: { reliability: Reliability; reason: string };
};

/** `words` stand in the report's text; `nth` says which time (from 1). Several words make a discontinuous span. */
export type DemoTag = {
  key: string;
  kind: "claim" | "place" | "source";
  words: string | string[];
  nth?: number;
  speaker?: EntityName;
  about?: Record<string, unknown>;
};

export type DemoLink = {
  kind: RelationKind;
  from: string;
  to?: string;
  entity?: EntityName;
  article?: true;
  cue?: string;
  about?: Record<string, unknown>;
};

export type DemoVerdict = { key: string; decision: Decision; reason?: string; change?: Record<string, unknown> };

export type DemoThread = { on: string | { words: string } | null; said: [Hand, string][]; resolved?: true };

export type DemoReport = {
  file: string;
  by: Hand;
  provenance: Omit<Provenance, "title">;
  tags: DemoTag[];
  links: DemoLink[];
  verdicts: DemoVerdict[];
  threads: DemoThread[];
};
