import { brokenPromises } from "./detect-broken-promises.ts";
import { dissatisfiedBuyer } from "./detect-dissatisfied-buyer.ts";
import { droppedSatisfaction } from "./detect-dropped-satisfaction.ts";
import { endingContract } from "./detect-ending-contract.ts";
import { fallenStance } from "./detect-fallen-stance.ts";
import { leftContact } from "./detect-left-contact.ts";
import { missedCadence } from "./detect-missed-cadence.ts";
import { overdueCase } from "./detect-overdue-case.ts";
import { overdueHandover } from "./detect-overdue-handover.ts";
import { repeatedComplaints } from "./detect-repeated-complaints.ts";
import { unconfirmedChange } from "./detect-unconfirmed-change.ts";
import type { Detector } from "./detector.ts";

/** Every kind of the cycle that dated rows tell; who is missing on the team is asked of the present alone (`find-incomplete-teams`). */
export const detectors: readonly Detector[] = [
  endingContract,
  overdueHandover,
  leftContact,
  fallenStance,
  missedCadence,
  unconfirmedChange,
  droppedSatisfaction,
  dissatisfiedBuyer,
  overdueCase,
  repeatedComplaints,
  brokenPromises,
];
