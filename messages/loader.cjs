/**
 * Compiles messages while the product is built, so that a browser needs no parser for them. Used by Turbopack alone:
 * tests read the messages as they are written.
 *
 * @param {string} source the JSON of one area
 * @returns {Promise<string>} a module with the same keys
 */
module.exports = async function compileMessages(source) {
  const { default: compile } = await import("icu-minify/compile");
  /** @param {unknown} words @returns {unknown} */
  const compiled = (words) =>
    typeof words === "string"
      ? compile(words)
      : Object.fromEntries(Object.entries(words ?? {}).map(([key, value]) => [key, compiled(value)]));
  return `export default ${JSON.stringify(compiled(JSON.parse(source)))};`;
};
