/** Files that stand beside a format's own in an archive of ours, and say nothing in that format. */
const companions = new Set(["manifest.json", "README.md", "review.jsonl", "labels.json"]);

export const isCompanion = (path: string): boolean => companions.has(path.slice(path.lastIndexOf("/") + 1));
