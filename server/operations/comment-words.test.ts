import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { EditComment, PutComment, PutThread, type Thread } from "@/domain/discussion/thread";
import type { Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import { invalidBy } from "@/domain/invalid-by";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { segmentsOn } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { addReply, editComment, openThread } from "@/server/operations/discuss";

let ana: Actor;
let ben: Actor;
let outsider: Actor;
let projectId: ProjectId;
let on: BuiltReport;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

beforeAll(async () => {
  const editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  ana = await joins(await aPerson(editor.workspaceId, { name: "Ana" }), projectId, "analyst");
  ben = await joins(await aPerson(editor.workspaceId, { name: "Ben" }), projectId, "analyst");
  outsider = await aPerson(editor.workspaceId, { name: "Olga" });
});
beforeEach(async () => {
  on = await aReport(ana, projectId);
});

const words = (text: string, ...marks: object[]) => ({ type: "text", text, ...(marks.length > 0 && { marks }) });
const mention = (of: Actor, label: string) => ({ type: "mention", attrs: { userId: of.userId, label } });
const doc = (...content: object[]) => ({ type: "doc", content });
const line = (...content: object[]) => doc({ type: "paragraph", content });
const quoted = (segments: object[]) => ({ type: "reportQuote", attrs: { revisionId: on.revisionId, segments } });
const bare = (quote: string) => segmentsOn(on, quote).map(({ start, end }) => ({ start, end, quote }));

const open = (said: object) => openThread(ana, on.reportId, PutThread.parse({ target: { on: "report" }, ...said }));
const first = ({ comments }: Thread) => {
  const [comment] = comments;
  if (!comment) throw new Error("The comment is gone.");
  return comment;
};
const told = async ({ userId }: Actor) =>
  (
    await sql.rows<{ kind: string }>("select kind from notification where user_id = $1 and report_id = $2", [
      userId,
      on.reportId,
    ])
  ).map(({ kind }) => kind);

test("formatting is kept beside the plain words, and plain words get the form of it", async () => {
  const prose = line(words("Who "), words("counted", { type: "bold" }), words("?"));
  expect(first(value(await open({ prose })))).toMatchObject({ body: "Who counted?", prose });
  expect(first(value(await open({ body: "Who?\nWhen?" })))).toMatchObject({
    body: "Who?\nWhen?",
    prose: doc({ type: "paragraph", content: [words("Who?")] }, { type: "paragraph", content: [words("When?")] }),
  });
});

test("words in another form only are another text, and an edit says so", async () => {
  const { id } = first(value(await open({ body: "Who?" })));
  const same = value(await editComment(ana, id, EditComment.parse({ body: "Who?" })));
  expect(first(same)).not.toHaveProperty("editedAt");
  const prose = line(words("Who?", { type: "italic" }));
  expect(first(value(await editComment(ana, id, EditComment.parse({ prose }))))).toMatchObject({
    body: "Who?",
    prose,
    editedAt: expect.any(String),
  });
});

test("who is called by a mention is told once, by the name they have; who is not in the project is only words", async () => {
  const thread = value(
    await open({
      prose: line(words("Ask "), mention(ben, "Somebody else"), words(", @Ben and "), mention(outsider, "Olga")),
    }),
  );
  expect(first(thread).body).toBe("Ask @Ben, @Ben and @Olga");
  expect(first(thread).prose?.content).toMatchObject([
    { content: [{}, { type: "mention", attrs: { label: "Ben" } }, {}, { type: "text", text: "@Olga" }] },
  ]);
  expect(await told(ben)).toEqual(["mentioned"]);
  expect(await told(outsider)).toEqual([]);
  value(await editComment(ana, first(thread).id, EditComment.parse({ body: "Ask @Ben, please" })));
  expect(await told(ben)).toEqual(["mentioned"]);
});

test("a quote is of words that stand there, in a thread, in a reply and in an edit", async () => {
  const right = doc(quoted(bare("left Hama")), { type: "paragraph", content: [words("Who?")] });
  const thread = value(await open({ prose: right }));
  expect(first(thread).body).toBe("> left Hama\nWho?");
  const wrong = doc(quoted(bare("left Hama").map((each) => ({ ...each, quote: "left Homs" }))));
  const failure = { failure: { problems: [{ field: "prose.content.0.attrs.segments.0.quote" }] } };
  expect(await open({ prose: wrong })).toMatchObject(failure);
  expect(await addReply(ben, thread.id, PutComment.parse({ prose: wrong }))).toMatchObject(failure);
  expect(await editComment(ana, first(thread).id, EditComment.parse({ prose: wrong }))).toMatchObject(failure);
  const elsewhere = await aReport(ana, projectId);
  const foreign = doc({
    type: "reportQuote",
    attrs: { revisionId: elsewhere.revisionId, segments: bare("left Hama") },
  });
  expect(await open({ prose: foreign })).toMatchObject({
    failure: { problems: [{ field: "prose.content.0.attrs.revisionId" }] },
  });
});

test.each([
  { what: "both ways at once", sent: { body: "x", prose: line(words("x")) }, at: "body" },
  { what: "no words", sent: {}, at: "body" },
  { what: "only empty lines", sent: { prose: line() }, at: "prose" },
  { what: "too many words", sent: { prose: line(words("x".repeat(10_001))) }, at: "prose" },
  { what: "no document", sent: { prose: { type: "paragraph" } }, at: "prose.type" },
  { what: "an unknown part", sent: { prose: doc({ type: "image" }) }, at: "prose.content.0.type" },
  {
    what: "a link that runs",
    sent: { prose: line(words("x", { type: "link", attrs: { href: "javascript:alert(1)" } })) },
    at: "prose.content.0.content.0.marks.0.attrs.href",
  },
])("$what: refused, with its place", ({ sent, at }) => {
  for (const schema of [PutComment, EditComment]) {
    const parsed = schema.safeParse(sent);
    if (parsed.success) throw new Error("This was taken.");
    expect(invalidBy(parsed.error).problems[0]?.field).toBe(at);
  }
});
