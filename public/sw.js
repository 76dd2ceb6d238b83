// Keeps one page for when the server is away, and touches nothing else: no report, no answer of the API is ever kept.
// Change the number when one of the kept files changes.

const KEPT = "offline-2";
const FILES = ["/offline.html", "/offline.css", "/offline.js"];

addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(FILES)));
  skipWaiting();
});

addEventListener("activate", (event) => {
  event.waitUntil(
    Promise.all([
      caches
        .keys()
        .then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)))),
      registration.navigationPreload?.enable(),
    ]),
  );
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.mode === "navigate") event.respondWith(opened(event));
  else if (pathname === "/offline.css" || pathname === "/offline.js") event.respondWith(kept(pathname, request));
});

async function opened(event) {
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request));
    // It is stopping, or a proxy stands before nobody.
    if (answer.status !== 502 && answer.status !== 503) return answer;
  } catch {
    // Nobody answers.
  }
  return kept("/offline.html", event.request);
}

async function kept(path, request) {
  return (await caches.match(path)) ?? fetch(request);
}
