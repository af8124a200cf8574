import { randomUUID } from "node:crypto";
import pg from "pg";
import type { TestWorld } from "../test-world/test-world.ts";
import type { TestTenant } from "../test-world/make-tenant.ts";
import { makeTenant, makeUser } from "../test-world/make-tenant.ts";

/** Stands in every text of the foreign workspace, so that a leak shows in any answer. */
export const foreignMark = "外人的秘密";

/** For tests: another workspace with one record of every kind, by the name that a path parameter or field gives it. */
export const makeForeignTenant = async (
  world: TestWorld,
): Promise<{ tenant: TestTenant; ids: Record<string, string> }> => {
  const tenant = await makeTenant(world);
  const userId = await makeUser(world, tenant, "manager");
  const id = randomUUID;
  const ids: Record<string, string> = {
    userId,
    accountId: id(),
    personId: id(),
    positionId: id(),
    otherPersonId: id(),
    tieId: id(),
    productId: id(),
    orderId: id(),
    invoiceId: id(),
    importId: id(),
    runId: id(),
    moveId: id(),
    signalId: id(),
    rescueId: id(),
    offerId: id(),
    taskId: id(),
    adjustmentId: id(),
    entryId: id(),
    obligationId: id(),
    projectId: id(),
    mergeId: id(),
    pairLevelId: id(),
    pauseId: id(),
    viewId: id(),
    tokenId: id(),
    sessionId: id(),
    departmentId: id(),
    passkeyId: id(),
    providerId: id(),
    factId: id(),
    textId: id(),
    consentId: id(),
    requestId: id(),
    assessmentId: id(),
    incidentId: id(),
    evidenceFileId: id(),
    approvalId: id(),
    absenceId: id(),
    memberId: id(),
    membershipId: id(),
    handoverId: id(),
    notificationId: id(),
    robotId: id(),
    messageId: id(),
    changeId: id(),
    clientRef: id(),
  };
  const t = tenant.tenantId;
  const m = foreignMark;
  const rows: [string, Record<string, unknown>][] = [
    ["account", { id: ids.accountId, name: m, manager_user_id: userId }],
    ["account_standing", { account_id: ids.accountId }],
    [
      "quick_log",
      {
        client_ref: ids.clientRef,
        logged_by: userId,
        logged_at: "2026-01-01T00:00:00Z",
        body_sha256: Buffer.from(m),
      },
    ],
    ["person", { id: ids.personId, name: m }],
    ["position", { id: ids.positionId, person_id: ids.personId, account_id: ids.accountId }],
    [
      "consent_text",
      { id: ids.textId, scope: ["sports"], purpose: m, words: m, text_version: "x" },
    ],
    [
      "stored_file",
      {
        id: ids.evidenceFileId,
        name: m,
        media_type: "application/pdf",
        size_bytes: 1,
        sha256: Buffer.from(m),
        content: Buffer.from(m),
      },
    ],
    [
      "consent",
      {
        id: ids.consentId,
        person_id: ids.personId,
        scope: ["sports"],
        is_sensitive: false,
        purpose: m,
        text_version: "x",
        method: "portal",
        given_at: "2026-01-01T00:00:00Z",
        expires_at: "2999-01-01T00:00:00Z",
      },
    ],
    [
      "subject_request",
      {
        id: ids.requestId,
        person_id: ids.personId,
        requester: m,
        kind: "copy",
        words: m,
        received_on: "2026-01-01",
        received_via: "mail",
        due_on: "2026-01-22",
      },
    ],
    ["impact_assessment", { id: ids.assessmentId, title: m, covers: ["itinerary"] }],
    ["incident", { id: ids.incidentId, title: m, discovered_at: "2026-01-01T00:00:00Z" }],
    ["person", { id: ids.otherPersonId, name: m }],
    [
      "tie",
      {
        id: ids.tieId,
        account_id: ids.accountId,
        from_person_id: ids.personId,
        to_person_id: ids.otherPersonId,
        kind: "conflict",
        evidence: m,
        noted_on: "2026-01-01",
      },
    ],
    ["product", { id: ids.productId, external_id: m, name: m }],
    [
      "sales_order",
      {
        id: ids.orderId,
        external_id: m,
        account_id: ids.accountId,
        kind: "order",
        ordered_on: "2026-01-01",
        booked_on: "2026-01-01",
        currency: "CNY",
        net_minor: 1,
        base_net_minor: 1,
      },
    ],
    [
      "invoice",
      {
        id: ids.invoiceId,
        external_id: m,
        account_id: ids.accountId,
        issued_on: "2026-01-01",
        currency: "CNY",
        amount_minor: 1,
        base_amount_minor: 1,
      },
    ],
    [
      "import_batch",
      {
        id: ids.importId,
        kind: "order",
        status: "checked",
        file_name: m,
        file_bytes: 1,
        file_sha256: "x",
        stored_as: "x",
      },
    ],
    [
      "evaluation_run",
      { id: ids.runId, trigger: "demand", scope: "all", status: "done", as_of: "2026-01-01" },
    ],
    [
      "segment_move",
      { id: ids.moveId, account_id: ids.accountId, to_segment: "core", status: "proposed" },
    ],
    [
      "signal",
      {
        id: ids.signalId,
        account_id: ids.accountId,
        kind: "rhythm_broken",
        severity: "act",
        reason: JSON.stringify({ code: m, params: {} }),
        first_seen_on: "2026-01-01",
        last_seen_on: "2026-01-01",
      },
    ],
    ["signal_rule", { version: 1, rules: "{}", note: m }],
    [
      "rescue",
      {
        id: ids.rescueId,
        account_id: ids.accountId,
        signal_id: ids.signalId,
        goal: m,
        stake_minor: 1,
        opened_by: userId,
        opened_on: "2026-01-01",
      },
    ],
    [
      "rescue_offer",
      {
        id: ids.offerId,
        rescue_id: ids.rescueId,
        account_id: ids.accountId,
        kind: "upgrade",
        terms: m,
        cost_minor: 1,
        offered_by: userId,
        status: "ready",
      },
    ],
    [
      "obligation",
      {
        id: ids.obligationId,
        account_id: ids.accountId,
        kind: "visit",
        policy_version: 0,
        policy_line: "default",
        period_from: "2026-01-01",
        period_to: "2026-01-31",
        due_on: "2026-01-30",
        fulfilment_note: m,
      },
    ],
    [
      "health_adjustment",
      {
        id: ids.adjustmentId,
        account_id: ids.accountId,
        points: 5,
        note: m,
        starts_on: "2026-01-01",
        ends_on: "2026-01-31",
      },
    ],
    [
      "calendar_entry",
      {
        id: ids.entryId,
        owner_user_id: userId,
        account_id: ids.accountId,
        kind: "visit",
        title: m,
        on_date: "2026-10-01",
      },
    ],
    ["task", { id: ids.taskId, account_id: ids.accountId, title: m }],
    [
      "handover",
      {
        id: ids.handoverId,
        account_id: ids.accountId,
        side: "theirs",
        person_id: ids.personId,
        note: m,
        due_at: "2999-01-01T00:00:00Z",
      },
    ],
    [
      "requirement_change",
      { id: ids.changeId, account_id: ids.accountId, title: m, created_by: userId },
    ],
    [
      "requirement_change_version",
      {
        change_id: ids.changeId,
        number: 1,
        title: m,
        scope: m,
        fee_minor: 1,
        currency: "CNY",
        schedule_days: 1,
        content_sha256: "0".repeat(64),
        made_by: userId,
        made_at: "2026-01-01T00:00:00Z",
      },
    ],
    [
      "person_merge",
      {
        id: ids.mergeId,
        kept_person_id: ids.personId,
        gone_person_id: id(),
        gone_name: m,
        undo_until: "2999-01-01T00:00:00Z",
      },
    ],
    ["project", { id: ids.projectId, account_id: ids.accountId, name: m }],
    [
      "buying_role",
      { id: id(), account_id: ids.accountId, person_id: ids.personId, role: "economic_buyer" },
    ],
    ...(["stance", "influence"] as const).map((what): [string, Record<string, unknown>] => [
      `${what}_assessment`,
      {
        id: ids.assessmentId,
        account_id: ids.accountId,
        person_id: ids.personId,
        [what]: what === "stance" ? "ally" : 5,
        evidence: m,
        assessed_on: "2026-01-01",
      },
    ]),
    [
      "style_assessment",
      {
        id: ids.assessmentId,
        person_id: ids.personId,
        style: "driver",
        note: m,
        assessed_on: "2026-01-01",
      },
    ],
    [
      "pair_level",
      {
        id: ids.pairLevelId,
        account_id: ids.accountId,
        user_id: userId,
        person_id: ids.personId,
        current_level: 1,
        note: m,
        noted_on: "2026-01-01",
      },
    ],
    ["pause", { id: ids.pauseId, from_on: "2026-01-01", to_on: "2026-01-02", reason: m }],
    [
      "saved_view",
      { id: ids.viewId, user_id: userId, place: "accounts", name: m, query: "{}", is_shared: true },
    ],
    [
      "access_token",
      {
        id: ids.tokenId,
        user_id: userId,
        name: m,
        token_hash: Buffer.from(m),
        scopes: ["read"],
      },
    ],
    ["department", { id: ids.departmentId, name: m }],
    [
      "passkey",
      {
        id: ids.passkeyId,
        user_id: userId,
        name: m,
        credential_id: m,
        public_key: Buffer.from(m),
      },
    ],
    [
      "oidc_provider",
      { id: ids.providerId, label: m, issuer: "https://foreign.example", client_id: m },
    ],
    [
      "session",
      {
        id: ids.sessionId,
        user_id: userId,
        token_hash: Buffer.from(m),
        expires_at: "2999-01-01T00:00:00Z",
      },
    ],
  ];
  const adminId = tenant.adminUserId;
  rows.push(
    [
      "approval",
      {
        id: ids.approvalId,
        account_id: ids.accountId,
        kind: "segment_move",
        subject_kind: "account",
        reason: JSON.stringify({ code: m, params: {} }),
        note: m,
        requested_by: userId,
        approver_role: "director",
        due_on: "2026-01-05",
      },
    ],
    [
      "absence",
      {
        id: ids.absenceId,
        user_id: userId,
        delegate_user_id: adminId,
        from_on: "2026-01-01",
        to_on: "2999-01-01",
        note: m,
      },
    ],
    [
      "account_team_member",
      {
        id: ids.memberId,
        account_id: ids.accountId,
        user_id: userId,
        seat: "legal",
        since_on: "2026-01-01",
        note: m,
      },
    ],
    [
      "programme_membership",
      {
        id: ids.membershipId,
        account_id: ids.accountId,
        status: "active",
        rule_version: 0,
        scorecard: "{}",
        score: 0,
        because: m,
        nominated_by: userId,
        active_since_on: "2026-01-01",
      },
    ],
  );
  rows.push([
    "fact",
    {
      id: ids.factId,
      person_id: ids.personId,
      kind: "hometown",
      class: "P",
      value: JSON.stringify({ shape: "words", words: m }),
      basis: "public_source",
      purpose: m,
      source: m,
      collected_on: "2026-01-01",
      verified_on: "2026-01-01",
      expires_on: "2099-01-01",
    },
  ]);
  rows.push(
    [
      "notification",
      {
        id: ids.notificationId,
        user_id: userId,
        kind: "task_assigned",
        subject_kind: m,
        reason: JSON.stringify({ code: m, params: {} }),
        dedupe_key: m,
      },
    ],
    [
      "robot",
      {
        id: ids.robotId,
        name: m,
        kind: "wecom",
        url_sealed: Buffer.from(m),
        url_hint: m,
        kinds: ["signal_raised"],
        scope: "all",
        page_origin: m,
        is_paused: true,
      },
    ],
    [
      "robot_message",
      {
        id: ids.messageId,
        robot_id: ids.robotId,
        kind: "signal_raised",
        subject_kind: m,
        account_id: ids.accountId,
        reason: JSON.stringify({ code: m, params: {} }),
        dedupe_key: m,
        status: "dead",
        next_try_at: "2026-01-01T00:00:00Z",
        last_error: m,
      },
    ],
    [
      "mail_setting",
      { host: "mail.foreign.example", port: 25, security: "none", from_address: m, page_origin: m },
    ],
  );
  await asTenant(world, tenant, async (client) => {
    for (const [table, row] of rows) {
      const full = { tenant_id: t, ...row };
      const columns = Object.keys(full);
      await client.query(
        `insert into ${table} (${columns.join(", ")}) values (${columns.map((_, i) => `$${i + 1}`).join(", ")})`,
        Object.values(full),
      );
    }
  });
  return { tenant, ids };
};

