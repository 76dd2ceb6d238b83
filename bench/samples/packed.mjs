import { strToU8, zipSync } from "fflate";

/** An archive that is the same byte for byte whenever it is made. */
export const packed = (entries) =>
  zipSync(
    Object.fromEntries(
      Object.entries(entries).map(([path, body]) => [
        path,
        [typeof body === "string" ? strToU8(body) : body, { mtime: new Date(2020, 0, 1), level: 9 }],
      ]),
    ),
  );

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "http://schemas.openxmlformats.org/package/2006/content-types";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const names = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"`;
const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;

/** A Word file of a body and other parts, each by its name and the element it begins with. */
export function word(body, parts = {}) {
  const others = Object.entries(parts);
  const related = others.map(
    ([name], at) => `<Relationship Id="r${at + 1}" Type="${office}/${name}" Target="${name}.xml"/>`,
  );
  return packed({
    "[Content_Types].xml": `${head}<Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `${head}<Relationships xmlns="${relations}">${related.join("")}</Relationships>`,
    "word/document.xml": `${head}<w:document ${names}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      others.map(([name, [element, inner]]) => [
        `word/${name}.xml`,
        `${head}<${element} ${names}>${inner}</${element}>`,
      ]),
    ),
  });
}

const open = ["office", "text", "table", "style", "meta"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(`xmlns:dc="http://purl.org/dc/elements/1.1/"`, `xmlns:xlink="http://www.w3.org/1999/xlink"`)
  .concat(`xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"`)
  .concat(`xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"`)
  .join(" ");

/** A text of OpenDocument of a body and automatic styles. */
export const openText = (body, styles = "") =>
  packed({
    mimetype: "application/vnd.oasis.opendocument.text",
    "META-INF/manifest.xml": `${head}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`,
    "content.xml": `${head}<office:document-content ${open}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  });
