import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { fetchFollowing } from "@/server/egress/ask";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server that does what a test wants, and its origin. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const at = server.address();
  if (typeof at !== "object" || at === null) throw new Error("It listens.");
  return `http://127.0.0.1:${at.port}`;
}

const fetchOf = async (url: string, origins: readonly string[], within = 2000) => {
  const asking = { url: new URL(url), method: "GET" as const, headers: {}, within, mostBytes: 1024, who: "The feed" };
  const got = await fetchFollowing(asking, { origins, setting: "GLOSSATOR_FEEDS", what: "feeds" });
  return "trouble" in got ? got.trouble : `${got.status} ${got.url.pathname} ${got.body}`;
};

const redirect = (location: string) => (_request: IncomingMessage, response: ServerResponse) =>
  response.writeHead(302, { location }).end();

describe("a redirect", () => {
  test("is followed where it stays on the list, on the same server and to another one", async () => {
    const last = await serve((_request, response) => response.end("words"));
    const first = await serve(({ url }, response) =>
      response.writeHead(301, { location: url === "/old" ? "/new" : `${last}/there` }).end(),
    );
    expect(await fetchOf(`${first}/old`, [first, last])).toBe("200 /there words");
  });

  test("to where nothing is listed is not followed, and nobody there is asked", async () => {
    let asked = 0;
    const inner = await serve((_request, response) => {
      asked += 1;
      response.end("secret");
    });
    const outer = await serve(redirect(`${inner}/admin`));
    expect(await fetchOf(outer, [outer])).toBe(
      `The feed redirects elsewhere: ${inner} is not on this installation's list of feeds (GLOSSATOR_FEEDS). Nothing was sent there.`,
    );
    expect(asked).toBe(0);
  });

  test("to a listed name that leads inward is not followed", async () => {
    let asked = 0;
    const inner = new URL(
      await serve((_request, response) => {
        asked += 1;
        response.end("secret");
      }),
    );
    inner.hostname = "localhost";
    const outer = await serve(redirect(inner.href));
    expect(await fetchOf(outer, [outer, inner.origin])).toMatch(/own network/);
    expect(asked).toBe(0);
  });

  test.each([
    ["file:///etc/passwd", "The feed redirects to something that is no web address."],
    ["http://", "The feed redirects to something that is no web address."],
  ])("to %s is told in a sentence", async (location, sentence) => {
    const origin = await serve(redirect(location));
    expect(await fetchOf(origin, [origin])).toBe(sentence);
  });

  test("without end is told in a sentence", async () => {
    let asked = 0;
    const origin = await serve((_request, response) => {
      asked += 1;
      response.writeHead(307, { location: "/again" }).end();
    });
    expect(await fetchOf(origin, [origin])).toBe("The feed redirects more than 5 times in a row.");
    expect(asked).toBe(6);
  });
});

describe("what is fetched", () => {
  test("is cut off where it is too much, and where it never ends", async () => {
    const large = await serve((_request, response) => response.end(Buffer.alloc(4096)));
    expect(await fetchOf(large, [large])).toMatch(/answered more than/);
    const drip = await serve((_request, response) => {
      const timer = setInterval(() => response.write("a"), 20);
      response.on("close", () => clearInterval(timer));
    });
    expect(await fetchOf(drip, [drip], 300)).toBe("The feed did not answer within 0.3 seconds.");
  });

  test("of another status has no words of its own", async () => {
    const origin = await serve((_request, response) => response.writeHead(304).end());
    expect(await fetchOf(`${origin}/x`, [origin])).toBe("304 /x ");
  });
});
