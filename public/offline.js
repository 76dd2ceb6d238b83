// The page that stands in while the server is away: says what waits on this device, and goes on once the server is back.

const LOOK_EVERY_MS = 4000;

const theme = /(?:^|; )glossator-theme=(light|dark)/.exec(document.cookie)?.[1];
if (theme) document.documentElement.dataset.theme = theme;

/** Counts what the outbox holds (client/outbox/rows.ts), without making it where there is none. */
function countWaiting() {
  const opening = indexedDB.open("glossator");
  opening.onupgradeneeded = () => opening.transaction.abort();
  opening.onerror = (event) => event.preventDefault();
  opening.onsuccess = () => {
    const db = opening.result;
    if (!db.objectStoreNames.contains("changes")) return db.close();
    const counting = db.transaction("changes").objectStore("changes").count();
    counting.onsuccess = () => {
      document.getElementById("count").textContent = new Intl.NumberFormat(document.documentElement.lang).format(
        counting.result,
      );
      document.getElementById("waiting").hidden = counting.result === 0;
      db.close();
    };
  };
}

async function look() {
  const answer = await fetch("/api/ready", { cache: "no-store" }).catch(() => null);
  if (answer?.ok) location.reload();
}

countWaiting();
document.getElementById("again").addEventListener("click", () => location.reload());
addEventListener("online", look);
setInterval(look, LOOK_EVERY_MS);
