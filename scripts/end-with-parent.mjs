/** Preloaded into the app: when the command that started it is gone, it drains and ends instead of keeping the port. */

const patience = 5000;

process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), patience).unref();
});
process.channel?.unref();

// A terminal that went away, or a log on a full disk, ends no request.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
