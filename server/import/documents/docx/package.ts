import { type Archive, openArchive } from "../archive";
import { Unreadable } from "../extracted";
import { type Element, elementsOf, readXml } from "../xml";

/** The parts of a Word file that its text is made of (ECMA-376, part 1, 11.3). */
export interface Package {
  readonly archive: Archive;
  readonly document: Element;
  /** Another part by what the main part calls it, such as "footnotes". */
  part: (kind: string) => Element | undefined;
  /** Where a link of the main part leads. */
  target: (id: string) => string | undefined;
}

export function openPackage(bytes: Uint8Array): Package {
  const archive = openArchive(bytes);
  const main = relationsOf(archive, "_rels/.rels").find(({ kind }) => kind === "officeDocument")?.target;
  const path = main ? resolved("", main) : "word/document.xml";
  const body = archive.get(path);
  if (!body) throw new Unreadable("This isn’t a Word document: the archive has no document in it.");
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const relations = relationsOf(archive, `${folder}_rels/${path.slice(folder.length)}.rels`);
  const part = (kind: string) => {
    const found = relations.find((each) => each.kind === kind);
    const inner = found && archive.get(resolved(folder, found.target));
    return inner && readXml(inner, `${kind}.xml`);
  };
  return {
    archive,
    document: readXml(body, path),
    part,
    target: (id) => relations.find((each) => each.id === id && each.external)?.target,
  };
}

type Relation = { id: string; kind: string; target: string; external: boolean };

function relationsOf(archive: Archive, path: string): Relation[] {
  const bytes = archive.get(path);
  const [root] = bytes ? elementsOf(readXml(bytes, path)) : [];
  return elementsOf(root).map(({ attributes }) => ({
    id: attributes["Id"] ?? "",
    kind: (attributes["Type"] ?? "").replace(/^.*\//, ""),
    target: attributes["Target"] ?? "",
    external: attributes["TargetMode"] === "External",
  }));
}

const resolved = (folder: string, target: string) => {
  const parts: string[] = [];
  for (const part of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
};
