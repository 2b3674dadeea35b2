create table integration_connections (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  provider text not null,
  kind text not null check (kind in ('PAYMENT', 'EMAIL', 'SMS', 'WHATSAPP', 'POS', 'ACCOUNTING', 'IDENTITY')),
  status text not null check (status in ('CONNECTED', 'DISCONNECTED', 'ERROR')),
  auth_sealed bytea,
  external_account_id text,
  last_error text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid,
  deleted_at timestamptz,
  version int not null default 1,
  unique (tenant_id, id)
);
create unique index one_connection_per_provider on integration_connections (tenant_id, provider) where status <> 'DISCONNECTED';
call tenant_table('integration_connections');
create policy lookup on integration_connections for select to duespark_lookup using (true);
grant select (id, tenant_id) on integration_connections to duespark_lookup;
create function connection_tenant(connection uuid) returns table (tenant_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select c.tenant_id from integration_connections c where c.id = connection
$$;
revoke all on function connection_tenant(uuid) from public;
grant execute on function connection_tenant(uuid) to duespark_app;
alter function connection_tenant(uuid) owner to duespark_lookup;

create table payments (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  invoice_id uuid,
  provider text not null check (provider in ('STRIPE', 'MPESA', 'PAYPAL', 'CASH', 'BANK', 'POS_PROVIDER', 'OTHER')),
  provider_payment_id text,
  status text not null check (status in ('PENDING', 'SUCCEEDED', 'FAILED', 'EXPIRED', 'PARTIALLY_REFUNDED', 'REFUNDED')),
  amount_minor bigint not null check (amount_minor > 0),
  refunded_minor bigint not null default 0 check (refunded_minor between 0 and amount_minor),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  paid_at timestamptz,
  method_label text not null,
  receipt_url text,
  note text check (length(note) <= 10000),
  unapplied boolean not null default false,
  reconciliation_state text not null default 'MATCHED' check (reconciliation_state in ('MATCHED', 'UNMATCHED', 'EXCEPTION')),
  exception_reason text,
  command_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid,
  deleted_at timestamptz,
  version int not null default 1,
  foreign key (tenant_id, invoice_id) references invoices (tenant_id, id),
  check (invoice_id is not null or provider = 'POS_PROVIDER'),
  unique (tenant_id, id)
);
create unique index one_row_per_provider_payment on payments (tenant_id, provider, provider_payment_id) where provider_payment_id is not null;
create unique index one_payment_per_command on payments (tenant_id, command_id) where command_id is not null;
create index on payments (tenant_id, invoice_id);
create index on payments (tenant_id, status);
create index on payments (tenant_id, paid_at);
call tenant_table('payments');

create table payment_attempts (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  invoice_id uuid not null,
  payment_id uuid,
  connection_id uuid,
  method text not null check (method in ('STRIPE_CHECKOUT', 'STRIPE_LINK', 'MPESA_STK')),
  status text not null default 'INITIATED' check (status in ('INITIATED', 'SUCCESS', 'FAILED', 'EXPIRED')),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  provider_session_id text,
  provider_payment_id text,
  url text,
  request jsonb not null,
  response jsonb,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid,
  version int not null default 1,
  foreign key (tenant_id, invoice_id) references invoices (tenant_id, id),
  foreign key (tenant_id, payment_id) references payments (tenant_id, id),
  unique (tenant_id, id),
  unique (tenant_id, provider_session_id)
);
create unique index one_open_checkout on payment_attempts (tenant_id, invoice_id) where status = 'INITIATED' and method = 'STRIPE_CHECKOUT';
create index on payment_attempts (tenant_id, provider_payment_id);
create index open_attempts on payment_attempts (created_at) where status = 'INITIATED';
call tenant_table('payment_attempts');
create policy lookup on payment_attempts for select to duespark_lookup using (true);
grant select (id, tenant_id, status, created_at) on payment_attempts to duespark_lookup;

-- Attempts whose outcome nobody told us yet, oldest first (WF-26).
create function open_payment_attempts(at_most int, older interval) returns table (attempt_id uuid, tenant_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select a.id, a.tenant_id from payment_attempts a
  where a.status = 'INITIATED' and a.created_at < now() - older order by a.created_at limit at_most
$$;
revoke all on function open_payment_attempts(int, interval) from public;
grant execute on function open_payment_attempts(int, interval) to duespark_app;
alter function open_payment_attempts(int, interval) owner to duespark_lookup;

-- Every refund or reversal that a provider reported, once each.
create table refunds (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  payment_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  kind text not null check (kind in ('REFUND', 'DISPUTE')),
  status text not null check (status in ('PENDING', 'SUCCEEDED', 'FAILED')),
  provider_refund_id text not null,
  reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid,
  version int not null default 1,
  foreign key (tenant_id, payment_id) references payments (tenant_id, id),
  unique (tenant_id, payment_id, provider_refund_id)
);
call tenant_table('refunds');
