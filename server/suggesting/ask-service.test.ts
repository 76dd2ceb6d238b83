import { createServer, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { askService } from "@/server/suggesting/ask-service";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A service that does what a test wants, and where it is. */
async function serve(answer: (response: ServerResponse, body: string) => void): Promise<URL> {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => answer(response, body));
  });
  await new Promise<void>((ready) => server?.listen(0, "127.0.0.1", ready));
  const at = server.address();
  if (typeof at !== "object" || at === null) throw new Error("It listens.");
  return new URL(`http://127.0.0.1:${at.port}/propose`);
}
const ask = (url: URL, body: unknown = {}) => askService(url, "127.0.0.1", body);

describe("a service", () => {
  test("is sent JSON and answers JSON", async () => {
    const url = await serve((response, body) => response.end(JSON.stringify({ proposals: [JSON.parse(body)] })));
    expect(await ask(url, { words: "Bisanah 😀" })).toEqual({ answer: { proposals: [{ words: "Bisanah 😀" }] } });
  });

  test.each([
    [
      "redirects",
      (response: ServerResponse) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
      /redirect/,
    ],
    ["fails", (response: ServerResponse) => response.writeHead(500).end("secret"), /status 500/],
    ["answers words", (response: ServerResponse) => response.end("<html>"), /not JSON/],
    [
      "answers bytes that are no UTF-8",
      (response: ServerResponse) => response.end(Buffer.from([0x22, 0xff, 0x22])),
      /not JSON/,
    ],
    [
      "breaks off",
      (response: ServerResponse) => response.writeHead(200, { "content-length": 99 }).write("{") && response.destroy(),
      /broke off|could not be reached/,
    ],
  ])("that %s is told in a sentence", async (_what, answer, sentence) => {
    const answered = await ask(await serve(answer));
    expect(answered).toEqual({ trouble: expect.stringMatching(sentence) });
    expect(JSON.stringify(answered)).not.toContain("secret");
  });

  test("that answers 100 MB is cut off, and nobody holds it", async () => {
    const part = Buffer.alloc(1024 * 1024, " ");
    let sent = 0;
    const url = await serve((response) => {
      const more = () => {
        while (sent < 100 && !response.destroyed) {
          sent += 1;
          if (!response.write(part)) return response.once("drain", more);
        }
        response.end();
        return response;
      };
      more();
    });
    expect(await ask(url)).toEqual({ trouble: expect.stringMatching(/more than 4 MB/) });
    expect(sent).toBeLessThan(50);
  });

  test("that is not there is told in a sentence", async () => {
    const url = await serve(() => undefined);
    server?.close();
    expect(await ask(url)).toEqual({ trouble: expect.stringMatching(/could not be reached/) });
  });

  test("that is silent is not waited for", async () => {
    const url = await serve(() => undefined);
    expect(await askService(url, "127.0.0.1", {}, 200)).toEqual({ trouble: expect.stringMatching(/did not answer/) });
  });
});
