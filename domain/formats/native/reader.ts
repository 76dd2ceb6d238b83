import type { DatasetHeader } from "@/domain/formats/dataset";
import { readNative } from "@/domain/formats/native/read";
import { documentOf, entitiesIn, namesIn } from "@/domain/formats/shared/from-bundle";
import type { FormatReader, Found, SentFile } from "@/domain/interchange/reader";

/**
 * Our own files as the one shape of all: the latest version of each tag. An import that keeps states, versions and
 * decisions reads them by `readNative`.
 */
export const nativeReader: FormatReader = {
  extensions: [".jsonl", ".ndjson", ".json"],
  recognises: (_name, head) => (/^\s*\{"record":"manifest","format":"glossator-jsonl"/.test(head) ? 1 : 0),
  asks: [],
  async *read(files) {
    for await (const file of files) yield* documentsIn(file);
  },
};

async function* documentsIn(file: SentFile): AsyncGenerator<Found> {
  let header: DatasetHeader | undefined;
  const people: DatasetHeader["people"][number][] = [];
  const entities: DatasetHeader["entities"][number][] = [];
  for await (const found of readNative(file)) {
    if (found.is === "header") header = found.header;
    else if (found.is === "person") people.push(found.person);
    else if (found.is === "entity") {
      entities.push(found.entity);
      for (const entity of header ? entitiesIn({ ...header, entities: [found.entity] }) : [])
        yield { is: "entity", entity };
    } else if (found.is === "set-aside") yield found;
    else if (found.is === "bundle" && header) {
      const names = namesIn({ ...header, people, entities });
      const { fields } = found.bundle.report;
      const document = { ...documentOf(found.bundle, names), ...(fields && { fields }), spot: found.spot };
      yield { is: "document", document };
    }
  }
}
