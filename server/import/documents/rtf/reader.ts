import type { Inline, Piece } from "@/domain/document/piece";
import { Unreadable } from "../extracted";
import type { Warnings } from "../warnings";
import { decoded, encodingOfFont, encodingOfPage } from "./charsets";
import { DESTINATIONS, SIGNS } from "./controls";
import { Lines } from "./lines";
import { firstState, lookOf, marksOf, type State } from "./state";
import { tokensOf } from "./tokens";

const DEEPEST = 2000;

/** Reads an RTF file: its blocks, its notes, and what it says of itself. */
export class Reader {
  readonly lines = new Lines();
  readonly notes: Piece[] = [];
  readonly info = new Map<string, string>();
  #state: State = firstState();
  readonly #outer: State[] = [];
  #base = "windows-1252";
  readonly #fonts = new Map<number, string>();
  /** The font of words for which none is named. */
  #default = 0;
  readonly #headings = new Map<number, number>();
  #bytes: number[] = [];
  #skipping = 0;
  /** The first half of a character of which the second is to come. */
  #half = "";
  #starred = false;
  #note: Inline[] = [];
  #collected = "";
  readonly #warnings: Warnings;

  constructor(warnings: Warnings) {
    this.#warnings = warnings;
  }

  read(source: string): void {
    for (const token of tokensOf(source)) {
      if (token.is === "byte") {
        this.#byte(token.byte);
        continue;
      }
      this.#flush();
      if (token.is === "open") this.#open();
      else if (token.is === "close") this.#close();
      else this.#control(token.name, token.value);
    }
    this.#flush();
    if (this.#outer.length > 0) throw new Unreadable("The file is cut off: its end is missing. Get a whole copy.");
    this.lines.endParagraph();
  }

  #byte(byte: number): void {
    this.#starred = false;
    if (this.#skipping > 0) this.#skipping -= 1;
    else this.#bytes.push(byte);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const { text, wrong } = decoded(this.#bytes, this.#state.encoding);
    this.#bytes = [];
    this.#write(text);
    if (this.#state.into === "text") this.#warnings.add("characters-replaced", undefined, wrong);
  }

  #write(text: string): void {
    const { into, deleted } = this.#state;
    if (deleted && (into === "text" || into === "note")) {
      if (text.trim() !== "") this.#warnings.add("deletions-left-out");
      return;
    }
    if (into === "text") this.lines.write({ text, marks: marksOf(this.#state) });
    else if (into === "note") this.#note.push({ text, marks: marksOf(this.#state) });
    else if (into === "marker") this.lines.marker += text;
    else if (into !== "skip") this.#collected += text;
  }

  #open(): void {
    if (this.#outer.length > DEEPEST) throw new Unreadable("The file is nested too deep.");
    this.#outer.push({ ...this.#state });
    this.#skipping = 0;
  }

  #close(): void {
    const inner = this.#state;
    const outer = this.#outer.pop();
    this.#skipping = 0;
    if (!outer) return;
    this.#state = outer;
    if (inner.into === outer.into && inner.about === outer.about) return;
    if (inner.into === "note" && outer.into !== "note") this.#endNote();
    if (inner.into === "info" && inner.about)
      this.info.set(inner.about, (this.info.get(inner.about) ?? "") + this.#take());
    if (inner.into === "style") this.#style(Number(inner.about), this.#take());
    if (inner.into === "link") this.#field(this.#take());
    if (inner.into === "font") this.#take();
  }

  #take(): string {
    const taken = this.#collected;
    this.#collected = "";
    return taken;
  }

  /** What a field tells to do; Word keeps ruby as an equation with the reading above. */
  #field(instruction: string): void {
    const href = /HYPERLINK\s+"?((?:https?|mailto):[^\s"]{1,1900})/i.exec(instruction)?.[1];
    if (href) this.#state.link = href;
    if (!/^\s*EQ\b/i.test(instruction)) return;
    const [, reading, base] = /\\up\s*\d+\(([^()]*)\)\s*[,;]([^()]*)\)/i.exec(instruction) ?? [];
    this.#warnings.add(base === undefined ? "formulas-in-line" : "ruby-in-brackets");
    this.#write(base === undefined ? instruction.replace(/^\s*EQ\s*/i, "") : `${base}(${reading})`);
  }

  #style(number: number, name: string): void {
    const level = /^heading (\d)/i.exec(name.trim())?.[1];
    if (level !== undefined) this.#headings.set(number, Math.min(6, Number(level)));
  }

  #endNote(): void {
    const marker = `${this.notes.length + 1}`;
    this.notes.push({ shape: { type: "footnote", attributes: { marker } }, inlines: this.#note });
    this.#note = [];
    this.lines.write({ text: `[${marker}]`, marks: [{ is: "note", marker }] });
  }

  #control(name: string, value: number | undefined): void {
    if (name === "*") {
      this.#starred = true;
      return;
    }
    const starred = this.#starred;
    this.#starred = false;
    const sign = SIGNS[name];
    const destination = DESTINATIONS[name];
    if (destination) this.#destination(destination, name);
    else if (sign !== undefined) this.#sign(sign);
    else if (name === "u") this.#unicode(value ?? 0);
    else if (lookOf(this.#state, name, value)) {
      if (name === "plain") this.#state.encoding = this.#fonts.get(this.#default) ?? this.#base;
    } else if (this.#state.into === "info" && /^(?:yr|mo|dy|hr|min)$/.test(name))
      this.#collected += `${name}${value ?? ""} `;
    else if (!this.#font(name, value) && !this.#block(name, value) && starred) this.#state.into = "skip";
  }

  #destination(destination: (typeof DESTINATIONS)[string], name: string): void {
    const { into, warns } = destination;
    if (this.#state.into === "skip") return;
    if (warns) this.#warnings.add(warns);
    if (into === "keep") return;
    this.#state.into = into;
    this.#state.about = into === "info" ? name : "";
    if (into === "marker") this.lines.marker = "";
    if (into === "note") this.#state.marks = new Set();
  }

  #sign(sign: string): void {
    if (this.#skipping > 0) this.#skipping -= 1;
    else this.#write(sign);
  }

  #unicode(value: number): void {
    const unit = String.fromCharCode(value < 0 ? value + 65536 : value);
    this.#skipping = this.#state.skip;
    if (/[\ud800-\udbff]/.test(unit)) this.#half = unit;
    else {
      this.#write(this.#half + unit);
      this.#half = "";
    }
  }

  #font(name: string, value = 0): boolean {
    switch (name) {
      case "ansicpg":
        this.#base = encodingOfPage(value) ?? this.#base;
        this.#state.encoding = this.#base;
        return true;
      case "mac":
      case "pc":
      case "pca":
        this.#base = name === "mac" ? "macintosh" : name === "pc" ? "cp437" : "cp850";
        this.#state.encoding = this.#base;
        return true;
      case "deff":
        this.#default = value;
        return true;
      case "uc":
        this.#state.skip = value;
        return true;
      case "f":
        if (this.#state.into === "font") this.#state.about = `${value}`;
        else this.#state.encoding = this.#fonts.get(value) ?? this.#base;
        return true;
      case "fcharset": {
        const encoding = value === 1 ? this.#base : encodingOfFont(value);
        if (this.#state.into === "font" && encoding) this.#fonts.set(Number(this.#state.about), encoding);
        return true;
      }
    }
    return false;
  }

  #block(name: string, value = 0): boolean {
    if (this.#state.into === "style" && name === "s") {
      this.#state.about = `${value}`;
      return true;
    }
    switch (name) {
      case "par":
      case "sect":
      case "page":
        if (this.#state.into === "note") this.#write("\n");
        else if (this.lines.inTable && name === "par") this.lines.write({ text: "\n", marks: [] });
        else if (this.#state.into === "text") this.lines.endParagraph();
        return true;
      case "pard":
        this.lines.plain();
        return true;
      case "ilvl":
        this.lines.depth = Math.min(9, Math.max(1, value + 1));
        return true;
      case "s":
        this.lines.level = this.#headings.get(value) ?? this.lines.level;
        return true;
      case "outlinelevel":
        this.lines.level = value >= 0 && value < 9 ? Math.min(6, value + 1) : undefined;
        return true;
      case "intbl":
        this.lines.inTable = true;
        return true;
      case "cell":
        this.lines.endCell();
        return true;
      case "nestcell":
        this.#warnings.add("tables-in-tables");
        this.lines.write({ text: "	", marks: [] });
        return true;
      case "row":
        this.lines.endRow();
        return true;
    }
    return false;
  }
}
