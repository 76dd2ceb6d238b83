import type { Codebook } from "@/domain/codebook/codebook";
import { labelsIn, type NamedLabel } from "@/domain/formats/labels";
import { codebookSpace, declaration, type Xml } from "@/domain/formats/refi-qda/elements";
import { codeGuid } from "@/domain/formats/refi-qda/guids";

const core: Readonly<Record<string, string>> = { claim: "Claim", place: "Place", source: "Source" };

/** What people call a label; its kind stands in front of the description, by which a code that was renamed is known again. */
function codeOf({ name, colour }: NamedLabel, codebook: Codebook, xml: Xml): string {
  const label = codebook.labels.find(({ slug }) => `label:${slug}` === name);
  const said = [`[${name}]`, label?.definition, label?.guidelines].filter((each) => each).join("\n");
  return xml.element(
    "Code",
    {
      ...{ guid: codeGuid(name), name: core[name] ?? label?.name ?? name.replace("label:", "") },
      ...{ isCodable: true, color: colour },
    },
    xml.element("Description", {}, xml.text(said)),
  );
}

/** The kind that stands in front of a description. */
export const kindIn = (description: string): string | undefined =>
  /^\[(claim|place|source|label:[a-z0-9][a-z0-9-]{0,60})\]/.exec(description.trim())?.[1];

/** Every label of a codebook as a code, and labels that tags have beside it. */
export function codesOf(codebook: Codebook, used: ReadonlySet<string>, xml: Xml): string {
  const known = labelsIn(codebook);
  const names = new Set(known.map(({ name }) => name));
  const others = [...used].filter((name) => !names.has(name)).map((name) => ({ name, colour: "#4a5568" }));
  return xml.element("Codes", {}, [...known, ...others].map((each) => codeOf(each, codebook, xml)).join("\n"));
}

/** A codebook on its own, as a .qdc file. */
export const codebookXml = (codebook: Codebook, origin: string, xml: Xml): string =>
  `${declaration}${xml.element("CodeBook", { xmlns: codebookSpace, origin }, codesOf(codebook, new Set(), xml))}\n`;
