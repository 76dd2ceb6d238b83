/** A PDF of numbered objects, each a dictionary or a stream; the last is its catalogue. */
export function pdf(objects, trailer = "") {
  let text = "%PDF-1.4\n";
  const places = objects.map((body, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = text.length;
  const rows = places.map((place) => `${`${place}`.padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root ${objects.length} 0 R ${trailer}>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

const stream = (body, about = "") => `<< ${about}/Length ${body.length} >>\nstream\n${body}\nendstream`;
const line = (size, x, y, words) => `BT /F1 ${size} Tf ${x} ${y} Td (${words}) Tj ET`;

/** Pages of lines in Helvetica. */
function pages(...all) {
  const count = all.length;
  const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
  const tree = 2 + 2 * count;
  const bodies = all.flatMap((lines, at) => [
    stream(lines.join("\n")),
    `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${2 + 2 * at} 0 R /Resources << /Font << /F1 1 0 R >> >> >>`,
  ]);
  const kids = all.map((_, at) => `${3 + 2 * at} 0 R`).join(" ");
  return [
    font,
    ...bodies,
    `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`,
    `<< /Type /Catalog /Pages ${tree} 0 R >>`,
  ];
}

const report = pages(
  [
    line(8, 60, 800, "Hama Post, 3 July 2017"),
    line(20, 60, 760, "Shelling near Ithriya"),
    line(11, 60, 720, "Government forces shelled the road on Monday, resi-"),
    line(11, 60, 706, "dents said. The road was closed for several hours and"),
    line(11, 60, 692, "nobody was hurt, as far as they knew."),
    line(14, 60, 650, "What is known"),
    line(11, 60, 622, "\\225 Six blasts were heard."),
    line(11, 60, 608, "\\225 Two schools were closed."),
    line(8, 290, 40, "1"),
  ],
  [
    line(8, 60, 800, "Hama Post, 3 July 2017"),
    line(11, 60, 760, "The road was reopened on Tuesday at noon, local sources"),
    line(11, 60, 746, "told the desk by phone."),
    line(8, 290, 40, "2"),
  ],
);

/** Arabic as programs print it: each letter by the number of its shape, from left to right, with a table of letters. */
function arabic(words) {
  const letters = [...words].toReversed();
  const codes = letters.map((_, at) => (at + 1).toString(16).padStart(4, "0"));
  const table = letters.map((letter, at) => `<${codes[at]}> <${letter.charCodeAt(0).toString(16).padStart(4, "0")}>`);
  const map = [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    `${table.length} beginbfchar`,
    ...table,
    "endbfchar endcmap end end",
  ].join("\n");
  return pdf([
    "<< /Type /Font /Subtype /Type0 /BaseFont /Naskh /Encoding /Identity-H /DescendantFonts [2 0 R] /ToUnicode 4 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Naskh /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 3 0 R /DW 600 >>",
    "<< /Type /FontDescriptor /FontName /Naskh /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
    stream(map),
    stream(`BT /F1 12 Tf 200 700 Td <${codes.join("")}> Tj ET`),
    "<< /Type /Page /Parent 7 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 1 0 R >> >> >>",
    "<< /Type /Pages /Count 1 /Kids [6 0 R] >>",
    "<< /Type /Catalog /Pages 7 0 R >>",
  ]);
}

const locked =
  "/Encrypt << /Filter /Standard /V 1 /R 2 /O (00000000000000000000000000000000) /U (11111111111111111111111111111111) /P -4 >> /ID [<00> <00>] ";

export const files = {
  "two-pages.pdf": pdf(report),
  "arabic.pdf": arabic("قصفت القوات الطريق"),
  "locked.pdf": pdf(report, locked),
  "cut-off.pdf": pdf(report).subarray(0, 700),
};
