import { z } from "zod";
import { namedMeasures } from "@/domain/agreement/project/figures";
import { UserId } from "@/domain/ids";

const listed = z
  .string()
  .max(4000)
  .transform((text) => [...new Set(text.split(",").filter((each) => each !== ""))]);

/** The query of a project's agreement. Lists have commas between. */
export const AskedAgreement = z.object({
  /** Ids of measures; all but γ when left out, which takes up to a second a report. */
  measures: listed.pipe(z.array(z.enum(namedMeasures))).optional(),
  /** The kinds that are compared, `claim` or `label:…`; all when left out. */
  kinds: listed.optional(),
  /** Attributes such as `claim.certainty`; all when left out. */
  attribute: listed.optional(),
  people: listed.pipe(z.array(UserId)).optional(),
  /** The days between which the last analyst submitted, in UTC. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** The layers as they were when they opened (nobody had seen the others'), or as they are now. */
  layers: z.enum(["blind", "now"]).default("blind"),
  positions: z.enum(["characters", "words"]).default("characters"),
  /** `without`: tags that began as a suggestion of an engine are left out, whoever took them. */
  proposals: z.enum(["with", "without"]).default("with"),
  /** `hidden`: people are called by letters. */
  names: z.enum(["shown", "hidden"]).default("shown"),
  seed: z.coerce.number().int().min(0).max(2_147_483_647).default(1),
  /** Draws of the bootstrap. */
  resamples: z.coerce.number().int().min(100).max(2000).default(1000),
  /** Of γ's chance level. */
  precision: z.coerce.number().min(0.005).max(0.5).default(0.02),
  format: z.enum(["json", "csv"]).default("json"),
});
export type AskedAgreement = z.infer<typeof AskedAgreement>;
