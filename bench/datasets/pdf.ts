/** A PDF of plain pages in Helvetica, as small programs write them: pages of lines of some eighty letters. */
export function pdfOf(pages: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const objects: string[] = ["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"];
  const catalog = 2 + 2 * pages.length + 1;
  const kids: number[] = [];
  for (const lines of pages) {
    const drawn = lines.map(
      (line, at) => `BT /F1 10 Tf 60 ${780 - at * 14} Td (${line.replace(/[()\\]/g, "\\$&")}) Tj ET`,
    );
    const content = drawn.join("\n");
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    const page = `/Parent ${catalog - 1} 0 R /MediaBox [0 0 595 842] /Contents ${objects.length} 0 R`;
    objects.push(`<< /Type /Page ${page} /Resources << /Font << /F1 1 0 R >> >> >>`);
    kids.push(objects.length);
  }
  objects.push(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] >>`);
  objects.push(`<< /Type /Catalog /Pages ${objects.length} 0 R >>`);
  let body = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${`${place}`.padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  return new TextEncoder().encode(
    `${body}${table}trailer << /Size ${size} /Root ${objects.length} 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
  );
}
