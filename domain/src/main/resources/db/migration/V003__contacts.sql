create table contacts (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  code text not null,
  type text not null default 'CUSTOMER' check (type in ('CUSTOMER', 'VENDOR', 'LEAD', 'OTHER')),
  display_name text not null check (length(display_name) between 1 and 200),
  company_name text check (length(company_name) <= 200),
  email text check (email = lower(email) and length(email) <= 254),
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  secondary_email text check (secondary_email = lower(secondary_email) and length(secondary_email) <= 254),
  secondary_phone text check (secondary_phone ~ '^\+[1-9][0-9]{6,14}$'),
  address_line1 text check (length(address_line1) <= 200),
  address_line2 text check (length(address_line2) <= 200),
  city text check (length(city) <= 200),
  region text check (length(region) <= 200),
  postal_code text check (length(postal_code) <= 20),
  country text check (country ~ '^[A-Z]{2}$'),
  timezone text,
  language text check (length(language) <= 35),
  business_type text check (length(business_type) <= 200),
  tax_id text check (length(tax_id) <= 50),
  tags text[] not null default '{}' check (cardinality(tags) <= 50),
  notes text check (length(notes) <= 10000),
  preferred_payment_method text check (preferred_payment_method in ('MPESA', 'BANK', 'CASH', 'CARD')),
  payment_terms text check (payment_terms in ('DUE_ON_RECEIPT', 'NET_15', 'NET_30', 'NET_60', 'CUSTOM')),
  payment_terms_days int check (payment_terms_days between 0 and 365),
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'INACTIVE', 'SUSPENDED', 'ARCHIVED')),
  send_reminders boolean not null default true,
  send_minute int not null default 0 check (send_minute between 0 and 29),
  search_text text generated always as (lower(display_name || ' ' || coalesce(company_name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || code)) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid,
  deleted_at timestamptz,
  version int not null default 1,
  check ((payment_terms = 'CUSTOM') = (payment_terms_days is not null)),
  unique (tenant_id, id),
  unique (tenant_id, code)
);
create index on contacts (tenant_id, type);
create index on contacts (tenant_id, phone);
create index on contacts (tenant_id, email);
create index on contacts (tenant_id, display_name, id);
create index on contacts (tenant_id, status);
create index contacts_search on contacts using gin (tenant_id, search_text gin_trgm_ops);
call tenant_table('contacts');

-- An address that must not be written to on a channel: opt-out, hard bounce, complaint (CON-10, DLV-08).
create table channel_consents (
  tenant_id uuid not null references tenants (id),
  contact_id uuid not null,
  channel text not null check (channel in ('EMAIL', 'SMS', 'WHATSAPP')),
  opted_in_at timestamptz,
  opted_out_at timestamptz,
  source text,
  suppressed_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, contact_id, channel),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id)
);
call tenant_table('channel_consents');

-- Trigram operators are not leakproof, so under row level security they would scan (RLS-06).
create policy lookup on contacts for select to duespark_lookup using (true);
grant select (id, tenant_id, search_text, deleted_at) on contacts to duespark_lookup;
create function search_contacts(words text, at_most int) returns table (id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select c.id from contacts c
  where c.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and c.deleted_at is null
    and c.search_text like '%' || replace(replace(replace(lower(words), '\', '\\'), '%', '\%'), '_', '\_') || '%'
  limit at_most
$$;
revoke all on function search_contacts(text, int) from public;
grant execute on function search_contacts(text, int) to duespark_app;
alter function search_contacts(text, int) owner to duespark_lookup;
