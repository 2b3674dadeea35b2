-- Who had an account mail's last attempt is asked what became of it.
drop function account_delivery_lock(uuid);
create function account_delivery_lock(delivery uuid)
  returns table (id uuid, type text, recipient text, request text, provider text, status text, attempt int, attempt_token uuid, lease_until timestamptz, lookups int)
  language sql security definer set search_path = pg_catalog, public as $$
  select d.id, d.type, d.recipient, d.request::text, d.provider, d.status, d.attempt, d.attempt_token, d.lease_until, d.lookups
  from account_deliveries d where d.id = delivery for update
$$;
revoke all on function account_delivery_lock(uuid) from public;
grant execute on function account_delivery_lock(uuid) to duespark_app;

-- A provider's word that it took one whose answer was lost.
create function account_delivery_accepted(delivery uuid, provider_ text, message text) returns boolean
  language sql security definer set search_path = pg_catalog, public as $$
  with found as (
    update account_deliveries d
    set status = 'SENT', lease_until = null, provider_message_id = message, error_message = null,
      sent_at = coalesce(sent_at, now()), updated_at = now(), request = request - 'html' - 'text'
    where d.id = delivery and d.provider = provider_ and d.status in ('ATTEMPTING', 'UNKNOWN') returning 1)
  select exists (select from found)
$$;
revoke all on function account_delivery_accepted(uuid, text, text) from public;
grant execute on function account_delivery_accepted(uuid, text, text) to duespark_app;

-- What providers told of messages, each event once (DLV-01); the id is that of the stored webhook.
create table delivery_events (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  delivery_id uuid not null,
  kind text not null check (kind in ('ACCEPTED', 'DELIVERED', 'OPENED', 'CLICKED', 'SOFT_BOUNCED', 'BLOCKED', 'BOUNCED', 'COMPLAINED', 'UNSUBSCRIBED', 'REJECTED')),
  recipient text not null,
  words text,
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (tenant_id, delivery_id) references deliveries (tenant_id, id)
);
create index on delivery_events (tenant_id, delivery_id, occurred_at);
create index on delivery_events (tenant_id, recipient, occurred_at);
call tenant_table('delivery_events', true);

-- A bounce condemns an address, not a person: with another address the channel is open again. Null is the person's own word.
alter table channel_consents add column suppressed_address text;

-- A business's share of the mail providers (RAT-06): a bucket that fills by itself; no row = full.
create table send_buckets (
  tenant_id uuid not null references tenants (id),
  channel text not null check (channel in ('EMAIL', 'SMS', 'WHATSAPP')),
  tokens numeric(12, 6) not null,
  filled_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, channel)
);
call tenant_table('send_buckets');
