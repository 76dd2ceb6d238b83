/** Days that a link which lets somebody in may work for, as they are offered. */
export const linkDays = [1, 3, 7, 30] as const;

export const usualLinkDays = 7;
