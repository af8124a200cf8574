import { readFileSync } from "node:fs";
import type pg from "pg";

/** CPU seconds that PostgreSQL's backends have spent so far: they say more than wall time on a crowded machine. */
export const backendSeconds = async (admin: pg.Client): Promise<number> => {
  const { rows } = await admin.query<{ pid: number }>(
    "select pid from pg_stat_activity where backend_type = 'client backend'",
  );
  return rows.reduce((sum, { pid }) => {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return sum + (Number(fields[11]) + Number(fields[12])) / 100;
  }, 0);
};
