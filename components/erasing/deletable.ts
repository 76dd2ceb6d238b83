/** What can be archived and deleted: `path` is its address in the API, `home` the page to go to once it is gone. */
export type Deletable = { what: "report" | "project"; path: string; title: string; home: string };
