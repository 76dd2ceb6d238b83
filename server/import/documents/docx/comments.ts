import type { DocumentComment } from "@/domain/document/comments";
import type { Piece } from "@/domain/document/piece";
import { wordsOf } from "../commenting";
import { childrenNamed, type Element, elementsOf } from "../xml";

/**
 * A Word file's comments. Which answers which, and which are done, stands in another part by the ids of their last
 * paragraphs ([MS-DOCX] 2.5.4).
 */
export function commentsOf(
  comments: Element | undefined,
  extended: Element | undefined,
  read: (comment: Element) => Piece[],
): DocumentComment[] {
  const all = childrenNamed(elementsOf(comments)[0], "w:comment");
  const about = new Map(
    childrenNamed(elementsOf(extended)[0], "w15:commentEx").map(({ attributes }) => [
      attributes["w15:paraId"]?.toUpperCase(),
      attributes,
    ]),
  );
  const byParagraph = new Map(all.map((comment) => [paragraphOf(comment), comment.attributes["w:id"] ?? ""]));
  return all.map((comment) => {
    const { attributes } = comment;
    const more = about.get(paragraphOf(comment));
    const above = more?.["w15:paraIdParent"]?.toUpperCase();
    return {
      id: attributes["w:id"] ?? "",
      answers: above === undefined ? undefined : byParagraph.get(above),
      author: attributes["w:author"] ?? attributes["w:initials"] ?? "",
      at: attributes["w:date"] ?? "",
      resolved: /^(?:1|true|on)$/.test(more?.["w15:done"] ?? ""),
      text: wordsOf(read(comment)),
    };
  });
}

const paragraphOf = (comment: Element) => childrenNamed(comment, "w:p").at(-1)?.attributes["w14:paraId"]?.toUpperCase();
