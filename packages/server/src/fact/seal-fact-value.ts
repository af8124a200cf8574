import type { FactValue } from "@mainstay/domain/fact/fact-value";
import { AppError } from "../platform/http/app-error.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { open, seal, SealBroken } from "../platform/secrets/seal.ts";

const placeOf = (tenantId: string, factId: string) => ({ tenantId, table: "fact", rowId: factId });

/** A sensitive value as it is kept: sealed, bound to its row. */
export const sealFactValue = (
  ring: KeyRing,
  tenantId: string,
  factId: string,
  value: FactValue,
): Buffer => seal(ring, placeOf(tenantId, factId), JSON.stringify(value));

/** Opens a sealed value of a fact; `fact.value_unreadable` where its key is gone or the bytes are not its own. */
export const openFactValue = (
  ring: KeyRing,
  tenantId: string,
  factId: string,
  sealed: Buffer,
): FactValue => {
  try {
    return JSON.parse(open(ring, placeOf(tenantId, factId), sealed)) as FactValue;
  } catch (error) {
    if (error instanceof SealBroken) throw new AppError("fact.value_unreadable");
    throw error;
  }
};
