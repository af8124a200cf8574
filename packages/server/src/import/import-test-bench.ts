import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { imports } from "@mainstay/contract/import";
import type { ImportBatchView } from "@mainstay/contract/import";
import type { ImportKind } from "@mainstay/domain/import/import-kind";
import { mintTenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { buildApp } from "../app.ts";
import { systemClock } from "../platform/clock/clock.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testConfig } from "../platform/http/test-app.ts";
import type { JobContext } from "../platform/jobs/job-registry.ts";
import { createLog } from "../platform/log/create-log.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { checkImport } from "./check-import.ts";
import { commitImport } from "./commit-import.ts";
import { undoImport } from "./undo-import.ts";

const dataDir = mkdtempSync(join(tmpdir(), "mainstay-import-test-"));
const key = Symbol.for("mainstay.importTestApp");
const shelf = globalThis as { [key]?: Promise<App> };

/** The application with a data folder of its own, so that uploads have a place. */
export const importTestApp = (): Promise<App> => {
  shelf[key] ??= testWorld().then(({ database }) =>
    buildApp({ database, config: testConfig({ DATA_DIR: dataDir, IMPORT_FILE_LIMIT_MB: "60" }) }),
  );
  return shelf[key];
};

/** The context a worker gives a job. */
export const jobContextOf = (
  app: App,
  tenantId: string,
  abort = new AbortController().signal,
): JobContext => {
  const tenant = mintTenantId(tenantId);
  const scope = systemScope(tenant);
  const patient = { statementTimeoutMs: 0 };
  return {
    tenantId: tenant,
    database: app.database,
    dataDir: app.config.dataDir,
    keyRing: app.keyRing,
    clock: systemClock,
    log: createLog("silent"),
    attempt: 1,
    isLastAttempt: false,
    abort,
    actor: null,
    requestId: null,
    read: (work, options) =>
      withTenantReadOnly(app.database, scope, work, { ...patient, ...options }),
    write: (work, options) => withTenant(app.database, scope, work, { ...patient, ...options }),
  };
};

/** A workspace whose administrator imports files. */
export interface ImportBench {
  readonly app: App;
  readonly tenant: TestTenant;
  readonly call: TestCaller;
  readonly upload: (
    kind: ImportKind,
    content: string | Buffer,
    fileName?: string,
  ) => Promise<{ status: number; body: ImportBatchView & { code?: string } }>;
  /** Does what the queue holds for a batch, as the worker would. */
  readonly work: (importId: string) => Promise<ImportBatchView>;
  /** Uploads, checks and commits with the proposed mapping. */
  readonly take: (
    kind: ImportKind,
    content: string | Buffer,
    options?: object,
  ) => Promise<ImportBatchView>;
  readonly undo: (importId: string) => Promise<ImportBatchView>;
  readonly rows: <Row>(text: string) => Promise<Row[]>;
  readonly addRate: (currency: string, rate: string, from?: string) => Promise<unknown>;
}

export const importBench = async (
  role?: "analyst" | "manager" | "director",
): Promise<ImportBench> => {
  const world = await testWorld();
  const app = await importTestApp();
  const tenant = await makeTenant(world);
  const userId = role ? await makeUser(world, tenant, role) : tenant.adminUserId;
  const call = await sessionOf(app, tenant, userId);
  return benchOf(app, tenant, call);
};

export const benchOf = (app: App, tenant: TestTenant, call: TestCaller): ImportBench => {
  const get = async (importId: string): Promise<ImportBatchView> =>
    (await call(imports.get, { params: { importId } })).body;
  const bench: ImportBench = {
    app,
    tenant,
    call,
    upload: (kind, content, fileName = "file.csv") => {
      const edge = "----mainstay-edge";
      const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/csv\r\n\r\n`;
      const body = Buffer.concat([
        Buffer.from(head),
        Buffer.from(content),
        Buffer.from(`\r\n--${edge}--\r\n`),
      ]);
      return call(imports.upload, {
        query: { kind },
        body: body as never,
        headers: { "content-type": `multipart/form-data; boundary=${edge}` },
      });
    },
    work: async (importId) => {
      const context = jobContextOf(app, tenant.tenantId);
      await checkImport(context, importId);
      await commitImport(context, importId);
      await undoImport(context, importId);
      return get(importId);
    },
    take: async (kind, content, options) => {
      const { status, body } = await bench.upload(kind, content);
      if (status !== 201) throw new Error(`upload refused: ${body.code}`);
      const params = { importId: body.id };
      if (options) await call(imports.map, { params, body: { columns: body.mapping, options } });
      await call(imports.check, { params });
      await bench.work(body.id);
      await call(imports.commit, { params });
      return bench.work(body.id);
    },
    undo: async (importId) => {
      await call(imports.undo, { params: { importId } });
      return bench.work(importId);
    },
    rows: async <Row>(text: string) =>
      withTenantReadOnly(
        app.database,
        tenant.scope,
        async (db) => (await sql<Row>`${sql.raw(text)}`.execute(db)).rows,
      ),
    addRate: (currency, rate, from = "2000-01-01") =>
      withTenant(app.database, tenant.scope, (tx) =>
        sql`insert into exchange_rate (tenant_id, currency, from_on, rate) values (${tenant.tenantId}::uuid, ${currency}, ${from}::date, ${rate}::numeric)`.execute(
          tx,
        ),
      ),
  };
  return bench;
};
