/** Runs once when the server starts, before its first request. */
export async function register() {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const [
    { watchPeers },
    { env },
    { endStreamsOnExit },
    { tidyEveryDay },
    { watchOutages },
    pages,
    { keepFindable },
    { beginJobs },
    { tellOfSearchesNowAndThen },
    { keepOutlining },
    { readFeedsNowAndThen },
    { beginWebhooks },
  ] = await Promise.all([
    import("@/server/edge/peer"),
    import("@/server/env"),
    import("@/server/live/end-streams"),
    import("@/server/daily"),
    import("@/server/health/readiness"),
    import("@/server/health/quiet-pages"),
    import("@/server/search/thread"),
    import("@/server/jobs/begin"),
    import("@/server/search/tell"),
    import("@/server/outlining"),
    import("@/server/feeds/now-and-then"),
    import("@/server/webhooks/run"),
  ]);
  watchPeers(env().trustedProxies);
  endStreamsOnExit();
  watchOutages();
  pages.countOutagesOfPages();
  tidyEveryDay();
  keepFindable();
  beginJobs();
  tellOfSearchesNowAndThen();
  keepOutlining();
  readFeedsNowAndThen();
  beginWebhooks();
}
