import pg from "pg";
import type { Log } from "../log/create-log.ts";

/** Which workers live, so that the jobs of one that died are taken up at once instead of after hours. */
export interface WorkerPresence {
  announce(workerId: string): void;
  /** Frees jobs and queues whose worker nobody keeps alive any more; returns the ids of those workers. */
  freeAbandoned(): Promise<string[]>;
  stop(): Promise<void>;
}

const seed = "7402118863";
/** A worker announces itself within milliseconds of its birth; jobs locked later than this are left alone. */
const graceSeconds = 1;

/**
 * Every worker holds an advisory lock for as long as its process lives: PostgreSQL itself lets it go when the process
 * is killed. Whoever can take the lock of a worker that still holds jobs knows that this worker is dead.
 */
export const keepPresence = (ownerUrl: string, log: Log): WorkerPresence => {
  const own = new Set<string>();
  let isStopped = false;
  let client: Promise<pg.Client> | null = null;

  const connect = async (): Promise<pg.Client> => {
    const fresh = new pg.Client({ connectionString: ownerUrl, keepAlive: true });
    const lose = () => {
      client = null;
      if (!isStopped) setTimeout(() => void connected().catch(() => {}), 500).unref();
    };
    fresh.on("error", lose);
    fresh.on("end", lose);
    await fresh.connect();
    for (const id of own) await hold(fresh, id);
    return fresh;
  };
  const connected = (): Promise<pg.Client> => {
    client ??= connect().catch((error) => {
      client = null;
      throw error;
    });
    return client;
  };

  return {
    announce(workerId) {
      own.add(workerId);
      connected()
        .then((one) => hold(one, workerId))
        .catch((error) => log.warn({ err: error }, "worker could not announce itself"));
    },
    async freeAbandoned() {
      const one = await connected();
      const found = await one.query<{ id: string }>(
        `select locked_by as id from graphile_worker._private_jobs
           where locked_by is not null and locked_at < now() - make_interval(secs => $1)
         union select locked_by from graphile_worker._private_job_queues
           where locked_by is not null and locked_at < now() - make_interval(secs => $1)`,
        [graceSeconds],
      );
      const dead: string[] = [];
      for (const { id } of found.rows) {
        if (!own.has(id) && (await isLetGo(one, id))) dead.push(id);
      }
      if (dead.length > 0) {
        // The attempt that was cut off was nobody's fault; it is given back.
        await one.query(
          "update graphile_worker._private_jobs set attempts = greatest(0, attempts - 1) where locked_by = any($1)",
          [dead],
        );
        await one.query("select graphile_worker.force_unlock_workers($1)", [dead]);
        log.info({ workers: dead }, "jobs of dead workers freed");
      }
      return dead;
    },
    async stop() {
      isStopped = true;
      const last = await client?.catch(() => null);
      await last?.end().catch(() => {});
    },
  };
};

const hold = (client: pg.Client, id: string) =>
  client.query(`select pg_advisory_lock(hashtextextended($1, ${seed}))`, [id]);

const isLetGo = async (client: pg.Client, id: string): Promise<boolean> => {
  const taken = await client.query<{ taken: boolean }>(
    `select pg_try_advisory_lock(hashtextextended($1, ${seed})) as taken`,
    [id],
  );
  if (!taken.rows[0]?.taken) return false;
  await client.query(`select pg_advisory_unlock(hashtextextended($1, ${seed}))`, [id]);
  return true;
};
