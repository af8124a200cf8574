-- Workspaces from before people had last contacts: each job's last two-way contact from the contacts on file.
alter table position no force row level security;
alter table interaction no force row level security;
update position o set last_contact_on = c.last_on
from (select tenant_id, account_id, person_id, max(occurred_on) as last_on
  from interaction, unnest(person_ids) person_id where is_two_way group by 1, 2, 3) c
where o.tenant_id = c.tenant_id and o.account_id = c.account_id and o.person_id = c.person_id
  and (o.last_contact_on is null or o.last_contact_on < c.last_on);
alter table interaction force row level security;
alter table position force row level security;
