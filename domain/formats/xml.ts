/** What no XML 1.0 file may hold, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text of an XML file, in an element or in an attribute with double quotes; `instead` of what it cannot hold. */
export const xmlText = (text: string, instead: (letter: string) => string = () => "\ufffd"): string =>
  text.replace(unwritable, instead).replace(/[&<>"\t\n\r]/g, (letter) => escapes[letter] ?? letter);

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};
