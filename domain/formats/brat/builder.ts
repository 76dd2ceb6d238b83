import type { AnnLine } from "@/domain/formats/brat/lines";
import { bratValues, entityBase, noteKinds } from "@/domain/formats/brat/names";
import { cueIn, endIn, segmentsOf } from "@/domain/formats/brat/place";
import { setAside } from "@/domain/formats/shared/asides";
import { labelOf, titleOf } from "@/domain/formats/shared/documents";
import { setValue } from "@/domain/interchange/attributes";
import type { Link, LinkEnd, Span, Spot, Value } from "@/domain/interchange/document";
import { attributesIn, textOfLine } from "@/domain/interchange/flat";
import type { SentText } from "@/domain/interchange/line-ends";
import type { Found, Trouble } from "@/domain/interchange/reader";
import type { CodePointRange } from "@/domain/text/offsets";

/** A line with its place, as it stands in the file. */
export type Placed<L = AnnLine> = { read: L; spot: Spot; said: string };
type Of<K extends AnnLine["is"]> = Extract<AnnLine, { is: K }>;

type Thing = { id: string; label: string; attributes: Record<string, Value>; spot: Spot; said: string };
type SpanLine = Thing & { is: "span"; segments: CodePointRange[]; entity?: string };
type LinkLine = Thing & { is: "link"; from: string; to: { line: string } | LinkEnd; cue?: CodePointRange[] };

/** Puts the lines of one document together. Lines may name others that come after them. */
export class DocumentBuilder {
  readonly #key: string;
  readonly #text: SentText;
  readonly #spot: Spot;
  readonly #found: Found[] = [];
  readonly #things = new Map<string, SpanLine | LinkLine>();
  readonly #ids = new Set<string>();
  /** The trigger of each event. */
  readonly #events = new Map<string, string>();
  readonly #later: Placed[] = [];
  readonly #notes: { on: SpanLine | LinkLine; thread: string; body: string; spot: Spot }[] = [];
  readonly #entities = new Map<string, string>();

  constructor(key: string, text: SentText, spot: Spot) {
    this.#key = key;
    this.#text = text;
    this.#spot = spot;
  }

  aside({ spot, said }: Pick<Placed, "spot" | "said">, trouble: Trouble): void {
    this.#found.push(setAside(spot, said, trouble, this.#key));
  }

  take(line: Placed): void {
    const { read } = line;
    if (read.is === "text-bound") this.#takeSpan({ ...line, read });
    else if (read.is === "relation") this.#takeRelation({ ...line, read });
    else {
      if (read.is === "event") this.#events.set(read.name, this.#events.get(read.name) ?? read.trigger);
      this.#later.push(line);
    }
  }

