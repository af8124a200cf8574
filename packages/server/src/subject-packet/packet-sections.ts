import { type RawBuilder, sql } from "kysely";

/** Whose packet, and in which workspace. */
export interface PacketOf {
  readonly tenantId: string;
  readonly personId: string;
  readonly timeZone: string;
}

interface PacketSection {
  /** Tables of which the person's rows stand in this section. */
  readonly tables: readonly string[];
  /** Rows with the fields a reader sees, each as one JSON object in order. */
  readonly rows: (of: PacketOf) => RawBuilder<unknown>;
}

const by = (column: string) =>
  sql`(select name from app_user u where u.tenant_id = t.tenant_id and u.id = ${sql.ref(`t.${column}`)})`;
const account = sql`(select name from account a where a.tenant_id = t.tenant_id and a.id = t.account_id)`;
const project = sql`(select name from project j where j.tenant_id = t.tenant_id and j.id = t.project_id)`;
const ofPerson = ({ tenantId, personId }: PacketOf) =>
  sql`t.tenant_id = ${tenantId}::uuid and t.person_id = ${personId}::uuid`;

/** Everything held about a person, section by section; `packet-tables.test.ts` proves that no table is forgotten. */
export const packetSections = {
  identity: {
    tables: ["person"],
    rows: ({ tenantId, personId }) => sql`
      select t.name, t.external_id as "externalId", t.is_placeholder as "isPlaceholder", t.no_profiling as "noProfiling",
        t.restricted_at as "restrictedAt", t.created_at as "createdAt", t.updated_at as "updatedAt"
      from person t where t.tenant_id = ${tenantId}::uuid and t.id = ${personId}::uuid`,
  },
  positions: {
    tables: ["position"],
    rows: (of) => sql`
      select ${account} as account, t.title, t.department, t.work_phone as "workPhone", t.work_email as "workEmail",
        t.starts_on as "startsOn", t.ends_on as "endsOn", t.ended_because as "endedBecause",
        t.reports_to_id is not null as "hasSuperior"
      from position t where ${ofPerson(of)} order by t.starts_on nulls first, t.id`,
  },
  facts: {
    tables: ["fact"],
    rows: (of) => sql`
      select t.id as "factId", t.kind, t.class, t.value, encode(t.value_sealed, 'base64') as sealed, t.basis, t.purpose,
        t.source, ${by("collected_by")} as "collectedBy", t.collected_on as "collectedOn", t.verified_on as "verifiedOn",
        t.expires_on as "expiresOn"
      from fact t where ${ofPerson(of)} order by t.kind, t.collected_on, t.id`,
  },
  prompts: {
    tables: ["fact_prompt"],
    rows: (of) => sql`
      select t.kind, t.state, ${by("set_by")} as "setBy", t.set_at as "setAt"
      from fact_prompt t where ${ofPerson(of)} order by t.kind`,
  },
  consents: {
    tables: ["consent"],
    rows: (of) => sql`
      select t.scope, t.purpose, (select words from consent_text x where x.tenant_id = t.tenant_id
          and x.text_version = t.text_version) as words, t.text_version as "textVersion", t.method, t.witness,
        t.given_by_guardian as guardian, (t.given_at at time zone ${of.timeZone})::date as "givenOn",
        (t.expires_at at time zone ${of.timeZone})::date as "expiresOn", t.withdrawn_at as "withdrawnAt",
        t.withdrawn_via as "withdrawnVia", ${by("collected_by")} as "collectedBy"
      from consent t where ${ofPerson(of)} order by t.given_at, t.id`,
  },
  evidence: {
    tables: [],
    rows: (of) => sql`
      select f.name, f.media_type as "mediaType", f.size_bytes as "sizeBytes", encode(f.sha256, 'hex') as sha256,
        f.stored_at as "storedAt", c.scope
      from consent c join stored_file f on f.tenant_id = c.tenant_id and f.id = c.evidence_file_id
      where c.tenant_id = ${of.tenantId}::uuid and c.person_id = ${of.personId}::uuid order by f.stored_at, f.id`,
  },
  photo: {
    tables: ["person_photo"],
    rows: (of) => sql`
      select f.name, f.media_type as "mediaType", f.size_bytes as "sizeBytes", t.expires_on as "expiresOn",
        encode(f.content, 'base64') as content
      from person_photo t join stored_file f on f.tenant_id = t.tenant_id and f.id = t.file_id where ${ofPerson(of)}`,
  },
  roles: {
    tables: ["buying_role"],
    rows: (of) => sql`
      select ${account} as account, ${project} as project, t.role as "buyingRole", ${by("set_by")} as "setBy",
        t.set_at as "setAt", t.coach_tested_on as "coachTestedOn"
      from buying_role t where ${ofPerson(of)} order by t.set_at, t.id`,
  },
  coachTests: {
    tables: ["coach_test"],
    rows: (of) => sql`
      select ${account} as account, t.test as "coachTest", t.evidence, ${by("noted_by")} as "notedBy", t.noted_on as "notedOn"
      from coach_test t where ${ofPerson(of)} order by t.noted_on, t.test`,
  },
  stance: {
    tables: ["stance_assessment"],
    rows: (of) => sql`
      select ${account} as account, ${project} as project, t.stance, t.answers, t.evidence,
        ${by("assessed_by")} as "assessedBy", t.assessed_on as "assessedOn"
      from stance_assessment t where ${ofPerson(of)} order by t.assessed_on, t.id`,
  },
  influence: {
    tables: ["influence_assessment"],
    rows: (of) => sql`
      select ${account} as account, ${project} as project, t.influence, t.answers, t.evidence,
        ${by("assessed_by")} as "assessedBy", t.assessed_on as "assessedOn"
      from influence_assessment t where ${ofPerson(of)} order by t.assessed_on, t.id`,
  },
  style: {
    tables: ["style_assessment"],
    rows: (of) => sql`
      select t.style, t.answers, t.note, ${by("assessed_by")} as "assessedBy", t.assessed_on as "assessedOn"
      from style_assessment t where ${ofPerson(of)} order by t.assessed_on, t.id`,
  },
  pairLevels: {
    tables: ["pair_level"],
    rows: (of) => sql`
      select ${account} as account, ${by("user_id")} as "ourColleague", t.current_level as "currentLevel",
        t.desired_level as "desiredLevel", t.is_executive_pairing as "isExecutivePairing", t.note,
        ${by("noted_by")} as "notedBy", t.noted_on as "notedOn"
      from pair_level t where ${ofPerson(of)} order by t.noted_on, t.id`,
  },
  ties: {
    tables: ["tie"],
    rows: ({ tenantId, personId }) => sql`
      select ${account} as account, t.kind as "tieKind",
        case when t.from_person_id = ${personId}::uuid then 'from_you' else 'to_you' end as direction,
        t.weight, t.evidence, ${by("noted_by")} as "notedBy", t.noted_on as "notedOn", t.ended_on as "endedOn"
      from tie t where t.tenant_id = ${tenantId}::uuid and ${personId}::uuid in (t.from_person_id, t.to_person_id)
      order by t.noted_on, t.id`,
  },
  mapPlaces: {
    tables: ["map_place"],
    rows: (of) => sql`
      select ${account} as account, t.owner_user_id is null as "isShared", t.x, t.y
      from map_place t where ${ofPerson(of)} order by t.id`,
  },
  interactions: {
    tables: ["interaction"],
    rows: ({ tenantId, personId }) => sql`
      select t.occurred_on as "occurredOn", t.kind as "interactionKind", ${account} as account, t.summary,
        ${by("logged_by")} as "loggedBy", cardinality(t.person_ids) - 1 as "otherPersons"
      from interaction t where t.tenant_id = ${tenantId}::uuid and t.person_ids @> array[${personId}::uuid]
      order by t.occurred_on, t.id`,
  },
  scores: {
    tables: ["relationship_step"],
    rows: (of) => sql`
      select ${account} as account, ${project} as project, m.as_of as "asOf", m.members, m.support_index as "supportIndex",
        m.coverage, m.known_share as "knownShare", m.red_flags as "redFlags",
        (select s.step from relationship_step s where s.tenant_id = m.tenant_id and s.account_id = m.account_id
          and s.project_id is not distinct from m.project_id and s.person_id = ${of.personId}::uuid) as "nextStep"
      from account_relationship m, lateral (select m.tenant_id, m.account_id, m.project_id) t
      where m.tenant_id = ${of.tenantId}::uuid and exists (select 1 from position p where p.tenant_id = m.tenant_id
        and p.account_id = m.account_id and p.person_id = ${of.personId}::uuid)
      order by 1, 2 nulls first`,
  },
  handovers: {
    tables: ["handover"],
    rows: ({ tenantId, personId }) => sql`
      select ${account} as account, case when t.person_id = ${personId}::uuid then 'left' else 'follows' end as "handoverRole",
        t.started_at as "startedAt", t.status as "handoverStatus", ${by("owner_user_id")} as "ourColleague", t.note
      from handover t where t.tenant_id = ${tenantId}::uuid and ${personId}::uuid in (t.person_id, t.successor_person_id)
      order by t.started_at, t.id`,
  },
  confirmations: {
    tables: ["requirement_change_confirmation"],
    rows: (of) => sql`
      select (select a.name from requirement_change c join account a on a.tenant_id = c.tenant_id and a.id = c.account_id
          where c.tenant_id = t.tenant_id and c.id = t.change_id) as account,
        (select title from requirement_change c where c.tenant_id = t.tenant_id and c.id = t.change_id) as "changeTitle",
        t.number as "changeVersion", t.signed_on as "signedOn", t.paper_sha256 as sha256, ${by("recorded_by")} as "notedBy"
      from requirement_change_confirmation t where ${ofPerson(of)} order by t.signed_on, t.change_id, t.number`,
  },
  feedbackLoops: {
    tables: ["feedback_loop"],
    rows: (of) => sql`
      select ${account} as account, t.opened_at as at, t.score_before as "scoreBefore", t.score_after as "scoreAfter",
        t.contact_note as "loopContact", t.rectification as "loopRectification", t.follow_up_note as "loopFollowUp",
        ${by("contacted_by")} as "notedBy"
      from feedback_loop t where ${ofPerson(of)} order by t.opened_at, t.id`,
  },
  surveyAnswers: {
    tables: ["survey_response"],
    rows: (of) => sql`
      select ${account} as account, t.answered_on as "answeredOn", t.is_complete as "isHandedIn", t.overall_score as "overallScore",
        (select string_agg(q.words, E'\n' order by q.place) from (
          select a.question_id as place, coalesce(
            (select coalesce(nullif(one->'words'->>'zh', ''), one->'words'->>'en') from survey_round o,
              jsonb_array_elements(o.questions) one where o.tenant_id = t.tenant_id and o.id = t.round_id
                and one->>'id' = a.question_id::text), '') || ': ' ||
            concat_ws(' ', a.row_key, a.score, array_to_string(a.choices, ' '), a.words) as words
          from survey_answer a where a.tenant_id = t.tenant_id and a.response_id = t.id) q) as "answersGiven"
      from survey_response t where ${ofPerson(of)} order by t.answered_on, t.id`,
  },
  needs: {
    tables: ["need", "need_step"],
    rows: ({ tenantId, personId }) => sql`
      select ${account} as account, t.title as "needTitle", t.description as "needDescription", t.state as "needState",
        (select string_agg(s.evidence, E'\n' order by s.made_at, s.id) from need_step s where s.tenant_id = t.tenant_id
          and s.need_id = t.id and s.person_id = ${personId}::uuid) as evidence,
        ${by("created_by")} as "notedBy", t.created_at as at
      from need t where t.tenant_id = ${tenantId}::uuid and (t.person_id = ${personId}::uuid or exists (
        select 1 from need_step s where s.tenant_id = t.tenant_id and s.need_id = t.id and s.person_id = ${personId}::uuid))
      order by t.created_at, t.id`,
  },
  cases: {
    tables: ["service_case", "case_event", "case_pause"],
    rows: ({ tenantId, personId }) => sql`
      select ${account} as account, t.number as "caseNumber", t.title as "caseTitle", t.description as "caseDescription",
        t.solution as "caseSolution", t.first_score as "firstScore", t.score as "lastScore", t.opened_at as at,
        (select string_agg(e.words, E'\n' order by e.at, e.id) from case_event e where e.tenant_id = t.tenant_id
          and e.case_id = t.id and e.by_person_id = ${personId}::uuid and e.words <> '') as words,
        (select string_agg(to_char(s.agreed_at, 'YYYY-MM-DD') || ' ' || s.reason, E'\n' order by s.agreed_at) from case_pause s
          where s.tenant_id = t.tenant_id and s.case_id = t.id and s.agreed_by_person_id = ${personId}::uuid) as "agreedPauses"
      from service_case t where t.tenant_id = ${tenantId}::uuid and (t.person_id = ${personId}::uuid
        or exists (select 1 from case_event e where e.tenant_id = t.tenant_id and e.case_id = t.id and e.by_person_id = ${personId}::uuid)
        or exists (select 1 from case_pause s where s.tenant_id = t.tenant_id and s.case_id = t.id and s.agreed_by_person_id = ${personId}::uuid))
      order by t.opened_at, t.id`,
  },
  callBacks: {
    tables: ["call_back"],
    rows: (of) => sql`
      select ${account} as account, t.score as "lastScore", t.words, ${by("called_by")} as "notedBy", t.called_at as at
      from call_back t where ${ofPerson(of)} order by t.called_at, t.id`,
  },
  surveyInvitations: {
    tables: ["survey_invitation"],
    rows: (of) => sql`
      select ${account} as account, coalesce(s.title ->> 'zh', s.title ->> 'en') as "surveyTitle", t.status as "invitationStatus",
        t.planned_on as "invitedOn", t.sent_at as "sentAt", t.answered_at as "answeredAt", t.reminders
      from survey_invitation t join survey_round r on r.tenant_id = t.tenant_id and r.id = t.round_id
      join survey s on s.tenant_id = r.tenant_id and s.id = r.survey_id where ${ofPerson(of)} order by t.planned_on, t.id`,
  },
  surveyOptOuts: {
    tables: ["survey_opt_out"],
    rows: (of) => sql`
      select t.opted_out_at as "optedOutAt", ${by("noted_by")} as "notedBy" from survey_opt_out t where ${ofPerson(of)}`,
  },
  customerMails: {
    tables: ["customer_mail"],
    rows: (of) => sql`
      select ${account} as account, t.subject, t.to_address as "mailAddress", t.status as "mailStatus", t.created_at as at
      from customer_mail t where ${ofPerson(of)} order by t.created_at, t.id`,
  },
  caseFiles: {
    tables: ["case_attachment"],
    rows: (of) => sql`
      select f.name, f.media_type as "mediaType", f.size_bytes as "sizeBytes", encode(f.sha256, 'hex') as sha256,
        t.added_at as "storedAt"
      from case_attachment t join stored_file f on f.tenant_id = t.tenant_id and f.id = t.file_id where ${ofPerson(of)}
      order by t.added_at, t.id`,
  },
  caseLinks: {
    tables: ["case_link"],
    rows: (of) => sql`
      select (select name from account a where a.tenant_id = c.tenant_id and a.id = c.account_id) as account,
        c.number as "caseNumber", ${by("linked_by")} as "notedBy", t.linked_at as at
      from case_link t join service_case c on c.tenant_id = t.tenant_id and c.id = t.case_id where ${ofPerson(of)}
      order by t.linked_at, t.id`,
  },
  promises: {
    tables: ["promise", "promise_step"],
    rows: ({ tenantId, personId }) => sql`
      select ${account} as account, t.title as "promiseTitle", t.due_on as "dueOn", t.done_on as "doneOn",
        (select string_agg(s.words, E'\n' order by s.made_at, s.id) from promise_step s where s.tenant_id = t.tenant_id
          and s.promise_id = t.id and s.person_id = ${personId}::uuid and s.words <> '') as note, ${by("made_by")} as "notedBy", t.created_at as at
      from promise t where t.tenant_id = ${tenantId}::uuid and (t.person_id = ${personId}::uuid or exists (
        select 1 from promise_step s where s.tenant_id = t.tenant_id and s.promise_id = t.id and s.person_id = ${personId}::uuid))
      order by t.created_at, t.id`,
  },
  agreedMoves: {
    tables: ["obligation_move"],
    rows: ({ tenantId, personId }) => sql`
      select (select a.name from obligation o join account a on a.tenant_id = o.tenant_id and a.id = o.account_id
          where o.tenant_id = t.tenant_id and o.id = t.obligation_id) as account,
        t.from_due_on as "dueBefore", t.to_due_on as "dueAfter", t.note, ${by("moved_by")} as "notedBy", t.moved_at as at
      from obligation_move t where t.tenant_id = ${tenantId}::uuid and t.agreed_with_person_id = ${personId}::uuid
      order by t.moved_at, t.id`,
  },
  incomingMessages: {
    tables: ["incoming_message"],
    rows: (of) => sql`
      select ${account} as account, t.received_at as "receivedAt", t.from_address as "fromAddress", t.from_name as "fromName",
        t.from_phone as "workPhone", t.subject, t.words
      from incoming_message t where ${ofPerson(of)} order by t.received_at, t.id`,
  },
  publicLinks: {
    tables: ["public_link"],
    rows: (of) => sql`
      select ${account} as account, t.purpose as "linkPurpose", ${by("created_by")} as "ourColleague", t.created_at as "linkMadeAt",
        t.expires_at as "linkExpiresAt", t.opened_at as "linkOpenedAt", t.used_at as "linkUsedAt", t.revoked_at as "linkRevokedAt"
      from public_link t where ${ofPerson(of)} order by t.created_at, t.id`,
  },
  approvals: {
    tables: ["approval"],
    rows: (of) => sql`
      select ${account} as account, t.kind as "approvalKind", case when t.amount_minor is null then null
          else jsonb_build_object('minor', t.amount_minor, 'currency', (select base_currency from tenant w where w.id = t.tenant_id))
        end as "approvalAmount", t.note, t.status as "approvalStatus", ${by("requested_by")} as "notedBy", t.requested_at as at
      from approval t where ${ofPerson(of)} order by t.requested_at, t.id`,
  },
  requests: {
    tables: ["subject_request"],
    rows: (of) => sql`
      select t.kind as "requestKind", t.words, t.received_on as "receivedOn", t.received_via as "receivedVia",
        t.due_on as "dueOn", t.status as "requestStatus", t.identity_checked as "identityChecked", t.reply,
        t.refusal_reason as "refusalReason", t.closed_at as "closedAt"
      from subject_request t where ${ofPerson(of)} order by t.received_on, t.id`,
  },
  receipts: {
    tables: ["deletion_receipt"],
    rows: (of) => sql`
      select t.reason as "deletionReason", t.counts, t.deleted_at as "deletedAt"
      from deletion_receipt t where ${ofPerson(of)} order by t.deleted_at, t.id`,
  },
  merges: {
    tables: ["person_merge"],
    rows: ({ tenantId, personId }) => sql`
      select t.gone_name as "otherRecord", t.merged_at as "mergedAt", t.undone_at as "undoneAt",
        ${by("merged_by")} as "mergedBy"
      from person_merge t where t.tenant_id = ${tenantId}::uuid
        and ${personId}::uuid in (t.kept_person_id, t.gone_person_id) order by t.merged_at, t.id`,
  },
  looks: {
    tables: ["audit"],
    rows: ({ tenantId, personId }) => sql`
      select t.at, t.act, ${by("actor_user_id")} as "lookedAtBy", t.detail ->> 'kind' as kind,
        t.detail ->> 'reason' as reason
      from audit t where t.tenant_id = ${tenantId}::uuid and t.detail ->> 'personId' = ${personId}
        and t.act in ('fact.revealed', 'consent.evidence_read', 'subject_packet.made') order by t.at, t.id`,
  },
} as const satisfies Record<string, PacketSection>;

export type PacketSectionName = keyof typeof packetSections;
export const packetSectionNames = Object.keys(packetSections) as PacketSectionName[];
