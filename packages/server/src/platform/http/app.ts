import type { Endpoint } from "@mainstay/contract/endpoint/endpoint";
import type { FastifyInstance } from "fastify";
import type { Gate } from "../access/gate.ts";
import type { Clock } from "../clock/clock.ts";
import type { Config } from "../config/read-config.ts";
import type { Database } from "../db/open-database.ts";
import type { EventHub } from "../events/event-hub.ts";
import type { Log } from "../log/create-log.ts";
import type { OutsideWorld } from "../outside/outside-world.ts";
import type { KeyRing } from "../secrets/key-ring.ts";
import type { RateLimit } from "./rate-limit.ts";

/** The served application: what routes are joined to and what every act draws from. */
export interface App {
  readonly http: FastifyInstance;
  readonly database: Database;
  readonly clock: Clock;
  readonly config: Config;
  readonly gate: Gate;
  /** Keys that sensitive values are sealed and opened with. */
  readonly keyRing: KeyRing;
  readonly log: Log;
  /** The open streams of live news. */
  readonly events: EventHub;
  /** Mail servers and robots; a test brings its own. */
  readonly outside: OutsideWorld;
  readonly callerLimit: RateLimit;
  readonly addressLimit: RateLimit;
  /** Every endpoint joined so far. */
  readonly served: Endpoint[];
  /** Every route of the server, the API's and others, as `METHOD /path`. */
  readonly routes: string[];
}
