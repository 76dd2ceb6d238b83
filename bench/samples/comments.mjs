import { openText, word } from "./packed.mjs";

const from = (id) => `<w:commentRangeStart w:id="${id}"/>`;
const to = (id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
const run = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const gone = (text) => `<w:del w:id="90"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const par = (...inner) => `<w:p>${inner.join("")}</w:p>`;
const cell = (...inner) => `<w:tc>${par(...inner)}</w:tc>`;

function remark(id, { by = "Lina Haddad", at = `2017-07-04T09:0${id % 10}:00Z`, says }) {
  const paragraphs = says.map((text, nth) => {
    const mark = nth === says.length - 1 ? ` w14:paraId="00AA00${10 + id}"` : "";
    return `<w:p${mark}>${text === "" ? "" : run(text)}</w:p>`;
  });
  return `<w:comment w:id="${id}" w:author="${by}" w:date="${at}" w:initials="LH">${paragraphs.join("")}</w:comment>`;
}

const body = [
  par(run("𝔏 Government forces "), from(0), from(1), run("shelled"), to(0), to(1), run(" the road.")),
  par(run("The road is "), from(2), run("closed. ")),
  par(run("Nobody "), run("passes"), `<w:commentRangeEnd w:id="2"/>`, run(" 😊 there.")),
  par(run("Sources said "), from(3), gone("twelve dead"), to(3), run("so.")),
  par(run("A "), from(4), gone("large "), run("convoy"), to(4), run(" came from Hama"), to(5), run(".")),
  par(run("Noted"), `<w:r><w:footnoteReference w:id="2"/></w:r>`, run(" at the "), from(6), run("bridge"), to(6)),
  `<w:tbl><w:tr>${cell(run("Place"))}${cell(from(7), run("Dead"))}</w:tr><w:tr>${cell(run("Hama"))}${cell(run("two"), to(7))}</w:tr></w:tbl>`,
  par(run("قصفت القوات "), from(9), run("الطريق"), to(9), run(" صباحاً.")),
  par(run("End.")),
];

const remarks = [
  remark(0, { says: ["Shelled or bombed?", "Ask Hama."] }),
  remark(1, { by: "Omar", at: "2017-07-04T10:30:00Z", says: ["Shelled, says the mayor."] }),
  remark(2, { says: ["From here on by phone."] }),
  remark(3, { says: ["Why twelve?"] }),
  remark(4, { by: "", says: ["How large?"] }),
  remark(5, { says: ["The city or the province?"] }),
  remark(6, { says: [""] }),
  remark(7, { says: ["Both columns are new."] }),
  remark(8, { says: ["About a page header."] }),
  remark(9, { by: "لينا", says: ["أي طريق؟"] }),
];

const extended = [
  `<w15:commentEx w15:paraId="00AA0010" w15:done="1"/>`,
  `<w15:commentEx w15:paraId="00AA0011" w15:paraIdParent="00AA0010" w15:done="1"/>`,
];

const note = `<w:footnote w:id="2">${par(run("By phone."))}</w:footnote>`;

const annotation = (name, { by = "Lina Haddad", at = "2017-07-04T09:00:00", says, more = "" }) =>
  `<office:annotation${name ? ` office:name="${name}"` : ""}${more}><dc:creator>${by}</dc:creator><dc:date>${at}</dc:date>${says
    .map((text) => `<text:p>${text}</text:p>`)
    .join("")}</office:annotation>`;
const until = (name) => `<office:annotation-end office:name="${name}"/>`;

const deletion = `<text:tracked-changes><text:changed-region><text:deletion><text:p>twelve${annotation("", { says: ["Why twelve?"] })}</text:p></text:deletion></text:changed-region></text:tracked-changes>`;

const openBody = [
  deletion,
  `<text:p>𝔏 Government forces ${annotation("a", { says: ["Shelled or bombed?", "Ask Hama."], more: ' loext:resolved="true"' })}shelled${until("a")}${annotation(
    "b",
    {
      by: "Omar",
      at: "2017-07-04T10:30:00",
      says: ["Shelled, says the mayor."],
      more: ' loext:parent-name="a"',
    },
  )} the road.</text:p>`,
  `<text:p>The road is ${annotation("c", { says: ["From here on by phone."] })}closed<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>By phone.</text:p></text:note-body></text:note>.</text:p>`,
  `<text:p>Nobody passes${until("c")} there.</text:p>`,
  `<text:p>They came from Hama ${annotation("", { says: ["The city?"] })} today.</text:p>`,
  `<text:p>${annotation("d", { says: ["Nothing is left here."] })}${until("d")}End.</text:p>`,
];

export const files = {
  "comments.docx": word(body.join(""), {
    comments: ["w:comments", remarks.join("")],
    commentsExtended: ["w15:commentsEx", extended.join("")],
    footnotes: ["w:footnotes", note],
  }),
  "comments.odt": openText(openBody.join("")),
};
