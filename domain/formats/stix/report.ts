import type { WriteOptions } from "@/domain/formats/format";
import { extended } from "@/domain/formats/stix/extension";
import { base64, common, instant, type Json, observableId, saying, since } from "@/domain/formats/stix/objects";
import type { AnnotatedDocument } from "@/domain/interchange/document";

/** The text that offsets count in, unless there is none. Its id is made of what it holds, as for every cyber-observable object. */
export function artifactOf(text: string, hash: WriteOptions["hash"]): Json | undefined {
  if (text === "") return undefined;
  const digest = hash();
  digest.update(text);
  const held = { hashes: { "SHA-256": digest.hex() }, payload_bin: base64(text) };
  return {
    ...{ type: "artifact", spec_version: "2.1", id: observableId("artifact", held) },
    ...{ mime_type: "text/plain", ...held },
  };
}

type Said = { document: AnnotatedDocument; createdAt: string; exportedAt: string };
type Refs = { id: string; text: string; creator: string; refs: readonly string[] };

/** A report with everything that was said of it. Without a time of publication, the time it came in stands there. */
export function reportOf({ document, createdAt, exportedAt }: Said, { id, text, creator, refs }: Refs): Json {
  const { key, title, metadata } = document;
  const { outlet, author, published, retrieved, url, language, direction } = metadata;
  const source = saying({ source_name: outlet ?? author ?? title, url: address(url) });
  return saying({
    ...common("report", id, { created: createdAt, modified: exportedAt }),
    created_by_ref: creator,
    name: title === "" ? key : title,
    published: instant(published) ?? instant(createdAt) ?? since,
    lang: language === "und" ? undefined : language,
    external_references: "url" in source && "source_name" in source ? [source] : [],
    object_refs: refs.length === 0 ? [creator] : [...new Set(refs)],
    ...extended({ report_id: key, text_ref: text, outlet, author, published, retrieved, url, direction }),
  });
}

/** STIX wants a whole address. */
const address = (url: string | undefined) =>
  url !== undefined && /^https?:\/\/\S+$/.test(url) && URL.canParse(url) ? url : undefined;
