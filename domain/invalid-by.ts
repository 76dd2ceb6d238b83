import { z } from "zod";
import type { Failure, Problem } from "@/domain/failure";

type Invalid = Extract<Failure, { kind: "invalid" }>;

/** So many problems are named; the others are counted. */
const named = 10;
const unknownField = "There is no such field.";

/** What zod found wrong, as fields of the request and reasons: the first few, and how many more there are. */
export function invalidBy(error: z.ZodError): Invalid {
  const problems: Problem[] = [];
  let all = 0;
  for (const issue of error.issues) {
    const fields = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [key]) : [[]];
    const reason = issue.code === "unrecognized_keys" ? unknownField : issue.message;
    all += fields.length;
    for (const more of fields.slice(0, named - problems.length)) {
      problems.push({ field: [...issue.path.map(String), ...more].join("."), reason });
    }
  }
  return { kind: "invalid", problems, more: all - problems.length };
}

/** Fields by the hundred that nobody knows, found without looking at each of them as if it might be right. */
export function manyUnknown(schema: z.ZodType, value: unknown): Invalid | undefined {
  if (!(schema instanceof z.ZodObject) || !(schema.def.catchall instanceof z.ZodNever)) return undefined;
  if (value === null || typeof value !== "object" || Array.isArray(value)) return undefined;
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(schema.shape, key));
  if (unknown.length <= 100) return undefined;
  const problems = unknown.slice(0, named).map((field) => ({ field, reason: unknownField }));
  return { kind: "invalid", problems, more: unknown.length - problems.length };
}
