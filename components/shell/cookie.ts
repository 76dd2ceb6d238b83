const YEAR_IN_SECONDS = 31_536_000;

/** Keeps a wish of this device for a year, readable by the server; `null` forgets it. */
export function rememberOnDevice(name: string, wish: string | null) {
  const age = wish === null ? 0 : YEAR_IN_SECONDS;
  document.cookie = `${name}=${encodeURIComponent(wish ?? "")}; path=/; max-age=${age}; samesite=lax`;
}