/** Every row of a workspace as one text, to see whether anything of it changed. */
export const everythingOf = (world: TestWorld, tenant: TestTenant): Promise<string> =>
  asTenant(world, tenant, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       order by 1`,
    );
    let text = "";
    for (const { name } of tables.rows) {
      const rows = await client.query<{ row: string }>(
        `select t::text as row from ${pg.escapeIdentifier(name)} t where tenant_id = $1 order by 1`,
        [tenant.tenantId],
      );
      text += `${name}:\n${rows.rows.map(({ row }) => row).join("\n")}\n`;
    }
    return text;
  });

const asTenant = async <Result>(
  world: TestWorld,
  tenant: TestTenant,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const client = new pg.Client({ connectionString: world.appUrl });
  await client.connect();
  try {
    await client.query(
      `select set_config('mainstay.tenant', $1, false), set_config('mainstay.actor', $2, false),
        set_config('mainstay.visibility', 'all', false), set_config('mainstay.fact_classes', 'B,P,S', false),
        set_config('mainstay.restricted', 'on', false)`,
      [tenant.tenantId, (await firstUser(client, tenant)) ?? ""],
    );
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Saved views may only be written by their owner. */
const firstUser = async (client: pg.Client, tenant: TestTenant): Promise<string | undefined> => {
  await client.query("select set_config('mainstay.tenant', $1, false)", [tenant.tenantId]);
  const found = await client.query<{ id: string }>(
    "select id from app_user where tenant_id = $1 and role = 'manager' limit 1",
    [tenant.tenantId],
  );
  return found.rows[0]?.id;
};
