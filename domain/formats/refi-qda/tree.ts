import { xmlPieces } from "@/domain/formats/shared/read-xml";
import { BrokenFile, type SentFile } from "@/domain/interchange/reader";

/** An element with what stands in it; names without their prefix. */
export type Tree = {
  name: string;
  line: number;
  has: Readonly<Record<string, string>>;
  inner: Tree[];
  text: string;
};

/** UTF-16 units of a project: selections of a million tags with what is said of them. */
const longest = 1024 * 1024 * 1024;

const local = (name: string) => name.slice(name.indexOf(":") + 1);

export const first = ({ inner }: Tree, name: string): Tree | undefined => inner.find((each) => each.name === name);
export const each = ({ inner }: Tree, name: string): Tree[] => inner.filter((one) => one.name === name);
export const textIn = (tree: Tree, name: string): string | undefined => first(tree, name)?.text;

const roots = new Set(["Project", "CodeBook"]);

/** A part of a project: `group` such as Sources, and one element of it, or none where the group has only text. */
export type Part = { group: string; item: Tree };

/**
 * The parts of a project or codebook, one after the other: each holds one source, one case, one note. `wanted` names
 * groups; of others nothing is kept.
 */
export async function* partsOf(file: SentFile, wanted: (group: string) => boolean): AsyncGenerator<Part> {
  const path: string[] = [];
  const open: Tree[] = [];
  const ready: Part[] = [];
  let groupText = "";
  const handlers = {
    open(name: string, has: Readonly<Record<string, string>>, line: number) {
      path.push(local(name));
      if (path.length === 1 && !roots.has(local(name)))
        throw new BrokenFile("not-this-format", { file: file.name, line }, "A project or codebook is expected.");
      if (path.length === 2) groupText = "";
      if (path.length < 3 || !wanted(path[1] ?? "")) return;
      const tree: Tree = { name: local(name), line, has, inner: [], text: "" };
      open.at(-1)?.inner.push(tree);
      open.push(tree);
    },
    text(said: string) {
      const tree = open.at(-1);
      if (tree) tree.text += said;
      else if (path.length === 2) groupText += said;
    },
    close() {
      const [, group = ""] = path;
      const depth = path.length;
      path.pop();
      if (depth === 2 && groupText.trim() !== "" && wanted(group))
        ready.push({ group, item: { name: group, line: 0, has: {}, inner: [], text: groupText } });
      if (depth < 3 || open.length === 0) return;
      const item = open.pop();
      if (depth === 3 && item) ready.push({ group, item });
    },
  };
  for await (const _ of xmlPieces(file, handlers, longest)) yield* ready.splice(0);
}
