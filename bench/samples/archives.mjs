import { packed } from "./packed.mjs";
import { windows1256 } from "./pages.mjs";

const container = (path) =>
  `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="${path}" media-type="application/oebps-package+xml"/></rootfiles></container>`;
const chapter = (inner) =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>${inner}</body></html>`;
const opf = `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Roads of Hama</dc:title><dc:creator>Lina Haddad</dc:creator><dc:language>en</dc:language><dc:date>2017-07-03</dc:date></metadata><manifest><item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/><item id="b" href="text/two%20words.xhtml" media-type="application/xhtml+xml"/><item id="c" href="text/gone.xhtml" media-type="application/xhtml+xml"/><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest><spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/><itemref idref="n" linear="no"/></spine></package>`;

const book = {
  mimetype: "application/epub+zip",
  "META-INF/container.xml": container("OEBPS/book.opf"),
  "OEBPS/book.opf": opf,
  "OEBPS/nav.xhtml": chapter("<nav><ol><li>One</li></ol></nav>"),
  "OEBPS/text/one.xhtml": chapter(
    `<h1>One</h1><p><span epub:type="pagebreak" title="7"/>The road was closed<a epub:type="noteref" href="#n1">1</a> on Monday.</p><aside epub:type="footnote" id="n1"><p>By phone.</p></aside>`,
  ),
  "OEBPS/text/two words.xhtml": chapter(`<h1>Two</h1><p dir="rtl">قصفت القوات <b>الطريق</b>.</p>`),
};

const sheet = (rows) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      (cells, at) =>
        `<row r="${at + 1}">${cells.map((value) => `<c t="inlineStr"><is><t>${value}</t></is></c>`).join("")}</row>`,
    )
    .join("")}</sheetData></worksheet>`;

export const files = {
  "chapter-gone.epub": packed(book),
  "locked.epub": packed({
    ...book,
    "META-INF/encryption.xml": `<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>`,
  }),
  "reports.xlsx": packed({
    "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Reports" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="worksheet"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet([
      ["Title", "Source", "Date", "Text"],
      ["The road", "Hama Post", "2017-07-03", "The road was closed."],
      ["عقيربات", "شبكة", "2017-07", "قصفت القوات الطريق."],
      ["Nothing", "Hama Post", "2017-07-04", ""],
    ]),
  }),
  "week.zip": packed({
    "monday/road.txt": "The road was closed on Monday.",
    "monday/arabic.txt": windows1256(
      "قصفت القوات الحكومية الطريق إلى عقيربات صباح الاثنين، وقال السكان إن الطريق أغلق.",
    ),
    "page.html": "<title>A page</title><p>The road was open.</p>",
    "more.zip": packed({ "a.txt": "a" }),
    "picture.png": "PNG",
    "__MACOSX/._road.txt": "x",
    ".DS_Store": "x",
  }),
  "outside.zip": packed({ "../road.txt": "The road was closed." }),
};
