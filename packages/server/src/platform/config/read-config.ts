import { resolve } from "node:path";
import { configuredDataDir } from "../db/configured-database.ts";
import { readKeyList } from "../secrets/key-ring.ts";

/** Everything the surroundings may decide; read once at start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly dataDir: string;
  readonly logLevel: string;
  readonly trustProxy: boolean;
  /** The address people type, when a proxy stands in front; `https:` turns on Secure cookies and HSTS. */
  readonly publicUrl: string | undefined;
  /** Keys that sensitive values are sealed with (MAINSTAY_KEY); without them a key file is made in the data folder. */
  readonly sealingKeys: string | undefined;
  /** Largest file an import takes. */
  readonly importFileLimitBytes: number;
  /** Requests a minute for one user or token; 0 means no limit. */
  readonly requestsPerMinute: number;
  /** Sign-ins and other acts without a session, a minute for one network address; 0 means no limit. */
  readonly publicRequestsPerMinute: number;
}

/** A setting that cannot be used; the message names the variable. */
export class ConfigInvalid extends Error {
  override name = "ConfigInvalid";
}

type Environment = Readonly<Record<string, string | undefined>>;

const whole = (env: Environment, name: string, fallback: number, most: number): number => {
  const text = env[name];
  if (text === undefined || text === "") return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new ConfigInvalid(`${name}=${text}: a whole number from 0 to ${most} is expected.`);
};

const usableKeys = (text: string | undefined): string | undefined => {
  if (!text) return undefined;
  try {
    readKeyList(text);
    return text;
  } catch (error) {
    throw new ConfigInvalid((error as Error).message);
  }
};

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

/**
 * HOST is `localhost` unless told: reachable from this machine only. `HOST=0.0.0.0` opens it to the network,
 * behind sign-in; put TLS in front and set PUBLIC_URL and TRUST_PROXY then.
 */
export const readConfig = (env: Environment = process.env): Config => {
  const logLevel = env.LOG_LEVEL || "info";
  if (!logLevels.includes(logLevel)) {
    throw new ConfigInvalid(`LOG_LEVEL=${logLevel}: one of ${logLevels.join(", ")} is expected.`);
  }
  if (env.PUBLIC_URL && !/^https?:\/\/[^/]+\/?$/.test(env.PUBLIC_URL)) {
    throw new ConfigInvalid(`PUBLIC_URL=${env.PUBLIC_URL}: http(s)://host[:port] is expected.`);
  }
  return {
    port: whole(env, "PORT", 3000, 65_535),
    host: env.HOST || "localhost",
    databaseUrl: env.DATABASE_URL || undefined,
    databaseAppUrl: env.DATABASE_APP_URL || undefined,
    dataDir: resolve(configuredDataDir({ DATA_DIR: env.DATA_DIR })),
    logLevel,
    trustProxy: ["1", "true", "yes"].includes((env.TRUST_PROXY ?? "").toLowerCase()),
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, "") || undefined,
    sealingKeys: usableKeys(env.MAINSTAY_KEY),
    importFileLimitBytes: whole(env, "IMPORT_FILE_LIMIT_MB", 1024, 1_000_000) * 1024 * 1024,
    requestsPerMinute: whole(env, "REQUESTS_PER_MINUTE", 3000, 1_000_000),
    publicRequestsPerMinute: whole(env, "PUBLIC_REQUESTS_PER_MINUTE", 60, 1_000_000),
  };
};
