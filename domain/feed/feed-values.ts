/** Where a feed's items come from: an RSS or Atom feed, a folder that is watched, a mailbox file (mbox). */
export const feedKinds = ["rss", "folder", "mailbox"] as const;
export type FeedKind = (typeof feedKinds)[number];

/** Of an RSS or Atom feed: what of an item becomes the report, the words in the feed or the page it links to. */
export const feedTakes = ["item", "page"] as const;
export type FeedTake = (typeof feedTakes)[number];

/** What became of an item. `changed`: it is here, and the feed has it otherwise now; the report stays as it was. */
export const itemOutcomes = ["imported", "known", "refused", "changed"] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];

/** Minutes between two runs. */
export const feedPaces = [15, 60, 360, 1440] as const;

/** New items that one run takes; the others come with the next ones. */
export const mostItems = 500;
