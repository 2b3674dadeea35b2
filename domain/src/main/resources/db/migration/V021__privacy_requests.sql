-- What people ask about the data that a business holds about them (PRV-05, PRV-06). Their days are real days: no test
-- business's clock moves a duty of law.
create table privacy_requests (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  kind text not null check (kind in ('EXPORT', 'ERASE')),
  subject_type text not null check (subject_type in ('CONTACT', 'USER')),
  subject_id uuid not null,
  identity_note text not null check (length(identity_note) between 1 and 1000),
  status text not null default 'OPEN' check (status in ('OPEN', 'WAITING', 'DONE', 'CANCELED')),
  waiting_for text[] not null default '{}' check (waiting_for <@ array['UNDER_WAY', 'BALANCE', 'MEMBERSHIP']),
  override_reason text check (length(override_reason) between 1 and 1000),
  due_on date not null,
  warned_at timestamptz,
  finished_at timestamptz,
  report jsonb,
  file text,
  file_until timestamptz,
  created_by uuid not null references users (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  check ((status = 'WAITING') = (cardinality(waiting_for) > 0)),
  check ((status in ('DONE', 'CANCELED')) = (finished_at is not null)),
  check ((file is null) or (file_until is not null)),
  unique (tenant_id, id)
);
create unique index one_unfinished_privacy_request on privacy_requests (tenant_id, subject_id, kind)
  where status in ('OPEN', 'WAITING');
create index privacy_requests_to_run on privacy_requests (id) where status in ('OPEN', 'WAITING') or file is not null;
call tenant_table('privacy_requests');

alter table contacts
  add column erased_at timestamptz,
  add column hold_until date,
  add check (erased_at is null or deleted_at is not null);

-- What reconcile reads: whatever has a step before it, the file of an export to be dropped among them.
create policy lookup on privacy_requests for select to duespark_lookup using (true);
grant select (id, tenant_id, status, file) on privacy_requests to duespark_lookup;
create function privacy_requests_to_run(after uuid, at_most int) returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select r.tenant_id, r.id from privacy_requests r
  where r.id > after and (r.status in ('OPEN', 'WAITING') or r.file is not null) order by r.id limit at_most
$$;
revoke all on function privacy_requests_to_run(uuid, int) from public;
grant execute on function privacy_requests_to_run(uuid, int) to duespark_app;
alter function privacy_requests_to_run(uuid, int) owner to duespark_lookup;

-- What providers told of a person's messages: the events stay, the address and the words go.
create function erase_delivery_events(deliveries_ uuid[]) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with erased as (
    update delivery_events e set recipient = 'erased', words = null
    where e.tenant_id = current_tenant() and e.delivery_id = any (deliveries_) and e.recipient <> 'erased' returning 1)
  select count(*)::int from erased
$$;

-- Raw events that hold one of these words. One that still has to be booked keeps its payload; its booking is awaited.
create function erase_webhook_payloads(words text[]) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with erased as (
    update webhook_events w set payload_json = '{"erased": true}', error = null
    where (w.tenant_id = current_tenant() or w.tenant_id is null)
      and (w.status in ('IGNORED', 'FAILED') or (w.status = 'PROCESSED' and (w.booked_at is not null or w.tenant_id is null)))
      and exists (select from unnest(words) word where strpos(lower(w.payload_json::text || coalesce(w.error, '')), word) > 0)
    returning 1)
  select count(*)::int from erased
$$;

-- What waits for a person of the platform says why in the words of a provider.
create function erase_dead_letters(words text[]) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with erased as (
    update dead_letters d set reason = 'Erased', updated_at = now()
    where d.tenant_id = current_tenant()
      and exists (select from unnest(words) word where strpos(lower(d.reason), word) > 0) returning 1)
  select count(*)::int from erased
$$;

do $$
declare f regprocedure;
begin
  for f in select unnest(array['erase_delivery_events(uuid[])', 'erase_webhook_payloads(text[])',
                               'erase_dead_letters(text[])'])::regprocedure loop
    execute format('revoke all on routine %s from public', f);
    execute format('grant execute on routine %s to duespark_app', f);
  end loop;
end $$;
