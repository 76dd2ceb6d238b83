import type { LabelAttribute } from "@/domain/codebook/attribute";
import type { Codebook } from "@/domain/codebook/codebook";
import { labelsIn, linkLabelsIn, type NamedLabel } from "@/domain/formats/labels";
import { xmlText } from "@/domain/formats/xml";
import { featureTypes, resolutions } from "@/domain/gazetteer/place-values";
import { certainties, claimKinds, polarities, standings } from "@/domain/tag/claim-values";

/** What is said of a region beside its label, as a control of Label Studio's. */
export type Control = {
  label: string;
  attribute: string;
  type: "choices" | "number" | "textarea";
  choices: readonly string[];
};

/** The name of the control that holds labels, and of the one that holds whatever has no control of its own. */
export const labelsControl = "label";
export const detailsControl = "details";
/** Between the parts of a tag that is not in one piece. */
export const continues = "continues";

const choices = (attribute: string, all: readonly string[], label = "claim"): Control => ({
  label,
  attribute,
  type: "choices",
  choices: all,
});
const words = (attribute: string, label = "claim"): Control => ({ label, attribute, type: "textarea", choices: [] });

/** Controls for everything that is one word, number or text. The rest stands together in `details`. */
export const controlsIn = ({ labels, eventTypes }: Codebook): Control[] => [
  words("restatement"),
  choices("kind", claimKinds),
  choices("standing", standings),
  choices("certainty", certainties),
  choices("polarity", polarities),
  choices(
    "eventType",
    eventTypes.map(({ slug }) => slug),
  ),
  { label: "claim", attribute: "credibility", type: "number", choices: [] },
  choices("resolution", resolutions, "place"),
  choices("featureType", featureTypes, "place"),
  words("direction", "place"),
  ...labels.flatMap(({ slug, attributes }) => attributes.flatMap((each) => controlOf(`label:${slug}`, each) ?? [])),
  ...["claim", "place", "source", ...labels.map(({ slug }) => `label:${slug}`)].map((label) => words("note", label)),
];

function controlOf(label: string, { slug, type, choices: all }: LabelAttribute): Control | undefined {
  if (type === "choice")
    return choices(
      slug,
      all.map((choice) => choice.slug),
      label,
    );
  if (type === "yes-no") return choices(slug, ["yes", "no"], label);
  if (type === "number") return { label, attribute: slug, type: "number", choices: [] };
  return type === "text" || type === "date" ? words(slug, label) : undefined;
}

/** Two lines stand between label and attribute; no slug has one. */
export const nameOf = ({ label, attribute }: Pick<Control, "label" | "attribute">) =>
  `${label.replace(":", "_")}__${attribute}`;

/** The attribute that a control says: of a file of ours without the label, of any other the control's own name. */
export const attributeOf = (control: string) =>
  control.slice(control.indexOf("__") < 0 ? 0 : control.indexOf("__") + 2);

/** The labelling configuration that goes with the file: without it Label Studio's own exports leave regions out. */
export function configurationOf(codebook: Codebook): string {
  const lines = [
    "<View>",
    "  <Relations>",
    ...[...linkLabelsIn(codebook).map(({ name }) => name), continues].map(
      (name) => `    <Relation value="${xmlText(name)}"/>`,
    ),
    "  </Relations>",
    `  <Labels name="${labelsControl}" toName="text">`,
    ...labelsIn(codebook).map(labelLine),
    "  </Labels>",
    '  <Text name="text" value="$text"/>',
    ...controlsIn(codebook).flatMap(controlLines),
    `  <TextArea name="${detailsControl}" toName="text" perRegion="true" editable="true"/>`,
    "</View>",
  ];
  return `${lines.join("\n")}\n`;
}

const labelLine = ({ name, colour }: NamedLabel) => `    <Label value="${xmlText(name)}" background="${colour}"/>`;

function controlLines(control: Control): string[] {
  const when = `whenTagName="${labelsControl}" whenLabelValue="${xmlText(control.label)}"`;
  const head = `name="${xmlText(nameOf(control))}" toName="text" perRegion="true" ${when}`;
  if (control.type === "number") return [`  <Number ${head}/>`];
  if (control.type === "textarea") return [`  <TextArea ${head} editable="true"/>`];
  if (control.choices.length === 0) return [];
  const all = control.choices.map((value) => `    <Choice value="${xmlText(value)}"/>`);
  return [`  <Choices ${head} choice="single">`, ...all, "  </Choices>"];
}
