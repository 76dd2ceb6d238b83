import type { Codebook } from "@/domain/codebook/codebook";

/** The names along a path like "labels.2.attributes.0.slug", outermost first; empty where nothing there has a name. */
export function nameAt(codebook: Codebook, path: string): string {
  const names: string[] = [];
  let here: unknown = codebook;
  for (const step of path.split(".")) {
    here = typeof here === "object" && here !== null ? (here as Record<string, unknown>)[step] : undefined;
    const name = typeof here === "object" && here !== null && "name" in here ? here.name : undefined;
    if (typeof name === "string") names.push(name);
  }
  return names.join(", ");
}
