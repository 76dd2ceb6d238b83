/** Endings of files that are text as they are, and of documents that text is taken from. */
export const textEndings = ["txt", "md", "markdown", "text"] as const;
export const documentEndings = [
  "html",
  "htm",
  "xhtml",
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
export const importEndings = [...textEndings, ...documentEndings] as const;
