create table invoices (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  contact_id uuid not null,
  invoice_number text,
  status text not null default 'DRAFT' check (status in ('DRAFT', 'SCHEDULED', 'SENT', 'PARTIALLY_PAID', 'PAID', 'VOID', 'WRITTEN_OFF')),
  send_state text not null default 'IDLE' check (send_state in ('IDLE', 'SENDING', 'FAILED', 'UNKNOWN')),
  last_send_error text,
  issue_date date not null,
  due_date date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  line_items jsonb not null,
  discount jsonb,
  subtotal_minor bigint not null,
  discount_total_minor bigint not null,
  tax_total_minor bigint not null,
  total_minor bigint not null check (total_minor between 0 and 1000000000000),
  amount_paid_minor bigint not null default 0,
  tax_breakdown jsonb not null,
  reference text check (length(reference) <= 200),
  notes text check (length(notes) <= 10000),
  terms text check (length(terms) <= 10000),
  internal_note text check (length(internal_note) <= 10000),
  language text,
  pay_ref text,
  document jsonb,
  scheduled_send_at timestamptz,
  scheduled_command_id uuid,
  sent_at timestamptz,
  last_sent_at timestamptz,
  paid_at timestamptz,
  voided_at timestamptz,
  written_off_at timestamptz,
  closing_reason text check (length(closing_reason) <= 1000),
  next_at timestamptz,
  external_source text,
  external_id text,
  search_text text generated always as (lower(coalesce(invoice_number, '') || ' ' || coalesce(reference, '') || ' ' || coalesce(document #>> '{buyer,name}', ''))) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid,
  deleted_at timestamptz,
  version int not null default 1,
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  unique (tenant_id, id),
  unique (tenant_id, invoice_number),
  unique (tenant_id, external_source, external_id),
  check (due_date >= issue_date),
  check (status = 'DRAFT' or invoice_number is not null),
  check (invoice_number is null or document is not null),
  check (deleted_at is null or invoice_number is null)
);
create index on invoices (tenant_id, status);
create index on invoices (tenant_id, due_date);
create index on invoices (tenant_id, contact_id);
create index on invoices (tenant_id, status, due_date);
create index on invoices (tenant_id, created_at desc, id desc);
create index invoices_search on invoices using gin (tenant_id, search_text gin_trgm_ops);
call tenant_table('invoices');
create policy lookup on invoices for select to duespark_lookup using (true);
grant select (id, tenant_id, search_text, deleted_at, status, send_state) on invoices to duespark_lookup;

create function search_invoices(words text, at_most int) returns table (id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select i.id from invoices i
  where i.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and i.deleted_at is null
    and i.search_text like '%' || replace(replace(replace(lower(words), '\', '\\'), '%', '\%'), '_', '\_') || '%'
  limit at_most
$$;
revoke all on function search_invoices(text, int) from public;
grant execute on function search_invoices(text, int) to duespark_app;
alter function search_invoices(text, int) owner to duespark_lookup;

create table invoice_dunning (
  tenant_id uuid not null references tenants (id),
  invoice_id uuid not null,
  ar_stage text not null default 'NONE' check (ar_stage in ('NONE', 'REMINDER_1', 'REMINDER_2', 'FINAL', 'COLLECTIONS')),
  cycle int not null default 1,
  reminders_enabled boolean not null default true,
  reminders_paused_until timestamptz,
  dispute_state text not null default 'NONE' check (dispute_state in ('NONE', 'OPEN', 'RESOLVED')),
  dispute_reason text,
  promise_to_pay_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (tenant_id, invoice_id),
  foreign key (tenant_id, invoice_id) references invoices (tenant_id, id)
);
call tenant_table('invoice_dunning');

create table portal_tokens (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  entity_type text not null check (entity_type in ('INVOICE', 'QUOTE')),
  entity_id uuid not null,
  token_hash bytea not null unique,
  key_version int not null default 1,
  delivery_id uuid,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  use_count int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid,
  version int not null default 1,
  unique (tenant_id, id)
);
create index on portal_tokens (tenant_id, entity_id);
call tenant_table('portal_tokens');
create policy lookup on portal_tokens for select to duespark_lookup using (true);
grant select (id, tenant_id, token_hash) on portal_tokens to duespark_lookup;
create function portal_token_by_hash(hash bytea) returns table (token_id uuid, tenant_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.tenant_id from portal_tokens t where t.token_hash = hash
$$;
revoke all on function portal_token_by_hash(bytea) from public;
grant execute on function portal_token_by_hash(bytea) to duespark_app;
alter function portal_token_by_hash(bytea) owner to duespark_lookup;

-- The send ledger (design law 5). A row exists, with its frozen request, before a byte leaves.
create table deliveries (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  type text not null check (type in ('INVOICE_SENT', 'QUOTE_SENT', 'REMINDER', 'OVERDUE', 'PAYMENT_RECEIVED', 'MESSAGE', 'SYSTEM')),
  channel text not null check (channel in ('EMAIL', 'SMS', 'WHATSAPP')),
  audience text not null check (audience in ('PAYER', 'MERCHANT')),
  contact_id uuid,
  invoice_id uuid,
  payment_id uuid,
  command_id uuid,
  portal_token_id uuid,
  recipient text not null,
  dedupe_key text not null,
  subject text,
  request jsonb not null,
  status text not null default 'NEW' check (status in ('NEW', 'ATTEMPTING', 'SENT', 'DELIVERED', 'FAILED', 'SUPPRESSED', 'UNKNOWN', 'BOUNCED', 'COMPLAINED')),
  attempt int not null default 0,
  attempt_token uuid,
  lease_until timestamptz,
  lookups int not null default 0,
  provider text,
  provider_message_id text,
  error_message text,
  retry_count int not null default 0,
  first_attempt_at timestamptz,
  sent_at timestamptz,
  delivered_at timestamptz,
  opened_at timestamptz,
  open_count int not null default 0,
  clicked_at timestamptz,
  click_count int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid,
  version int not null default 1,
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoices (tenant_id, id),
  unique (tenant_id, id),
  unique (tenant_id, dedupe_key)
);
create index on deliveries (tenant_id, invoice_id, created_at);
create index on deliveries (tenant_id, contact_id, created_at);
create index unfinished_deliveries on deliveries (created_at) where status in ('NEW', 'ATTEMPTING');
call tenant_table('deliveries');
