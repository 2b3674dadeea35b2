-- Commands and idempotency keys belong to a tenant; inbox, outbox, dead letters and account mails do not (RLS-05).

create table commands (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  seq bigint generated always as identity,
  entity_type text not null check (entity_type in ('INVOICE')),
  entity_id uuid not null,
  kind text not null,
  body jsonb not null default '{}',
  actor text not null,
  request_id text,
  status text not null default 'OPEN' check (status in ('OPEN', 'DONE', 'REFUSED')),
  result jsonb,
  dispatched_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (tenant_id, id)
);
create index open_commands on commands (seq) where status = 'OPEN';
create index on commands (tenant_id, entity_id, seq);
call tenant_table('commands');
create policy lookup on commands for select to duespark_lookup using (true);
grant select (id, tenant_id, seq, entity_type, entity_id, kind, status, dispatched_at, created_at) on commands to duespark_lookup;

-- Commands that nobody is waiting on any more, oldest first; delivering one twice is harmless (update id = command id).
create function stale_commands(at_most int, quiet interval)
  returns table (command_id uuid, tenant_id uuid, entity_id uuid, kind text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select c.id, c.tenant_id, c.entity_id, c.kind from commands c
  where c.status = 'OPEN' and coalesce(c.dispatched_at, c.created_at) < now() - quiet
  order by c.seq limit at_most
$$;
revoke all on function stale_commands(int, interval) from public;
grant execute on function stale_commands(int, interval) to duespark_app;
alter function stale_commands(int, interval) owner to duespark_lookup;

create table idempotency_keys (
  tenant_id uuid not null references tenants (id),
  endpoint text not null,
  idempotency_key uuid not null,
  request_hash bytea not null,
  command_id uuid,
  response_status int,
  response_body text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, endpoint, idempotency_key)
);
call tenant_table('idempotency_keys');

-- ---------------------------------------------------------------- inbox: facts from outside
create table webhook_events (
  id uuid primary key,
  provider text not null,
  provider_event_id text not null,
  tenant_id uuid references tenants (id),
  connection_id uuid,
  payload_json jsonb not null,
  signature_ok boolean not null,
  status text not null default 'RECEIVED' check (status in ('RECEIVED', 'PROCESSED', 'FAILED', 'IGNORED')),
  attempts int not null default 0,
  claimed_until timestamptz,
  error text,
  received_at timestamptz not null default now(),
  processed_at timestamptz,
  -- Two businesses may share one account of a provider; each hears of an event through its own connection.
  unique nulls not distinct (provider, connection_id, provider_event_id)
);
create index waiting_webhooks on webhook_events (received_at) where status = 'RECEIVED';

create table outbox_messages (
  id uuid primary key,
  kind text not null check (kind in ('START', 'SIGNAL', 'EVENT')),
  workflow text not null,
  workflow_id text not null,
  payload jsonb not null default '{}',
  attempts int not null default 0,
  claimed_until timestamptz,
  dispatched_at timestamptz,
  error text,
  created_at timestamptz not null default now()
);
create index waiting_outbox on outbox_messages (created_at) where dispatched_at is null;

