-- Clerk as an identity provider (AUT-07 to AUT-10): its ids lead to ours, and what it tells is taken once and in order.

-- Which business an organisation is, before the tenant is known (RLS-03).
create policy lookup on tenants for select to duespark_lookup using (true);
grant select (id, clerk_org_id) on tenants to duespark_lookup;
create function clerk_tenant(organization text) returns table (id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id from tenants t where t.clerk_org_id = organization limit 1
$$;

-- The membership at Clerk that a member stands for, and the role that it had there when it was last taken.
alter table tenant_members
  add column clerk_membership_id text unique check (length(clerk_membership_id) <= 200),
  add column clerk_role text check (length(clerk_role) <= 200),
  add check ((clerk_membership_id is null) = (clerk_role is null));
grant select (clerk_membership_id) on tenant_members to duespark_lookup;
create function clerk_membership_tenant(membership text) returns table (id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select m.tenant_id from tenant_members m where m.clerk_membership_id = membership limit 1
$$;

-- Whoever is deleted at Clerk is known by that subject no more.
grant delete on user_identities to duespark_app;

-- How new the word is that was taken of each object at Clerk; what is deleted there never comes back under its id.
create table clerk_marks (
  id text primary key check (length(id) between 1 and 200),
  told_at timestamptz not null,
  gone boolean not null
);
alter table clerk_marks enable row level security;
alter table clerk_marks force row level security;
create policy owner_all on clerk_marks to duespark_owner using (true) with check (true);

-- Whether this is news; it is kept in the transaction that acts on it.
create function clerk_news(object text, told_at_ timestamptz, gone_ boolean) returns boolean
  language sql security definer set search_path = pg_catalog, public as $$
  with kept as (
    insert into clerk_marks as m (id, told_at, gone) values (object, told_at_, gone_)
    on conflict (id) do update set told_at = excluded.told_at, gone = excluded.gone
    where not m.gone and (excluded.gone or m.told_at < excluded.told_at)
    returning 1)
  select exists (select from kept)
$$;

create function clerk_gone(object text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from clerk_marks m where m.id = object and m.gone)
$$;

do $$
declare f regprocedure;
begin
  for f in select unnest(array['clerk_tenant(text)', 'clerk_membership_tenant(text)',
                               'clerk_news(text, timestamptz, boolean)', 'clerk_gone(text)'])::regprocedure loop
    execute format('revoke all on routine %s from public', f);
    execute format('grant execute on routine %s to duespark_app', f);
  end loop;
end $$;
alter function clerk_tenant(text) owner to duespark_lookup;
alter function clerk_membership_tenant(text) owner to duespark_lookup;

-- An event without a business is handled where it is dispatched; no workflow was told of it that could have been lost.
create or replace function webhooks_tell_again(quiet interval) returns int language sql security definer set search_path = pg_catalog, public as $$
  with again as (
    update webhook_events set status = 'RECEIVED', processed_at = null, claimed_until = null
    where status = 'PROCESSED' and booked_at is null and tenant_id is not null and processed_at < now() - quiet returning 1)
  select count(*)::int from again
$$;
