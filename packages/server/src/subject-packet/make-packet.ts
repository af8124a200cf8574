import type { FactValue } from "@mainstay/domain/fact/fact-value";
import type { Locale } from "@mainstay/phrases/locale";
import { packetWords } from "@mainstay/phrases/privacy/packet-words";
import { seesPerson } from "../consent/consent-queries.ts";
import { openFactValue } from "../fact/seal-fact-value.ts";
import { seeingEveryFact } from "../fact/seeing-every-fact.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { findUserName } from "../user/user-name.ts";
import {
  type PacketOf,
  type PacketSectionName,
  packetSectionNames,
  packetSections,
} from "./packet-sections.ts";
import { namesOfOthers, redactOthers } from "./redact-others.ts";

export type PacketRow = Readonly<Record<string, unknown>>;

/** Everything held about one person, other persons redacted. */
export interface SubjectPacket {
  readonly madeAt: string;
  readonly madeBy: string;
  readonly handler: string;
  readonly locale: Locale;
  readonly sections: Readonly<Record<PacketSectionName, readonly PacketRow[]>>;
}

/** A fact's row with its value in clear; this is the one paper where sensitive ones stand so. */
const opened = (ring: KeyRing, tenantId: string, row: PacketRow): PacketRow => {
  const { sealed, factId, value, ...rest } = row;
  const clear =
    typeof sealed === "string"
      ? openFactValue(ring, tenantId, String(factId), Buffer.from(sealed, "base64"))
      : (value as FactValue);
  return { ...rest, value: clear };
};

/**
 * Puts together everything held about a person (Article 45) and records that it was done, in one transaction: what cannot
 * be recorded is not handed out.
 */
export const makePacket = (
  context: Context,
  ring: KeyRing,
  personId: string,
  format: "json" | "html" | "pdf",
  locale: Locale,
): Promise<SubjectPacket> =>
  context.write(async (tx) => {
    const { tenantId, workspace } = context;
    if (!(await seesPerson(tx, tenantId, personId))) throw new AppError("person.not_found");
    const of: PacketOf = { tenantId, personId, timeZone: workspace.timeZone };
    const sections = await seeingEveryFact(tx, async () => {
      const names = await namesOfOthers(tx, of);
      const read: Partial<Record<PacketSectionName, PacketRow[]>> = {};
      for (const name of packetSectionNames) {
        const { rows } = (await packetSections[name].rows(of).execute(tx)) as { rows: PacketRow[] };
        const clear = name === "facts" ? rows.map((row) => opened(ring, tenantId, row)) : rows;
        read[name] = redactOthers(clear, names, packetWords[locale].somebody) as PacketRow[];
      }
      return read as Record<PacketSectionName, PacketRow[]>;
    });
    const facts = sections.facts.filter((row) => row["class"] === "S").length;
    await recordAudit(
      tx,
      context,
      "subject_packet.made",
      { kind: "person", id: personId },
      { personId, format, sensitiveFacts: facts },
    );
    return {
      madeAt: context.now.toISOString(),
      madeBy: await findUserName(tx, tenantId, context.actor.userId),
      handler: workspace.name,
      locale,
      sections,
    };
  });
