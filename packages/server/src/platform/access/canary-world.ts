import { randomUUID } from "node:crypto";
import type { Actor } from "@mainstay/domain/access/actor";
import type { TokenScope } from "@mainstay/domain/access/token-scope";
import { factClassesOf } from "@mainstay/domain/fact/fact-class";
import type { UserRole, Visibility } from "@mainstay/domain/user/user-role";
import { withTenant } from "../db/open-transaction.ts";
import { systemScope } from "../db/tenant-scope.ts";
import { makeForeignTenant } from "../http/foreign-records.ts";
import type { KeyRing } from "../secrets/key-ring.ts";
import { makeUser } from "../test-world/make-tenant.ts";
import type { TestWorld } from "../test-world/test-world.ts";
import { makeCanaries } from "./canary.ts";
import { insertRow, plantDossier } from "./plant-canaries.ts";
import { plantServiceWords } from "./plant-service-canaries.ts";
import { ownRecords } from "./plant-own-records.ts";

export interface ActorWanted {
  readonly role: UserRole;
  readonly visibility: Visibility;
  /** Null for a session. */
  readonly scopes: readonly TokenScope[] | null;
}

/**
 * For tests: a workspace with one record of every kind and canaries everywhere, at an account that the actor's own or
 * team visibility reaches (near) and at one that only `all` does (far).
 */
