/** One mention of a text, in UTF-16 units, and its kind. */
export type Mention = { start: number; end: number; kind: string; words: string };

/** What a person tagged: code points of the text, of which none of these texts has any beyond the first plane. */
export type Kept = { kind: string; spans: readonly { start: number; end: number }[] };

/** Reads the text-bound lines of a brat file: "T1<TAB>Location 12 18<TAB>words". https://brat.nlplab.org/standoff.html */
export function readBrat(file: string): Mention[] {
  return file.split(/\r?\n/).flatMap((line) => {
    const [, kind, start, end, words] = /^T\d+\t(\S+) (\d+) (\d+)\t(.*)$/.exec(line) ?? [];
    if (kind === undefined || words === undefined) return [];
    return [
      { start: Number(start), end: Number(end), kind: /^(?:loc|gpe|place)/i.test(kind) ? "named place" : kind, words },
    ];
  });
}

/**
 * Reads a WebAnno TSV 3.2 file: its text, put together from its tokens at their offsets, and the mentions of its first
 * layer's first column ("place[3]|person[4]"). https://webanno.github.io/webanno/releases/3.6.7/docs/user-guide.html
 */
export function readWebAnno(file: string): { text: string; mentions: Mention[] } {
  let text = "";
  const spans = new Map<string, { start: number; end: number; kind: string }>();
  for (const line of file.split(/\r?\n/)) {
    const [token, offsets, word = "", said = "_"] = line.split("\t");
    const at = /^(\d+)-(\d+)$/.exec(offsets ?? "");
    if (!token || !at || !/^\d+-\d+$/.test(token)) continue;
    const [start, end] = [Number(at[1]), Number(at[2])];
    const isNew = token.endsWith("-1") && text !== "";
    text = `${text.padEnd(start, " ")}${word}`;
    if (isNew) text = `${text.slice(0, start - 1)}\n${text.slice(start)}`;
    for (const part of said.split("|")) {
      const [, kind, id] = /^([a-z-]+)(?:\[(\d+)\])?$/.exec(part) ?? [];
      if (!kind) continue;
      const key = id ?? token;
      spans.set(key, { start: spans.get(key)?.start ?? start, end, kind });
    }
  }
  return { text, mentions: [...spans.values()].map((span) => ({ ...span, words: text.slice(span.start, span.end) })) };
}

/** Mentions of places that contain a proper name, without articles before and 's after them; nested ones are kept. */
export function namedPlaces(mentions: readonly Mention[]): Mention[] {
  const trimmed = mentions
    .filter(({ kind }) => kind === "place")
    .map(({ start, end, words }) => {
      const lead = /^(?:the|a|an) /i.exec(words)?.[0].length ?? 0;
      const tail = / ?['’]s?$/i.exec(words)?.[0].length ?? 0;
      return {
        start: start + lead,
        end: end - tail,
        kind: "named place",
        words: words.slice(lead, words.length - tail),
      };
    })
    .filter(({ words }) => /\p{Lu}/u.test(words));
  return [...new Map(trimmed.map((each) => [`${each.start}-${each.end}`, each])).values()];
}
