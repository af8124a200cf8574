import type { LikelyDuplicate } from "@mainstay/contract/person-list";
import { personNameKey } from "@mainstay/domain/person/person-name-key";
import { sql } from "kysely";
import { findAccount } from "../account/account-queries.ts";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { personSearchText } from "./person-search-text.ts";

interface Typed {
  readonly accountId: string;
  readonly name?: string | undefined;
  readonly workPhone?: string | undefined;
  readonly workEmail?: string | undefined;
}

interface Row {
  id: string;
  name: string;
  same_name: boolean;
  same_sound: boolean;
  same_phone: boolean;
  same_email: boolean;
  is_here: boolean;
  jobs: {
    account: { id: string; name: string };
    title: string | null;
    endsOn: string | null;
  }[];
}

const phoneKey = (phone: string | undefined): string | null => {
  const digits = (phone ?? "").replace(/\D/g, "").slice(-11);
  return digits.length >= 6 ? digits : null;
};

/**
 * People in sight who may be the one being typed: same name (width, case, blanks aside) or same phone or mail anywhere, same
 * sound at this account. Those of this account come first; at most eight.
 */
export const findLikelyDuplicates = (
  context: Context,
  { accountId, name, workPhone, workEmail }: Typed,
): Promise<LikelyDuplicate[]> =>
  context.read(async (db) => {
    const { tenantId } = context;
    if (!(await findAccount(db, tenantId, accountId))) throw new AppError("account.not_found");
    const key = name ? personNameKey(name) : "";
    const sound = name ? personSearchText({ name }).pinyin : "";
    const [phone, email] = [phoneKey(workPhone), workEmail?.trim().toLowerCase() || null];
    if (key === "" && phone === null && email === null) return [];
    const tenant = sql`${tenantId}::uuid`;
    const { rows } = await sql<Row>`
      with near (id) as (
        select id from person where tenant_id = ${tenant} and ${key} <> '' and name_key = ${key}
        union select person_id from position where tenant_id = ${tenant} and phone_key = ${phone}
        union select person_id from position where tenant_id = ${tenant} and email_key = ${email}
        union select o.person_id from position o join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
          where o.tenant_id = ${tenant} and o.account_id = ${accountId}::uuid and ${sound} <> '' and p.pinyin = ${sound})
      select p.id, p.name, p.name_key = ${key} as same_name, p.pinyin = ${sound} and p.name_key <> ${key} as same_sound,
        coalesce(bool_or(o.phone_key = ${phone}), false) as same_phone, coalesce(bool_or(o.email_key = ${email}), false) as same_email,
        bool_or(o.account_id = ${accountId}::uuid) as is_here,
        jsonb_agg(jsonb_build_object('account', jsonb_build_object('id', a.id, 'name', a.name), 'title', o.title, 'endsOn', o.ends_on)
          order by o.ends_on is not null, a.name) as jobs
      from near join person p on p.id = near.id
      join position o on o.tenant_id = p.tenant_id and o.person_id = p.id
      join account a on a.tenant_id = o.tenant_id and a.id = o.account_id
      where p.tenant_id = ${tenant} and p.restricted_at is null and not p.is_placeholder
      group by p.tenant_id, p.id order by is_here desc, same_name desc, p.pinyin, p.id limit 8`.execute(
      db,
    );
    return rows.flatMap((row) => {
      const because = (["same_name", "same_sound", "same_phone", "same_email"] as const).filter(
        (reason) => row[reason],
      );
      const { id, name: found, is_here: isHere, jobs } = row;
      return because.length === 0 ? [] : [{ id, name: found, because, isHere, jobs }];
    });
  });
