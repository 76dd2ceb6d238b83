/** Preloaded into the app: when the command that started it is gone, it drains and ends instead of keeping the port. */

const patience = 5000;

process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), patience).unref();
});
process.channel?.unref();
