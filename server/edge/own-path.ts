/**
 * The path on this site that somebody asked to be led to after signing in or out; undefined for whatever a browser
 * would follow elsewhere. Browsers drop tabs and line breaks and take `\` for `/`, so the text is not compared but
 * parsed as they parse it.
 */
export function ownPath(wanted: string, origin: string): string | undefined {
  if (!URL.canParse(wanted, origin)) return undefined;
  const url = new URL(wanted, origin);
  if (url.origin !== new URL(origin).origin || url.username !== "" || url.password !== "") return undefined;
  // "/.//elsewhere.example" is a path here, but what comes out of it would be a host.
  const path = `${url.pathname}${url.search}${url.hash}`;
  return path.startsWith("//") ? undefined : path;
}
