-- Roles duespark_owner, duespark_app and duespark_lookup exist (db/bootstrap/roles.sql); this runs as duespark_owner.

-- Readiness compares what ran with what the program brings.
grant select on flyway_schema_history to duespark_app;

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create function current_tenant() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.tenant_id', true), '')::uuid;

create function touch() returns trigger language plpgsql as $$
begin
  new.updated_at := now();
  return new;
end $$;

-- Row level security, indexes and rights that every tenant-owned table has (GEN-01, GEN-04, RLS-01).
create procedure tenant_table(t text, append_only boolean default false) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', t);
  execute format('alter table %I force row level security', t);
  execute format('create policy owner_all on %I to duespark_owner using (true) with check (true)', t);
  execute format('create policy tenant on %I to duespark_app using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
              || ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  execute format('create index on %I (tenant_id, created_at)', t);
  if append_only then
    execute format('grant select, insert on %I to duespark_app', t);
  else
    execute format('create index on %I (tenant_id, updated_at)', t);
    execute format('create trigger touch before update on %I for each row execute function touch()', t);
    execute format('grant select, insert, update, delete on %I to duespark_app', t);
  end if;
end $$;

-- ---------------------------------------------------------------- accounts: people, before any business
create table users (
  id uuid primary key,
  email text not null unique check (email = lower(email) and length(email) <= 254),
  password_hash text,
  display_name text not null check (length(display_name) <= 200),
  email_verified_at timestamptz,
  referral_code text not null unique,
  platform_role text not null default 'NONE' check (platform_role in ('NONE', 'OPERATOR', 'ADMIN')),
  locale text not null default 'en',
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'DISABLED')),
  failed_logins int not null default 0,
  failed_since timestamptz,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1
);
create trigger touch before update on users for each row execute function touch();
grant select, insert, update on users to duespark_app;

create table user_identities (
  provider text not null check (provider in ('BUILTIN', 'CLERK')),
  subject text not null,
  user_id uuid not null references users (id),
  created_at timestamptz not null default now(),
  primary key (provider, subject)
);
grant select, insert on user_identities to duespark_app;

create table sessions (
  id uuid primary key,
  user_id uuid not null references users (id),
  tenant_id uuid,
  revoked_at timestamptz,
  created_at timestamptz not null default now()
);
create index on sessions (user_id);
grant select, insert, update on sessions to duespark_app;

create table refresh_tokens (
  token_hash bytea primary key,
  session_id uuid not null references sessions (id),
  expires_at timestamptz not null,
  rotated_at timestamptz,
  created_at timestamptz not null default now()
);
grant select, insert, update on refresh_tokens to duespark_app;

create table account_tokens (
  token_hash bytea primary key,
  user_id uuid not null references users (id),
  kind text not null check (kind in ('VERIFY_EMAIL', 'RESET_PASSWORD')),
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
grant select, insert, update on account_tokens to duespark_app;

-- ---------------------------------------------------------------- tenants and members
create table tenants (
  id uuid primary key,
  clerk_org_id text unique,
  name text not null check (length(name) between 1 and 200),
  profile_id text not null default 'general',
  timezone text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  country text not null check (country ~ '^[A-Z]{2}$'),
  locale text not null default 'en',
  kind text not null default 'LIVE' check (kind in ('LIVE', 'TEST')),
  clock_offset interval not null default '0' check (clock_offset >= '0'),
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED', 'CLOSED')),
  settings_json jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid,
  version int not null default 1,
  check (kind = 'TEST' or clock_offset = '0')
);
create trigger touch before update on tenants for each row execute function touch();
alter table tenants enable row level security;
alter table tenants force row level security;
create policy owner_all on tenants to duespark_owner using (true) with check (true);
create policy tenant on tenants to duespark_app
  using (id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on tenants to duespark_app;

-- The tenant's clock (design law 16): real time, plus the offset that only a test business has.
create function business_now() returns timestamptz language sql stable as $$
  select now() + coalesce((select clock_offset from tenants where id = current_tenant()), interval '0')
$$;

create table tenant_members (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  user_id uuid not null references users (id),
  role text not null check (role in ('OWNER', 'ADMIN', 'STAFF', 'AGENT', 'VIEWER')),
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'INVITED', 'DISABLED')),
  can_send boolean not null default false,
  last_seen_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid,
  deleted_at timestamptz,
  version int not null default 1,
  unique (tenant_id, user_id),
  unique (tenant_id, id)
);
call tenant_table('tenant_members');
create policy lookup on tenant_members for select to duespark_lookup using (true);
grant select (tenant_id, user_id, status, deleted_at, created_at) on tenant_members to duespark_lookup;

