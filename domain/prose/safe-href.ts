const longest = 2000;

/** Whether a link may lead there: to a web or mail address, written out, and to nothing that runs. */
export const isSafeHref = (value: unknown): value is string =>
  typeof value === "string" &&
  value.length <= longest &&
  !/[\s\p{C}]/u.test(value) &&
  /^(https?:\/\/|mailto:)[^/]/i.test(value);
