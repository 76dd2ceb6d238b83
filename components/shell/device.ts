export type Theme = "system" | "light" | "dark";
export const themes: readonly Theme[] = ["system", "light", "dark"];

/** Cookies that let the server render what this device wants, so that nothing flashes. They name nobody. */
export const themeCookie = "glossator-theme";
export const zoneCookie = "glossator-zone";
