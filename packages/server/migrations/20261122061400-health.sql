-- Health by week, what people added or took away by hand, and the private links under which calendars are fed.

create table health_week (
  tenant_id uuid not null,
  account_id uuid not null,
  -- The Monday of the week.
  week_on date not null,
  score double precision,
  provisional_score double precision,
  band text not null constraint health_week_band_known check (band in ('green', 'amber', 'red', 'insufficient')),
  known_weight double precision not null,
  primary key (tenant_id, account_id, week_on),
  constraint health_week_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint health_week_is_monday check (extract(isodow from week_on) = 1)
);
create index health_week_by_week on health_week (tenant_id, week_on, account_id) include (provisional_score, band);

create table health_adjustment (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  points smallint not null constraint health_adjustment_range check (points between -10 and 10 and points <> 0),
  note text not null constraint health_adjustment_has_note check (length(btrim(note)) > 0),
  starts_on date not null,
  -- The last day it counts.
  ends_on date not null,
  set_by uuid,
  set_at timestamptz not null default now(),
  ended_by uuid,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint health_adjustment_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint health_adjustment_setter_exists foreign key (tenant_id, set_by) references app_user (tenant_id, id),
  constraint health_adjustment_at_most_30_days check (ends_on between starts_on and starts_on + 30)
);
create unique index health_adjustment_one_at_a_time on health_adjustment (tenant_id, account_id) where ended_at is null;
create index health_adjustment_of_account on health_adjustment (tenant_id, account_id, set_at desc);

create table calendar_feed (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (tenant_id, id),
  constraint calendar_feed_user_exists foreign key (tenant_id, user_id) references app_user (tenant_id, id) on delete cascade
);
create unique index calendar_feed_token_once on calendar_feed (tenant_id, token_hash);
create unique index calendar_feed_one_living on calendar_feed (tenant_id, user_id) where revoked_at is null;

do $$
declare
  name text;
begin
  foreach name in array array['health_week', 'health_adjustment', 'calendar_feed'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to mainstay_app', name);
  end loop;
  foreach name in array array['health_week', 'health_adjustment'] loop
    execute format(
      'create policy %1$I on %2$I using ((select session_sees_all()) or account_id in (select accounts_in_sight())) with check (true)',
      name || '_visible', name);
  end loop;
end $$;
-- A link is its owner's alone; the product finds it by its secret, before it knows whose it is.
create policy calendar_feed_own on calendar_feed
  using ((select session_actor()) is null or user_id = (select session_actor())) with check (true);
