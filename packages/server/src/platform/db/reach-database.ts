import { startEmbeddedPostgres } from "../postgres/start-embedded-postgres.ts";

/**
 * Where the database is, whoever runs it. `ownerUrl` migrates and works the queue, `appUrl` serves,
 * `backupUrl` reads everything for a backup.
 */
export type DatabaseAddress = {
  backupUrl: string;
  ownerUrl: string;
  appUrl: string;
  embedded: boolean;
  stop: () => Promise<void>;
};

/**
 * The database to use: the one of `databaseUrl` when given, else our own under `dataDir`, started
 * if it does not run yet. `stop` leaves an external server, and one in use by others, alone.
 */
export async function reachDatabase(options: {
  databaseUrl?: string | undefined;
  databaseAppUrl?: string | undefined;
  dataDir: string;
}): Promise<DatabaseAddress> {
  if (!options.databaseUrl) {
    const postgres = await startEmbeddedPostgres({ dataDir: options.dataDir });
    const { adminUrl, ownerUrl, appUrl, stop } = postgres;
    return { backupUrl: adminUrl, ownerUrl, appUrl, embedded: true, stop };
  }
  return {
    backupUrl: options.databaseUrl,
    ownerUrl: options.databaseUrl,
    appUrl: options.databaseAppUrl ?? asAppRole(options.databaseUrl),
    embedded: false,
    stop: async () => {},
  };
}

/** The same address, but every session steps down to the application's role as it starts. */
export function asAppRole(databaseUrl: string): string {
  const [address = "", query = ""] = databaseUrl.split("?");
  const params = new URLSearchParams(query);
  params.set("options", `${params.get("options") ?? ""} -c role=mainstay_app`.trim());
  // URLSearchParams writes spaces as +, which the driver would take literally.
  return `${address}?${params.toString().replaceAll("+", "%20")}`;
}