create table dead_letters (
  id uuid primary key,
  kind text not null,
  tenant_id uuid,
  workflow_id text,
  activity text,
  entity_ref text,
  reason text not null,
  attempts int not null default 0,
  payment_related boolean not null default false,
  status text not null default 'OPEN' check (status in ('OPEN', 'REQUEUED', 'DISCARDED')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- Mails to people who have no business yet: verification, reset. The send ledger's columns, without a tenant.
create table account_deliveries (
  id uuid primary key,
  user_id uuid not null references users (id),
  type text not null,
  recipient text not null,
  dedupe_key text not null unique,
  request jsonb not null,
  status text not null default 'NEW' check (status in ('NEW', 'ATTEMPTING', 'SENT', 'FAILED', 'SUPPRESSED', 'UNKNOWN')),
  attempt int not null default 0,
  attempt_token uuid,
  lease_until timestamptz,
  lookups int not null default 0,
  provider text,
  provider_message_id text,
  error_message text,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table rate_windows (
  scope text not null,
  window_start timestamptz not null,
  taken int not null,
  primary key (scope, window_start)
);

do $$
declare t text;
begin
  foreach t in array array['webhook_events', 'outbox_messages', 'dead_letters', 'account_deliveries', 'rate_windows'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to duespark_owner using (true) with check (true)', t);
  end loop;
end $$;

-- Platform tables are reached only through these: store, claim(n), finish.
create function webhook_store(event uuid, provider_ text, event_id text, tenant uuid, connection uuid, payload jsonb)
  returns boolean language sql security definer set search_path = pg_catalog, public as $$
  with stored as (
    insert into webhook_events (id, provider, provider_event_id, tenant_id, connection_id, payload_json, signature_ok)
    values (event, provider_, event_id, tenant, connection, payload, true)
    on conflict (provider, connection_id, provider_event_id) do nothing returning 1)
  select exists (select from stored)
$$;

create function webhook_claim(at_most int, lease interval)
  returns table (id uuid, provider text, provider_event_id text, tenant_id uuid, connection_id uuid, payload text, attempts int, received_at timestamptz)
  language sql security definer set search_path = pg_catalog, public as $$
  update webhook_events e set claimed_until = now() + lease, attempts = e.attempts + 1
  where e.id in (
    select w.id from webhook_events w
    where w.status = 'RECEIVED' and (w.claimed_until is null or w.claimed_until < now())
    order by w.received_at limit at_most for update skip locked)
  returning e.id, e.provider, e.provider_event_id, e.tenant_id, e.connection_id, e.payload_json::text, e.attempts, e.received_at
$$;

create function webhook_finish(event uuid, outcome text, why text)
  returns void language sql security definer set search_path = pg_catalog, public as $$
  update webhook_events set status = outcome, error = why, processed_at = now(), claimed_until = null where id = event
$$;

create function webhook_release(event uuid, why text, pause interval)
  returns void language sql security definer set search_path = pg_catalog, public as $$
  update webhook_events set error = why, claimed_until = now() + pause where id = event and status = 'RECEIVED'
$$;

create function webhook_read(event uuid)
  returns table (provider text, provider_event_id text, connection_id uuid, payload text, received_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select w.provider, w.provider_event_id, w.connection_id, w.payload_json::text, w.received_at
  from webhook_events w where w.id = event and w.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
$$;

create function outbox_store(message uuid, kind_ text, workflow_ text, workflow_id_ text, payload_ jsonb)
  returns void language sql security definer set search_path = pg_catalog, public as $$
  insert into outbox_messages (id, kind, workflow, workflow_id, payload) values (message, kind_, workflow_, workflow_id_, payload_)
$$;

create function outbox_claim(at_most int, lease interval)
  returns table (id uuid, kind text, workflow text, workflow_id text, payload text, attempts int)
  language sql security definer set search_path = pg_catalog, public as $$
  update outbox_messages o set claimed_until = now() + lease, attempts = o.attempts + 1
  where o.id in (
    select m.id from outbox_messages m
    where m.dispatched_at is null and (m.claimed_until is null or m.claimed_until < now())
    order by m.created_at limit at_most for update skip locked)
  returning o.id, o.kind, o.workflow, o.workflow_id, o.payload::text, o.attempts
$$;

create function outbox_finish(message uuid) returns void language sql security definer set search_path = pg_catalog, public as $$
  update outbox_messages set dispatched_at = now(), claimed_until = null where id = message
$$;

create function outbox_release(message uuid, why text, pause interval) returns void
  language sql security definer set search_path = pg_catalog, public as $$
  update outbox_messages set error = why, claimed_until = now() + pause where id = message and dispatched_at is null
$$;

create function dead_letter_store(letter uuid, kind_ text, tenant uuid, workflow_id_ text, activity_ text, entity text, why text, attempts_ int, money boolean)
  returns void language sql security definer set search_path = pg_catalog, public as $$
  insert into dead_letters (id, kind, tenant_id, workflow_id, activity, entity_ref, reason, attempts, payment_related)
  values (letter, kind_, tenant, workflow_id_, activity_, entity, why, attempts_, money)
$$;

create function backlog() returns table (webhooks bigint, outbox bigint, commands bigint, oldest_seconds double precision)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select (select count(*) from webhook_events where status = 'RECEIVED'),
         (select count(*) from outbox_messages where dispatched_at is null),
         (select count(*) from commands where status = 'OPEN'),
         extract(epoch from now() - least(
           (select min(received_at) from webhook_events where status = 'RECEIVED'),
           (select min(created_at) from outbox_messages where dispatched_at is null),
           (select min(created_at) from commands where status = 'OPEN')))
$$;

create function account_delivery_store(delivery uuid, who uuid, type_ text, recipient_ text, dedupe text, request_ jsonb)
  returns boolean language sql security definer set search_path = pg_catalog, public as $$
  with stored as (
    insert into account_deliveries (id, user_id, type, recipient, dedupe_key, request)
    values (delivery, who, type_, recipient_, dedupe, request_) on conflict (dedupe_key) do nothing returning 1)
  select exists (select from stored)
$$;

create function account_delivery_lock(delivery uuid)
  returns table (id uuid, type text, recipient text, request text, status text, attempt int, attempt_token uuid, lease_until timestamptz, lookups int)
  language sql security definer set search_path = pg_catalog, public as $$
  select d.id, d.type, d.recipient, d.request::text, d.status, d.attempt, d.attempt_token, d.lease_until, d.lookups
  from account_deliveries d where d.id = delivery for update
$$;

create function account_delivery_update(delivery uuid, status_ text, attempt_ int, token uuid, lease timestamptz, lookups_ int, provider_ text, message text, error text)
  returns void language sql security definer set search_path = pg_catalog, public as $$
  update account_deliveries set status = status_, attempt = attempt_, attempt_token = token, lease_until = lease, lookups = lookups_,
    provider = coalesce(provider_, provider), provider_message_id = coalesce(message, provider_message_id), error_message = error,
    sent_at = case when status_ = 'SENT' then coalesce(sent_at, now()) else sent_at end, updated_at = now(),
    request = case when status_ in ('SENT', 'FAILED', 'UNKNOWN') then request - 'html' - 'text' else request end
  where id = delivery
$$;

-- One more in this window of a scope; true while within the limit (RAT-10).
create function rate_take(scope_ text, most int, wide interval) returns boolean
  language sql security definer set search_path = pg_catalog, public as $$
  insert into rate_windows as r (scope, window_start, taken)
  values (scope_, date_bin(wide, now(), timestamptz '2020-01-01'), 1)
  on conflict (scope, window_start) do update set taken = r.taken + 1
  returning taken <= most
$$;

create function rate_peek(scope_ text, wide interval) returns int
  language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(max(taken), 0) from rate_windows where scope = scope_ and window_start = date_bin(wide, now(), timestamptz '2020-01-01')
$$;

create function rate_sweep() returns void language sql security definer set search_path = pg_catalog, public as $$
  delete from rate_windows where window_start < now() - interval '1 day'
$$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where n.nspname = 'public' and p.prosecdef and p.proowner = 'duespark_owner'::regrole loop
    execute format('revoke all on routine %s from public', f);
    execute format('grant execute on routine %s to duespark_app', f);
  end loop;
end $$;
