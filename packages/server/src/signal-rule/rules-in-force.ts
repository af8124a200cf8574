import { defaultSignalRules, type SignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** A stored version may be older than a threshold: what it does not name is the default. */
export const completeRules = (stored: Partial<SignalRules>): SignalRules => ({
  off: stored.off ?? defaultSignalRules.off,
  order: { ...defaultSignalRules.order, ...stored.order },
  relationship: { ...defaultSignalRules.relationship, ...stored.relationship },
  cadence: { ...defaultSignalRules.cadence, ...stored.cadence },
  contract: { ...defaultSignalRules.contract, ...stored.contract },
  keyContact: { ...defaultSignalRules.keyContact, ...stored.keyContact },
  stance: { ...defaultSignalRules.stance, ...stored.stance },
  requirementChange: { ...defaultSignalRules.requirementChange, ...stored.requirementChange },
  satisfaction: { ...defaultSignalRules.satisfaction, ...stored.satisfaction },
  complaint: { ...defaultSignalRules.complaint, ...stored.complaint },
  promise: { ...defaultSignalRules.promise, ...stored.promise },
  severity: { ...defaultSignalRules.severity, ...stored.severity },
  rescue: { ...defaultSignalRules.rescue, ...stored.rescue },
});

/** The rules every round raises signals by: the newest published version, else those shipped with the product. */
export const findRulesInForce = async (db: Db, tenantId: string): Promise<SignalRules> => {
  const { rows } = await sql<{ rules: Partial<SignalRules> }>`
    select rules from signal_rule where tenant_id = ${tenantId}::uuid order by version desc limit 1`.execute(
    db,
  );
  return completeRules(rows[0]?.rules ?? {});
};
