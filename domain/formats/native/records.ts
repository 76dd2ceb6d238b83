import { z } from "zod";
import { Thread } from "@/domain/discussion/thread";
import { Entity, Grade } from "@/domain/entity/entity";
import { UserId } from "@/domain/ids";
import { Block, Report, staysInTheHouse } from "@/domain/report/report";
import { Annotation, Relation, TagVersion } from "@/domain/tag/tag";
import { Verdict } from "@/domain/verdict";

const past = { versions: z.array(TagVersion), verdicts: z.array(Verdict) };

/** Records with everything they say, as version 1 wrote them and as `full.ts` makes them of later ones. */
export const FullRecord = z.discriminatedUnion("record", [
  z.looseObject({ record: z.literal("manifest"), format: z.literal("glossator-jsonl") }),
  z.object({ record: z.literal("codebook"), version: z.int(), content: z.unknown() }),
  z.object({ record: z.literal("person"), id: UserId, name: z.string() }),
  Entity.extend({ record: z.literal("entity"), grades: z.array(Grade) }),
  Report.omit(staysInTheHouse).extend({ record: z.literal("report"), blocks: z.array(Block) }),
  Annotation.extend({ record: z.literal("annotation"), ...past }),
  Relation.extend({ record: z.literal("relation"), ...past }),
  Thread.extend({ record: z.literal("thread") }),
  z.looseObject({ record: z.literal("end"), lines: z.int(), sha256: z.string() }),
]);
export type FullRecord = z.infer<typeof FullRecord>;

const count = z.int().nonnegative().default(0);
export const Counts = z.object({
  reports: count,
  annotations: count,
  claims: count,
  places: count,
  sources: count,
  relations: count,
  ownValues: count,
  threads: count,
  comments: count,
  entities: count,
  mergedEntities: count,
  versions: count,
  verdicts: count,
  grades: count,
  discontinuous: count,
  backgroundClaims: count,
  relationsLeftBehind: count,
  embargoed: count,
});
