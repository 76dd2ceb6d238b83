/** Endings of files that are text as they are, and of documents that text is taken from. */
export const textEndings = ["txt", "md", "markdown", "text"] as const;
export const documentEndings = [
  "html",
  "htm",
  "xhtml",
  "mhtml",
  "mht",
  "docx",
  "docm",
  "dotx",
  "odt",
  "ott",
  "rtf",
  "pdf",
  "epub",
  "eml",
  "srt",
  "vtt",
] as const;
/** Tables with a report in each row, and archives of files. */
export const tableEndings = ["csv", "tsv", "jsonl", "ndjson", "xlsx"] as const;
export const importEndings = [...textEndings, ...documentEndings, ...tableEndings, "zip"] as const;
