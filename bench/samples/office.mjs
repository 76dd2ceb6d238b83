import { openText, packed, word } from "./packed.mjs";

const run = (text, about = "") =>
  `<w:r>${about ? `<w:rPr>${about}</w:rPr>` : ""}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const par = (about, ...inner) => `<w:p>${about ? `<w:pPr>${about}</w:pPr>` : ""}${inner.join("")}</w:p>`;
const item = (num, level, text) =>
  par(`<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`, run(text));
const level = (at, format, text, start = 1) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const field = (instruction, shown) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const cell = (inner, about = "") => `<w:tc>${about ? `<w:tcPr>${about}</w:tcPr>` : ""}${inner}</w:tc>`;

const numbering = [
  `<w:abstractNum w:abstractNumId="0">${level(0, "upperRoman", "%1.")}${level(1, "lowerLetter", "%1.%2)")}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="1">${level(0, "bullet", "•")}${level(1, "decimalZero", "%2", 9)}</w:abstractNum>`,
  `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  `<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`,
  `<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`,
];

const lists = [
  item(1, 0, "first"),
  item(1, 1, "inner a"),
  item(1, 1, "inner b"),
  item(1, 0, "second"),
  par("", run("Between the lists.")),
  item(1, 0, "goes on"),
  item(2, 0, "begins at four"),
  item(3, 0, "bullet"),
  item(3, 1, "from nine"),
  item(3, 1, "ten"),
];

const emphasis = [
  run("Bold", "<w:b/>"),
  run(", not bold", '<w:b w:val="0"/>'),
  run(", both", "<w:b/><w:i/>"),
  run(", under", '<w:u w:val="single"/>'),
  run(", no line", '<w:u w:val="none"/>'),
  run(", struck", "<w:strike/>"),
  run(", m"),
  run("2", '<w:vertAlign w:val="superscript"/>'),
  run(" of H"),
  run("2", '<w:vertAlign w:val="subscript"/>'),
  run("O 😊 at the end.", "<w:i/>"),
];

const tables = [
  `<w:tbl><w:tr>${cell(par("", run("Province")), '<w:gridSpan w:val="2"/>')}${cell(par("", run("Dead")))}</w:tr>`,
  `<w:sdt><w:sdtContent><w:tr>${cell(par("", run("Hama")))}${cell(par("", run("Ithriya")))}${cell(par("", run("3")))}</w:tr></w:sdtContent></w:sdt>`,
  `<w:tr>${cell(`${item(3, 0, "one")}${item(3, 0, "two")}`)}${cell(`<w:tbl><w:tr>${cell(par("", run("in")))}${cell(par("", run("side")))}</w:tr></w:tbl>${par("")}`)}${cell(par(""))}</w:tr></w:tbl>`,
];

const fields = [
  par(
    "",
    run("Printed on "),
    `<w:fldSimple w:instr=" DATE ">${run("3 July 2017")}</w:fldSimple>`,
    run(", page "),
    field(" PAGE ", "4"),
    run("."),
  ),
  par(
    "",
    run("See "),
    field(' HYPERLINK "https://post.example/a" ', "the report"),
    run(" and "),
    field(" REF part ", "part two"),
    run("."),
  ),
  par(
    "",
    `<w:sdt><w:sdtContent>${run("Chosen from a list")}</w:sdtContent></w:sdt>`,
    run(", "),
    `<w:smartTag>${run("Hama")}</w:smartTag>`,
    run(", "),
    `<w:dir w:val="rtl">${run("عقيربات", "<w:rtl/>")}</w:dir>`,
    run(", non"),
    "<w:r><w:noBreakHyphen/></w:r>",
    run("breaking"),
    '<w:r><w:tab/><w:t>tab</w:t><w:br/><w:t>line</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    run("secret", "<w:vanish/>"),
    run("."),
  ),
  par(
    "<w:bidi/>",
    run("قصفت القوات الطريق، ", "<w:rtl/>"),
    run("BBC", "<w:b/>"),
    run(" قالت ذلك يوم 3 تموز.", "<w:rtl/>"),
  ),
];

const boxes = par(
  "",
  run("Before the box"),
  "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>",
  par("", run("Words in the box")),
  "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>",
  par("", run("Words in the box")),
  "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
  run(" and after it."),
).replace("<w:p>", '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">');

const tab = "<text:tab/>";
const list = (style, ...items) =>
  `<text:list text:style-name="${style}">${items.map((each) => `<text:list-item>${each}</text:list-item>`).join("")}</text:list>`;
const p = (text, style = "") => `<text:p${style ? ` text:style-name="${style}"` : ""}>${text}</text:p>`;

const openStyles = [
  `<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="i" style:num-suffix="."/><text:list-level-style-bullet text:level="2"/></text:list-style>`,
  `<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>`,
  `<style:style style:name="U" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>`,
];

const openBody = [
  `<text:h text:outline-level="2">A heading</text:h>`,
  list("L1", p("first"), `${p("second")}${list("L1", p("bullet"))}`, p("third")),
  p("Between."),
  list("L1", p("goes on")).replace("<text:list ", '<text:list text:continue-numbering="true" '),
  p(
    `<text:span text:style-name="B">Bold</text:span>, m<text:span text:style-name="U">2</text:span>,${tab}a tab, two<text:s text:c="2"/>blanks<text:line-break/>and a line, <text:a xlink:href="https://post.example/">a link</text:a>.`,
  ),
  `<text:section>${p("In a section, on <text:date>3 July 2017</text:date>.")}</text:section>`,
  `<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">${p("Province")}</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell>${p("Hama")}</table:table-cell><table:table-cell>${p("3")}</table:table-cell></table:table-row></table:table>`,
  p("قصفت القوات الطريق إلى عقيربات."),
];

export const files = {
  "lists.docx": word(lists.join(""), { numbering: ["w:numbering", numbering.join("")] }),
  "emphasis.docx": word(par("", ...emphasis)),
  "tables.docx": word(tables.join(""), { numbering: ["w:numbering", numbering.join("")] }),
  "fields.docx": word(fields.join("")),
  "text-box.docx": word(boxes),
  "cut-off.docx": word(par("", run("Words of a file that was cut off."))).slice(0, 300),
  "empty.docx": word(par("")),
  "lists.odt": openText(openBody.join(""), openStyles.join("")),
  "no-document.docx": packed({ "readme.txt": "Nothing to read." }),
};
