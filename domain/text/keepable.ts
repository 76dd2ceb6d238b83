import type { Problem } from "@/domain/failure";

/** The null character and half characters: PostgreSQL keeps neither. */
const unkeepable = /[\0\p{Surrogate}]/u;

/** What in a parsed JSON value can't be kept, each with its path ("attributes.note"). */
export function unkeepableIn(value: unknown, path = ""): Problem[] {
  const problem = { field: path, reason: "The null character and half characters (lone surrogates) cannot be kept." };
  if (typeof value === "string") return unkeepable.test(value) ? [problem] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, each]) =>
    unkeepable.test(key) ? [problem] : unkeepableIn(each, path === "" ? key : `${path}.${key}`),
  );
}
