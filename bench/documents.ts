import { pdfOf } from "@/bench/datasets/pdf";
import { below, type Figure, figure } from "@/bench/figure";
import { openStage, type Stage } from "@/bench/stage";
import { beside } from "@/bench/waiting";

/** How long a PDF of 300 pages takes from its upload to the answer, and whether others wait meanwhile. */

const pages = 300;
const linesAPage = 50;
const lettersALine = 84;
const runs = 3;
const words =
  "Government forces shelled positions on the road near the town on Monday and local sources said that it was closed for several hours".split(
    " ",
  );

/** Pages of paragraphs of five lines, none like the others. */
const book = (seed: number): Uint8Array<ArrayBuffer> =>
  pdfOf(
    Array.from({ length: pages }, (_, page) =>
      Array.from({ length: linesAPage }, (_, line) => {
        const from = (seed * 7 + page * 13 + line * 5) % words.length;
        const said = [...words.slice(from), ...words.slice(0, from)].join(" ");
        const filled = said.slice(0, said.lastIndexOf(" ", lettersALine));
        return line % 5 === 4 ? `${filled.slice(0, 40)}.` : filled;
      }),
    ),
  );

async function send({ url, token, projectId }: Stage, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const body = new FormData();
  body.append("files", new File([bytes], name));
  const path = `${url}/api/v1/projects/${projectId}/reports`;
  const answer = await fetch(path, { method: "POST", headers: { authorization: `Bearer ${token}` }, body });
  const said = await answer.text();
  if (!said.includes('"outcome":"imported"'))
    throw new Error(`The import answered ${answer.status}: ${said.slice(0, 500)}`);
}

export async function documents(): Promise<Figure[]> {
  const stage = await openStage();
  try {
    const times: number[] = [];
    for (let nth = 0; nth < runs; nth++) {
      const bytes = book(nth);
      const began = performance.now();
      await send(stage, `book-${nth}.pdf`, bytes);
      times.push((performance.now() - began) / 1000);
    }
    const name = `import of a PDF of ${pages} pages`;
    const [, ...others] = await beside(stage, { name, run: (on) => send(on, "book.pdf", book(runs)) });
    return [figure(name, "s", times, { budget: below(10) }), ...others];
  } finally {
    await stage.stop();
  }
}
