-- Keys with which programs call the API in the name of a business (EP-114d, MUST-10). Of a key only its SHA-256 is kept.
create table api_keys (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  name text not null check (length(name) between 1 and 100),
  key_hash bytea not null unique check (length(key_hash) = 32),
  prefix text not null check (prefix in ('dsk_live_', 'dsk_test_')),
  last_four text not null check (length(last_four) = 4),
  scopes text[] not null check (
    cardinality(scopes) between 1 and 10
    and scopes <@ array['contacts:read', 'contacts:write', 'invoices:read', 'invoices:write', 'invoices:send',
      'payments:read', 'payments:write', 'reminders:read', 'reminders:write', 'settings:read']),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_by uuid not null references users (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (tenant_id, id)
);
call tenant_table('api_keys');
create policy lookup on api_keys for select to duespark_lookup using (true);
grant select (id, tenant_id, key_hash) on api_keys to duespark_lookup;

-- Whose key it is, before the tenant is known (RLS-03). Whether it still opens anything is read under row level security.
create function api_key_of(hash bytea) returns table (id uuid, tenant_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select k.id, k.tenant_id from api_keys k where k.key_hash = hash limit 1
$$;
revoke all on function api_key_of(bytea) from public;
grant execute on function api_key_of(bytea) to duespark_app;
alter function api_key_of(bytea) owner to duespark_lookup;
