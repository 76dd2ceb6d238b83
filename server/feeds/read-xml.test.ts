import { describe, expect, test } from "vitest";
import type { FoundItem } from "@/server/feeds/item";
import { itemsOfXml } from "@/server/feeds/read-xml";

const base = new URL("https://example.org/news/feed.xml");
const read = (xml: string | Uint8Array, charset?: string) =>
  itemsOfXml(typeof xml === "string" ? new TextEncoder().encode(xml) : xml, { charset, base });
const wordsOf = async (item: FoundItem | undefined) => new TextDecoder().decode(await item?.bytes());

const rss = (
  items: string,
) => `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Hama Post</title>
  <image><title>Logo</title></image>${items}</channel></rss>`;

describe("a feed", () => {
  test("of RSS: what it calls an item, where it is, when it was published, and its whole words where it has them", async () => {
    const [item, ...more] = await read(
      rss(`<item><title>Shelling &amp; fire</title><link>/a?x=1&amp;y=2</link><guid isPermaLink="false">tag:1</guid>
        <pubDate>Mon, 12 Nov 2018 08:30:00 +0200</pubDate><dc:creator>Layla</dc:creator><description>Short</description>
        <content:encoded><![CDATA[<p>Long <b>words</b></p>]]></content:encoded><media:content url="x.jpg">Picture</media:content>
        <media:title>Another</media:title></item>`),
    );
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      key: "tag:1",
      title: "Shelling & fire",
      address: "https://example.org/a?x=1&y=2",
      published: "2018-11-12T06:30:00.000Z",
      author: "Layla",
    });
    expect(await wordsOf(item)).toContain("<body><p>Long <b>words</b></p></body>");
  });

  test("of Atom, with a page in it as elements", async () => {
    const [item] = await read(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:2</id><title>Fire</title>
      <link rel="self" href="/self"/><link href="b.html"/><author><name>Ben</name></author><updated>2018-11-12T08:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two &lt; three <a href="c">here</a></p></div></content>
      </entry></feed>`);
    expect(item).toMatchObject({ key: "urn:2", address: "https://example.org/news/b.html", author: "Ben" });
    expect(await wordsOf(item)).toContain('<p>Two &lt; three <a href="c">here</a></p>');
  });

  test("of RSS 1.0, and items without any name are left out", async () => {
    const items =
      await read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <item><title>A</title><link>https://example.org/a</link><description>One</description></item>
      <item><title>Nameless</title></item></rdf:RDF>`);
    expect(items.map(({ key, title }) => [key, title])).toEqual([["https://example.org/a", "A"]]);
  });

  test("in the encoding that it says, else its server", async () => {
    const arabic = Buffer.from(rss("<item><guid>1</guid><title>?</title></item>"), "latin1");
    arabic[arabic.indexOf("?</title></item>")] = 0xcd;
    const said = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="windows-1256"?>'), arabic.subarray(21)]);
    expect((await read(said))[0]?.title).toBe("ح");
    expect((await read(arabic, "windows-1256"))[0]?.title).toBe("ح");
    const wide = Buffer.from(`\ufeff${rss("<item><guid>1</guid><title>ح</title></item>")}`, "utf16le");
    expect((await read(wide))[0]?.title).toBe("ح");
    await expect(read(arabic)).rejects.toThrow("The feed says that it is written in utf-8 and is not.");
    await expect(read(arabic, "x-unknown")).rejects.toThrow("written in x-unknown and is not");
  });

  test("another word or title gives another hash, another order of its fields does not", async () => {
    const hash = async (item: string) => (await read(rss(`<item><guid>1</guid>${item}</item>`)))[0]?.sha256;
    const first = await hash("<title>A</title><description>One</description>");
    expect(await hash("<description>One</description><title>A</title>")).toBe(first);
    expect(await hash("<title>A</title><description>Two</description>")).not.toBe(first);
  });

  test.each([
    ["broken XML", "<rss><channel><item></channel>", /not well-formed XML .*Nothing of it was imported\.$/],
    ["an end in the middle", "<rss><channel><item><title>A", /not well-formed XML/],
    ["a web page", "<html><body>Hello</body></html>", /This is no RSS or Atom feed/],
    ["nothing", "", /not well-formed XML|no RSS/],
    [
      "entities of its own",
      '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&b;</title></item></channel></rss>',
      /entities of its own/,
    ],
    ["an entity that nobody declared", rss("<item><title>&nbsp;x</title></item>"), /not well-formed XML/],
    ["elements nested deep", `<rss>${"<a>".repeat(500)}`, /nests too deep/],
  ])("that is %s is refused in one sentence", async (_what, xml, sentence) => {
    await expect(read(xml)).rejects.toThrow(sentence);
  });

  test("of 10,000 items is read in seconds", async () => {
    const items = Array.from(
      { length: 10_000 },
      (_, nth) => `<item><guid>${nth}</guid><title>Item ${nth}</title></item>`,
    );
    expect(await read(rss(items.join("")))).toHaveLength(10_000);
  }, 20_000);
});
