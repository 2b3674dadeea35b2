-- The brake on guessing (AUT-04) is an address's and no longer an account's: an address without an account is slowed down
-- in the same way, so nobody learns from it which one has an account (AUT-03). An address is kept as a keyed hash.
-- users.failed_logins, failed_since and locked_until stay for processes of the version before; nothing reads them now.
create table login_brakes (
  address bytea primary key check (length(address) = 32),
  failures int not null default 0 check (failures >= 0),
  failed_since timestamptz not null default now(),
  locked_until timestamptz
);
create index on login_brakes ((coalesce(locked_until, failed_since)));
alter table login_brakes enable row level security;
alter table login_brakes force row level security;
create policy owner_all on login_brakes to duespark_owner using (true) with check (true);

-- How long yet; null when a password may be tried.
create function login_brake_for(address_ bytea) returns interval
  language sql stable security definer set search_path = pg_catalog, public as $$
  select locked_until - now() from login_brakes where address = address_ and locked_until > now()
$$;

-- Locks the address, so that guesses at once are counted one after the other. A new one makes room first: of what is over
-- two go for each that comes, and above that many the ones that are over soonest go, whoever's they are.
create function login_brake_lock(address_ bytea, at_most int)
  returns table (failures int, failed_since timestamptz, locked_until timestamptz)
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select from login_brakes b where b.address = address_) then
    delete from login_brakes b where b.address in (
      select o.address from login_brakes o
      where coalesce(o.locked_until, o.failed_since) < now() - interval '15 minutes'
      order by coalesce(o.locked_until, o.failed_since) limit 2 for update skip locked);
    if (select count(*) from (select from login_brakes limit at_most) held) >= at_most then
      delete from login_brakes b where b.address in (
        select o.address from login_brakes o
        order by coalesce(o.locked_until, o.failed_since) limit 2 for update skip locked);
    end if;
  end if;
  return query
    insert into login_brakes as b (address) values (address_)
    on conflict (address) do update set address = excluded.address
    returning b.failures, b.failed_since, b.locked_until;
end $$;

create function login_brake_store(address_ bytea, failures_ int, failed_since_ timestamptz, locked_until_ timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public as $$
  update login_brakes set failures = failures_, failed_since = failed_since_, locked_until = locked_until_
  where address = address_
$$;

create function login_brake_release(address_ bytea) returns void
  language sql security definer set search_path = pg_catalog, public as $$
  delete from login_brakes where address = address_
$$;

-- As before (V026); brakes that are over are forgotten too.
create or replace function retain_rate_windows(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  delete from rate_shuts where shut_until < kept_since(keep, '1 day');
  delete from login_brakes where coalesce(locked_until, failed_since) < kept_since(keep, '1 day');
  with due as (
    select r.scope, r.window_start from rate_windows r where r.window_start < kept_since(keep, '1 day')
    limit at_most for update skip locked),
  gone as (
    delete from rate_windows r using due where r.scope = due.scope and r.window_start = due.window_start returning 1)
  select count(*)::int from gone
$$;

-- ---------------------------------------------------------------- what the installation's key seals (SEC-02)
grant select (auth_sealed) on integration_connections to duespark_lookup;
create index sealed_connections on integration_connections (id) where auth_sealed is not null;

-- Accounts at providers whose keys another key than the one in use sealed, over all businesses.
create function connections_sealed_otherwise(version_ int, after uuid, at_most int) returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select c.tenant_id, c.id from integration_connections c
  where c.auth_sealed is not null and get_byte(c.auth_sealed, 0) <> version_ and (after is null or c.id > after)
  order by c.id limit at_most
$$;

-- How many of each that is; none of any, and the previous key is needed no more.
create function sealed_otherwise(version_ int) returns table (kind text, items bigint)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select 'data_keys', count(*) from data_keys k where k.sealed is not null and get_byte(k.sealed, 0) <> version_
  union all
  select 'connections', count(*) from integration_connections c
  where c.auth_sealed is not null and get_byte(c.auth_sealed, 0) <> version_
$$;

-- ---------------------------------------------------------------- what waits
-- As before (V009), and retention (WF-18): of the things of the last two nights, how many were last done more than 36 hours
-- ago, and how long ago the one was done that waits longest. While there was no night yet, since the schema came.
create or replace function outstanding() returns table (what text, kind text, items bigint, oldest_seconds double precision)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select 'webhooks_waiting', '', count(*), coalesce(extract(epoch from now() - min(received_at)), 0)
  from webhook_events where status = 'RECEIVED'
  union all
  select 'outbox_waiting', '', count(*), coalesce(extract(epoch from now() - min(created_at)), 0)
  from outbox_messages where dispatched_at is null
  union all
  select 'commands_open', '', count(*), coalesce(extract(epoch from now() - min(created_at)), 0)
  from commands where status = 'OPEN'
  union all
  select 'deliveries_unfinished', '', count(*), coalesce(extract(epoch from now() - min(created_at)), 0)
  from deliveries where status in ('NEW', 'ATTEMPTING')
  union all
  select 'deliveries_unknown', '', count(*), coalesce(extract(epoch from now() - min(first_attempt_at)), 0)
  from deliveries where status = 'UNKNOWN'
  union all
  select 'dead_letters_open', lower(k.kind), count(d.id), coalesce(extract(epoch from now() - min(d.created_at)), 0)
  from (select 'WEBHOOK' as kind union select l.kind from dead_letters l where l.status = 'OPEN') k
  left join dead_letters d on d.kind = k.kind and d.status = 'OPEN' group by k.kind
  union all
  -- refusals within ten minutes, of the business that had most of them
  select 'permission_denials_worst_tenant', '', coalesce(max(n), 0), null
  from (select count(*) as n from analytics_events
        where event_name = 'security.permission_denied' and created_at > now() - interval '10 minutes'
        group by tenant_id) denials
  union all
  select 'retention_overdue', '', count(*) filter (where done.done_at < now() - interval '36 hours'),
    extract(epoch from now() - coalesce(min(done.done_at), (select max(h.installed_on) from flyway_schema_history h)))
  from (select coalesce(max(r.finished_at), min(r.begun_at)) as done_at from retention_runs r
        group by r.thing having max(r.day) >= (select max(l.day) - 1 from retention_runs l)) done
$$;

do $$
declare f regprocedure;
begin
  for f in select unnest(array['login_brake_for(bytea)', 'login_brake_lock(bytea, int)',
      'login_brake_store(bytea, int, timestamptz, timestamptz)', 'login_brake_release(bytea)',
      'connections_sealed_otherwise(int, uuid, int)', 'sealed_otherwise(int)'])::regprocedure loop
    execute format('revoke all on routine %s from public', f);
    execute format('grant execute on routine %s to duespark_app', f);
  end loop;
end $$;
alter function connections_sealed_otherwise(int, uuid, int) owner to duespark_lookup;
alter function sealed_otherwise(int) owner to duespark_lookup;