create function memberships_of(who uuid) returns table (tenant_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select m.tenant_id from tenant_members m
  where m.user_id = who and m.status = 'ACTIVE' and m.deleted_at is null order by m.created_at limit 100
$$;
revoke all on function memberships_of(uuid) from public;
grant execute on function memberships_of(uuid) to duespark_app;
alter function memberships_of(uuid) owner to duespark_lookup;

create table number_sequences (
  tenant_id uuid not null references tenants (id),
  kind text not null check (kind in ('INVOICE', 'QUOTE', 'CONTACT', 'TEMPLATE', 'AI_DRAFT', 'DELIVERY')),
  prefix text not null check (prefix ~ '^[A-Za-z0-9/_-]{0,20}$'),
  padding int not null check (padding between 1 and 12),
  next_value bigint not null check (next_value > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, kind)
);
call tenant_table('number_sequences');

create table tax_rates (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  code text not null check (code ~ '^[A-Z0-9_-]{1,20}$'),
  name text not null check (length(name) between 1 and 200),
  percent numeric(7, 4) not null check (percent between 0 and 100),
  is_default boolean not null default false,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'ARCHIVED')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid,
  deleted_at timestamptz,
  version int not null default 1,
  unique (tenant_id, id)
);
create unique index one_tax_rate_per_code on tax_rates (tenant_id, code) where deleted_at is null;
create unique index one_default_tax_rate on tax_rates (tenant_id) where is_default and status = 'ACTIVE' and deleted_at is null;
call tenant_table('tax_rates');

create table notifications (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  user_id uuid not null references users (id),
  kind text not null,
  title text not null check (length(title) <= 300),
  entity_type text,
  entity_id uuid,
  read_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on notifications (tenant_id, user_id, read_at);
call tenant_table('notifications');

-- ---------------------------------------------------------------- what happened: audit and product events, by month
create table audit_log (
  id uuid not null,
  tenant_id uuid not null,
  actor text not null,
  action text not null,
  entity_type text not null,
  entity_id uuid,
  before jsonb,
  after jsonb,
  ip_address text,
  request_id text,
  workflow_id text,
  created_at timestamptz not null default now(),
  primary key (id, created_at)
) partition by range (created_at);
create table audit_log_rest partition of audit_log default;
call tenant_table('audit_log', true);
create index on audit_log (tenant_id, entity_id, created_at);

create function audit_is_immutable() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log cannot be changed';
end $$;
create trigger immutable before update or delete on audit_log for each row execute function audit_is_immutable();

create table analytics_events (
  id uuid not null,
  tenant_id uuid not null,
  event_name text not null,
  user_id uuid,
  source text not null,
  request_id text,
  properties jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (id, created_at)
) partition by range (created_at);
create table analytics_events_rest partition of analytics_events default;
call tenant_table('analytics_events', true);

-- Makes the partitions of a month if they are missing; called at every start for this month and the next two.
create procedure month_partitions(month date) language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  t text;
  child text;
begin
  foreach t in array array['audit_log', 'analytics_events'] loop
    child := t || to_char(month, '_YYYY_MM');
    if to_regclass('public.' || child) is null then
      execute format('create table public.%I partition of public.%I for values from (%L) to (%L)',
        child, t, date_trunc('month', month), date_trunc('month', month) + interval '1 month');
    end if;
  end loop;
end $$;
revoke all on procedure month_partitions(date) from public;
call month_partitions(current_date);
call month_partitions((current_date + interval '1 month')::date);
call month_partitions((current_date + interval '2 months')::date);
