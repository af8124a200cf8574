import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { parseArgs } from "node:util";
import { type RecordKind, recordKinds } from "@mainstay/domain/import/import-kind";
import { writeRecordsAsCsv } from "../import/export-records.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { chooseLanguage } from "./choose-language.ts";
import { withWorkspace } from "./with-workspace.ts";

const usage = `Usage: mainstay export --kind ${recordKinds.join("|")} [--to FILE] [--encoding utf-8|gbk] [--tenant ID]`;

const read = (args: string[]) =>
  parseArgs({
    args,
    options: {
      kind: { type: "string" },
      to: { type: "string" },
      encoding: { type: "string", default: "utf-8" },
      tenant: { type: "string" },
      lang: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  }).values;

/** `mainstay export --kind …`: writes all records of a kind as CSV that can be imported again. */
export const runExport = async (args: string[]): Promise<number> => {
  let values: ReturnType<typeof read>;
  try {
    values = read(args);
  } catch {
    console.error(usage);
    return 2;
  }
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const { encoding } = values;
  if (
    !recordKinds.includes(values.kind as RecordKind) ||
    (encoding !== "utf-8" && encoding !== "gbk")
  ) {
    console.error(usage);
    return 2;
  }
  return withWorkspace(values.tenant, async (context) => {
    const out = values.to ? createWriteStream(values.to) : process.stdout;
    const write = async (chunk: string | Uint8Array) => {
      if (!out.write(chunk)) await once(out, "drain");
    };
    const locale = chooseLanguage(values.lang, process.env, []);
    const { kind } = values;
    await context.write((tx) =>
      recordAudit(
        tx,
        context,
        "record.exported",
        { kind: "record", id: null },
        { kind, encoding, place: "terminal" },
      ),
    );
    await context.read((db) =>
      writeRecordsAsCsv(
        db,
        context.tenantId,
        locale,
        values.kind as RecordKind,
        { encoding },
        write,
      ),
    );
    if (values.to) await new Promise<void>((resolve) => out.end(resolve));
    return 0;
  });
};
