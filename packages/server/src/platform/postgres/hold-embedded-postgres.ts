import { startEmbeddedPostgres } from "./start-embedded-postgres.ts";

// Holds the server of a folder until a signal comes; the launcher's tests kill it in every way.
const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? "" });
const life = setInterval(() => {}, 1_000);
process.once("disconnect", () => process.exit(1));
process.once("SIGTERM", async () => {
  await postgres.stop();
  clearInterval(life);
  process.exit(0);
});
// Last, because a signal may come as soon as it is said.
process.send?.({ pid: postgres.pid });
