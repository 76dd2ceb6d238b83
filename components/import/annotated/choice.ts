import type { entries, ImportCheck, ImportData, LabelTarget } from "@/domain/import/annotated";
import { slugOf } from "@/domain/import/slug-of";

/** What somebody chose for labels and links: a kind, `new`, `leave`, or nothing yet. */
export type Chosen = string;
export const fresh = "new";
export const leave = "leave";

/** How an import is filled in. */
export type Choice = {
  labels: Readonly<Record<string, Chosen>>;
  links: Readonly<Record<string, Chosen>>;
  authors: Readonly<Record<string, string>>;
  duplicates: ImportData["duplicates"];
  as: (typeof entries)[number];
  damaged: boolean;
};

const chosenOf = (target: LabelTarget | undefined): Chosen =>
  target === undefined ? "" : target === null ? leave : typeof target === "string" ? target : fresh;

/** Whether tags that left here come back with something that is not here. */
const bringsBack = ({ returned }: ImportCheck): boolean =>
  returned !== undefined && returned.added + returned.changed.count + returned.meanwhile.count > 0;

/** What is chosen before anybody chose: what the check suggests. */
export const firstChoice = (check: ImportCheck): Choice => ({
  labels: Object.fromEntries(check.labels.map(({ label, suggested }) => [label, chosenOf(suggested)])),
  links: Object.fromEntries(check.links.map(({ label, suggested }) => [label, chosenOf(suggested)])),
  authors: Object.fromEntries(check.authors.map(({ name, suggested }) => [name, suggested ?? ""])),
  // A table says what is in reports that are here.
  duplicates: bringsBack(check) ? "compare" : check.format.id === "table" && !check.returned ? "add" : "skip",
  as: check.whole && !check.returned ? "as-in-file" : "open",
  damaged: false,
});

/** Labels and links that somebody still has to decide about; as in the file they keep their names. */
export const undecidedIn = ({ as, labels, links }: Choice): number =>
  as === "as-in-file" ? 0 : [...Object.values(labels), ...Object.values(links)].filter((each) => each === "").length;

type Asked = { upload: string; check: ImportCheck; answers: Record<string, string> };

/** What the server is asked to import. */
export function dataOf(choice: Choice, { upload, check, answers }: Asked): ImportData {
  const { duplicates, as, damaged } = choice;
  const authors = Object.fromEntries(
    check.authors.map(({ name }) => [name, (choice.authors[name] || null) as ImportData["authors"][string]]),
  );
  const common = { upload: upload as ImportData["upload"], format: check.format.id, answers, authors };
  if (as === "as-in-file") return { ...common, labels: {}, links: {}, duplicates, as, damaged };
  const slugs = new Set<string>();
  const labels = Object.fromEntries(
    check.labels.map(({ label, attributes }) => [
      label,
      targetOf(choice.labels[label] ?? "", { label, attributes, slugs }),
    ]),
  );
  const links = Object.fromEntries(
    check.links.map(({ label }) => {
      const chosen = choice.links[label] ?? "";
      return [label, (chosen === leave || chosen === "" ? null : chosen) as ImportData["links"][string]];
    }),
  );
  return { ...common, labels, links, duplicates, as, damaged };
}

type Labelled = { label: string; attributes: readonly string[]; slugs: Set<string> };

function targetOf(chosen: Chosen, { label, attributes, slugs }: Labelled): LabelTarget {
  if (chosen === leave || chosen === "") return null;
  if (chosen !== fresh) return chosen;
  const stem = slugOf(label) || "label";
  let slug = stem;
  for (let nth = 2; slugs.has(slug); nth += 1) slug = `${stem.slice(0, 55)}-${nth}`;
  slugs.add(slug);
  const names = attributes.map((each) => each.trim()).filter((each) => each !== "" && each.length <= 100);
  return { new: { slug, name: label.trim().slice(0, 100) || slug, attributes: names } };
}