export const makeCanaryWorld = async (world: TestWorld, ring: KeyRing, wanted: ActorWanted) => {
  const { tenant, ids } = await makeForeignTenant(world);
  const { tenantId } = tenant;
  const [managerId, outsiderId] = [ids.userId ?? "", await makeUser(world, tenant, "manager")];
  const actorId = await makeUser(world, tenant, wanted.role);
  const id = randomUUID;
  const far = { accountId: id(), projectId: id(), personId: id(), otherPersonId: id() };
  const near = {
    accountId: ids.accountId ?? "",
    projectId: ids.projectId ?? "",
    personId: ids.personId ?? "",
    otherPersonId: ids.otherPersonId ?? "",
  };
  const restingId = id();
  const own = { viewId: id(), tokenId: id(), passkeyId: id(), entryId: id(), notificationId: id() };
  const backupUserId = wanted.visibility === "own" ? actorId : null;
  const nearTeam = {
    managerUserId: managerId,
    backupUserId,
    sponsorUserId: null,
    expertUserIds: [],
  };
  const farTeam = {
    managerUserId: outsiderId,
    backupUserId: null,
    sponsorUserId: null,
    expertUserIds: [],
  };
  const isBackup = wanted.role === "manager" && wanted.visibility === "own";
  const mine = isBackup ? ownRecords(actorId, managerId, near.accountId) : null;
  const canaries = makeCanaries();

  const planted = await withTenant(world.database, systemScope(tenantId, actorId), async (tx) => {
    const put = (table: string, row: Readonly<Record<string, unknown>>) =>
      insertRow(tx, table, { tenant_id: tenantId, ...row });
    const [above, below] = [id(), id()];
    await put("department", { id: above, name: "大客户部" });
    await put("department", { id: below, name: "一组", parent_id: above });
    const place = (userId: string, departmentId: string) =>
      tx
        .updateTable("app_user")
        .set({ department_id: departmentId })
        .where("tenant_id", "=", tenantId)
        .where("id", "=", userId)
        .execute();
    await place(actorId, above);
    await place(managerId, below);
    await tx
      .updateTable("app_user")
      .set({ visibility: wanted.visibility })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", actorId)
      .execute();
    await tx
      .updateTable("account")
      .set({ backup_user_id: backupUserId })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", near.accountId)
      .execute();
    await put("account", { id: far.accountId, name: "远方", manager_user_id: outsiderId });
    await put("account_standing", { account_id: far.accountId });
    await put("project", { id: far.projectId, account_id: far.accountId, name: "远方项目" });
    for (const [place, team] of [
      [near, nearTeam],
      [far, farTeam],
    ] as const) {
      const name = place === near ? "near" : "far";
      const seen = (what: string) => canaries.plant(`${name} ${what}`, { team });
      const people =
        place === near ? [place.otherPersonId, restingId] : [place.personId, place.otherPersonId];
      for (const personId of people) {
        const isNew = personId !== ids.otherPersonId;
        if (isNew) await put("person", { id: personId, name: seen("person name") });
        await put("position", {
          id: id(),
          person_id: personId,
          account_id: place.accountId,
          title: seen("job title"),
        });
      }
      await put("interaction", {
        id: id(),
        account_id: place.accountId,
        occurred_on: "2026-11-01",
        kind: "visit",
        summary: seen("interaction"),
        person_ids: [place.personId],
      });
      await plantServiceWords(tx, canaries, {
        ...place,
        tenantId,
        userId: outsiderId,
        departmentId: below,
        team,
        name,
        number: place === near ? 901 : 902,
      });
    }
    await tx
      .updateTable("person")
      .set({ restricted_at: new Date() })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", restingId)
      .execute();

    await tx
      .updateTable("segment_move")
      .set({ reason: JSON.stringify({ code: "segment.first", params: {} }) })
      .where("tenant_id", "=", tenantId)
      .execute();
    await put("access_token", {
      id: own.tokenId,
      user_id: actorId,
      name: "我的令牌",
      token_hash: Buffer.from(own.tokenId),
      scopes: ["read"],
    });
    await put("passkey", {
      id: own.passkeyId,
      user_id: actorId,
      name: "我的通行密钥",
      credential_id: own.passkeyId,
      public_key: Buffer.from("x"),
    });
    await put("calendar_entry", {
      id: own.entryId,
      owner_user_id: actorId,
      account_id: near.accountId,
      kind: "visit",
      title: canaries.plant("near plan", { team: nearTeam }),
      on_date: "2026-10-01",
      recurrence: "FREQ=WEEKLY",
    });
    await put("notification", {
      id: own.notificationId,
      user_id: actorId,
      kind: "task_assigned",
      subject_kind: "task",
      reason: JSON.stringify({ code: "notification.task_assigned", params: {} }),
      dedupe_key: "own",
    });
    await put("saved_view", {
      id: own.viewId,
      user_id: actorId,
      place: "accounts",
      name: "我的视图",
      query: "{}",
    });

    for (const [table, row] of mine?.rows ?? []) await put(table, row);

    const bed = { tenantId, userId: outsiderId };
    const dossier = (one: Omit<Parameters<typeof plantDossier>[3], "tenantId" | "userId">) =>
      plantDossier(tx, ring, canaries, { ...bed, ...one });
    const [atNear, atFar] = [
      await dossier({ ...near, team: nearTeam, name: "near" }),
      await dossier({ ...far, team: farTeam, name: "far" }),
    ];
    const resting = await dossier({
      ...near,
      team: nearTeam,
      personId: restingId,
      name: "restricted",
      isRestricted: true,
    });
    await dossier({ ...near, team: nearTeam, name: "expired", isExpired: true });
    const office = (what: string) => canaries.plant(what, { only: "privacy.view" });
    await tx
      .updateTable("subject_request")
      .set({ words: office("subject request"), requester: office("requester") })
      .where("tenant_id", "=", tenantId)
      .execute();
    await tx
      .updateTable("incident")
      .set({ cause: office("incident cause"), harm: office("incident harm") })
      .where("tenant_id", "=", tenantId)
      .execute();
    return { atNear, atFar, resting };
  });

  const actor: Actor = {
    userId: actorId,
    tenantId,
    role: wanted.role,
    visibility: wanted.visibility,
    teamUserIds: wanted.visibility === "team" ? [actorId, managerId] : [actorId],
    factClasses: factClassesOf(wanted.role, wanted.scopes),
    scopes: wanted.scopes,
  };
  // What a case may be the same as, and be linked to.
  const toward = { ofCaseId: ids.caseId ?? "", targetId: ids.orderId ?? "" };
  const allIds: Record<string, string> = { ...ids, ...toward, ...own, ...mine?.ids };
  return { tenant, ids: allIds, actor, canaries, near, far, restingId, ...planted };
};
export type CanaryWorld = Awaited<ReturnType<typeof makeCanaryWorld>>;
