import { grades } from "@mainstay/domain/account/grade";
import { segments } from "@mainstay/domain/account/segment";
import { interactionKinds } from "@mainstay/domain/interaction/interaction-kind";
import { cadences } from "@mainstay/domain/service-policy/cadence";
import { serviceModes } from "@mainstay/domain/service-policy/service-mode";
import {
  dutyKinds,
  policyLineKeys,
  policySeats,
} from "@mainstay/domain/service-policy/service-terms";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, instant, minor, named, page, pageQuery, text } from "./endpoint/wire.ts";

const hours = z.int().min(1).max(8760);
const budget = minor.min(0).max(1_000_000_000_000);

export const DutyShape = z.object({
  every: z.enum(cadences),
  contactKinds: z.array(z.enum(interactionKinds)).max(interactionKinds.length),
});

/** What a line says; meaning of each term in domain/service-policy/service-terms.ts. */
export const PolicyLineShape = z.object({
  duties: z.partialRecord(z.enum(dutyKinds), DutyShape).optional(),
  seats: z.array(z.enum(policySeats)).max(policySeats.length).optional(),
  replyHours: hours.nullish(),
  solveHours: hours.nullish(),
  greenChannelHours: hours.nullish(),
  benefitBudgetMinor: budget.nullish(),
  serviceMode: z.enum(serviceModes).nullish(),
});

export const PolicyLinesShape = z.partialRecord(z.enum(policyLineKeys), PolicyLineShape);

/** All terms that hold for one account, and which line gave each. */
export const OwedServiceView = z.object({
  terms: z.object({
    duties: z.partialRecord(z.enum(dutyKinds), DutyShape),
    seats: z.array(z.enum(policySeats)),
    replyHours: hours.nullable(),
    solveHours: hours.nullable(),
    greenChannelHours: hours.nullable(),
    benefitBudgetMinor: budget.nullable(),
    serviceMode: z.enum(serviceModes).nullable(),
  }),
  because: z.object({
    duties: z.partialRecord(z.enum(dutyKinds), z.enum(policyLineKeys)),
    seats: z.partialRecord(z.enum(policySeats), z.enum(policyLineKeys)),
    replyHours: z.enum(policyLineKeys).nullable(),
    solveHours: z.enum(policyLineKeys).nullable(),
    greenChannelHours: z.enum(policyLineKeys).nullable(),
    benefitBudgetMinor: z.enum(policyLineKeys).nullable(),
    serviceMode: z.enum(policyLineKeys).nullable(),
  }),
});
export type OwedServiceView = z.infer<typeof OwedServiceView>;

/** A version: `state` says whether it holds today, will hold from its day, or has been followed by another. */
export const ServicePolicyView = z.object({
  version: z.int(),
  effectiveFrom: day.nullable(),
  state: z.enum(["in_force", "scheduled", "past"]),
  lines: PolicyLinesShape,
  note: z.string(),
  publishedBy: named.nullable(),
  publishedAt: instant.nullable(),
});
export type ServicePolicyView = z.infer<typeof ServicePolicyView>;

/** What other lines would change on the portfolio as it is; obligations are counted for a whole year. */
export const ServicePolicyPreview = z.object({
  accounts: z.int(),
  kinds: z.array(
    z.object({
      kind: z.enum(dutyKinds),
      before: z.int(),
      after: z.int(),
      added: z.int(),
      dropped: z.int(),
      accounts: z.int(),
    }),
  ),
  /** Who would have more or less to do, the largest change first; null stands for what nobody owns. */
  people: z.array(
    z.object({
      user: named.nullable(),
      before: z.int(),
      after: z.int(),
    }),
  ),
  missingSeats: z.object({
    accounts: z.int(),
    examples: z.array(
      z.object({ accountId: id, name: z.string(), seats: z.array(z.enum(policySeats)) }),
    ),
  }),
  examples: z.array(
    z.object({
      accountId: id,
      name: z.string(),
      segment: z.enum(segments).nullable(),
      grade: z.enum(grades).nullable(),
      before: z.int(),
      after: z.int(),
    }),
  ),
});
export type ServicePolicyPreview = z.infer<typeof ServicePolicyPreview>;

export const servicePolicies = {
  get: endpoint({
    id: "servicePolicies.get",
    method: "GET",
    path: "/service-policy",
    allow: "service_policy.view",
    summary: "The service policy in force, and the version to name when publishing another",
    response: z.object({
      inForce: ServicePolicyView,
      scheduled: z.array(ServicePolicyView),
      newestVersion: z.int(),
    }),
  }),
  history: endpoint({
    id: "servicePolicies.history",
    method: "GET",
    path: "/service-policy/versions",
    allow: "service_policy.view",
    summary: "Every published version, newest first",
    query: z.object(pageQuery),
    response: page(ServicePolicyView),
  }),
  preview: endpoint({
    id: "servicePolicies.preview",
    method: "POST",
    path: "/service-policy/preview",
    allow: "service_policy.preview",
    summary: "What these lines would add and drop on the portfolio; nothing is saved",
    body: z.object({ lines: PolicyLinesShape }),
    response: ServicePolicyPreview,
  }),
  publish: endpoint({
    id: "servicePolicies.publish",
    method: "POST",
    path: "/service-policy/publish",
    allow: "service_policy.publish",
    summary: "Publish lines that come into force today or on a later day",
    body: z.object({
      lines: PolicyLinesShape,
      effectiveFrom: day,
      baseVersion: z.int(),
      note: text(1000),
    }),
    response: ServicePolicyView,
    status: 201,
    idempotent: true,
  }),
};