  /** Everything that could not be taken, the entities, and the document. */
  *finish(): Generator<Found> {
    for (const line of this.#later) this.#takeLater(line);
    const things = [...this.#things.values()];
    const spans: Span[] = [];
    const links: Link[] = [];
    for (const { said, ...thing } of things) {
      if (thing.is === "link") links.push(...this.#linkOf(thing, said));
      else {
        const { is: _, ...span } = thing;
        spans.push({ ...span, made: {} });
      }
    }
    yield* this.#found;
    for (const [key, name] of this.#entities)
      yield { is: "entity", entity: { key, name, aliases: [], attributes: {} } };
    const notes = this.#notes.map(({ on, spot, ...remark }) => ({ on: { tag: on.id }, remarks: [remark], spot }));
    const head = { key: this.#key, title: titleOf(this.#key), text: this.#text.text, metadata: {}, spot: this.#spot };
    yield { is: "document", document: { ...head, spans, links, notes } };
  }

  /** Undefined, and set aside, where the name was used before. */
  #named(name: string, { spot, said }: Placed): Omit<Thing, "label"> | undefined {
    if (!this.#ids.has(name)) {
      this.#ids.add(name);
      return { id: name, attributes: {}, spot, said };
    }
    this.aside({ spot, said }, { is: "twice", id: name });
    return undefined;
  }

  #takeSpan(line: Placed<Of<"text-bound">>): void {
    const { name, label, fragments, words } = line.read;
    const thing = this.#named(name, line);
    const placed = segmentsOf(this.#text, fragments, words);
    if (!thing) return;
    if ("trouble" in placed) this.aside(line, placed.trouble);
    else this.#things.set(name, { ...thing, is: "span", label: labelOf(label), segments: placed.segments });
  }

  #takeRelation(line: Placed<Of<"relation">>): void {
    const { name, label, roles } = line.read;
    const [first, second] = roles[0]?.role === "Arg2" ? [roles[1], roles[0]] : roles;
    this.#addLink(line, { name, label: labelOf(label), from: first?.target ?? "", to: { line: second?.target ?? "" } });
  }

  #addLink(line: Placed, { name, ...link }: { name: string; label: string; from: string; to: LinkLine["to"] }) {
    const thing = this.#named(name, line);
    const made: LinkLine | undefined = thing && { ...thing, ...link, is: "link" };
    if (made) this.#things.set(name, made);
    return made;
  }

  #takeLater(line: Placed): void {
    const { read } = line;
    if (read.is === "event") {
      read.roles.forEach(({ role, target }, nth) => {
        this.#addLink(line, { name: `${read.name}/${nth + 1}`, label: role, from: read.trigger, to: { line: target } });
      });
    } else if (read.is === "equivalence") {
      read.targets.slice(1).forEach((to, nth) => {
        const name = `*${line.spot.line ?? 0}/${nth + 1}`;
        this.#addLink(line, { name, label: read.label, from: read.targets[nth] ?? "", to: { line: to } });
      });
    } else if (read.is === "attribute" || read.is === "reference" || read.is === "note") {
      const on = this.#things.get(this.#events.get(read.target) ?? read.target);
      if (!on) this.aside(line, { is: "missing-end", id: read.target });
      else if (read.is === "attribute") setValue(on.attributes, read.attribute, saidIn(read));
      else if (read.is === "reference") this.#takeReference(on, { ...line, read });
      else this.#takeNote(on, { ...line, read });
    }
  }

  #takeReference(on: SpanLine | LinkLine, { read, ...line }: Placed<Of<"reference">>): void {
    const key = read.key.startsWith(`${entityBase}:`) ? read.key.slice(entityBase.length + 1) : read.key;
    if (on.is === "link" || on.entity !== undefined) {
      this.aside(line, { is: "twice", id: read.target });
      return;
    }
    on.entity = key;
    if (!this.#entities.has(key)) this.#entities.set(key, read.words === "" ? key : read.words);
  }

  #takeNote(on: SpanLine | LinkLine, line: Placed<Of<"note">>): void {
    const { kind, text, target, name } = line.read;
    const said = attributesIn(text);
    if (kind === noteKinds.id) this.#rename(on, textOfLine(text), line);
    else if (kind === noteKinds.attributes && said) {
      for (const [attribute, value] of Object.entries(said)) setValue(on.attributes, attribute, value);
    } else if (kind === noteKinds.cue && on.is === "link") {
      const cue = cueIn(this.#text, text);
      if (cue) on.cue = cue;
      else this.aside(line, { is: "syntax", expected: "START END;START END of this text" });
    } else if (kind === noteKinds.link && said) this.#takeKeptLink(target, said, line);
    else this.#notes.push({ on, thread: name, body: textOfLine(text), spot: line.spot });
  }

  #rename(on: SpanLine | LinkLine, id: string, line: Placed): void {
    if (this.#ids.has(id) && id !== on.id) this.aside(line, { is: "twice", id });
    else {
      this.#ids.add(id);
      on.id = id;
    }
  }

  /** A link to an entity or to the article itself, for which brat has no shape. */
  #takeKeptLink(from: string, said: Readonly<Record<string, Value>>, line: Placed): void {
    const { id, label, attributes, cue } = said;
    const to = endIn(said["to"]);
    if (typeof id !== "string" || typeof label !== "string" || !to) {
      this.aside(line, { is: "syntax", expected: "a link's id, label and end" });
      return;
    }
    const link = this.#addLink(line, { name: id, label, from, to });
    if (!link) return;
    for (const [name, value] of Object.entries(attributesOf(attributes))) setValue(link.attributes, name, value);
    const ranges = typeof cue === "string" ? cueIn(this.#text, cue) : undefined;
    if (ranges) link.cue = ranges;
  }

  #linkOf({ is: _, from, to, ...link }: Omit<LinkLine, "said">, said: string): Link[] {
    const at = (name: string) => this.#things.get(this.#events.get(name) ?? name);
    const [source, target] = [at(from), "line" in to ? at(to.line) : undefined];
    const line = { spot: link.spot, said };
    if (source?.is !== "span") this.aside(line, { is: "missing-end", id: from });
    else if (!("line" in to)) return [{ ...link, from: source.id, to, made: {} }];
    else if (target?.is !== "span") this.aside(line, { is: "missing-end", id: to.line });
    else if (source === target) this.aside(line, { is: "circle", id: link.id });
    else return [{ ...link, from: source.id, to: { span: target.id }, made: {} }];
    return [];
  }
}

const saidIn = ({ value }: Of<"attribute">): Value => (value === undefined ? true : bratValues.read(value));

const attributesOf = (said: Value | undefined) =>
  said === undefined ? {} : (attributesIn(JSON.stringify(said)) ?? {});
