-- The keys that the payload codec encrypts Temporal's payloads with (PRV-03, design law 14): one per business, a new one
-- each year, sealed with DUESPARK_SECRET_ENCRYPTION. The business 0 is the installation itself, for workflows that belong
-- to nobody; so there is no reference to tenants. An erased key keeps its number, so that nothing is taken for its work.
create table data_keys (
  tenant_id uuid not null,
  number int not null check (number > 0),
  sealed bytea check (length(sealed) = 61),
  erased_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, number),
  check ((sealed is null) = (erased_at is not null))
);
call tenant_table('data_keys');
revoke delete on data_keys from duespark_app;

-- What another key than the one in use sealed, over all businesses.
create policy lookup on data_keys for select to duespark_lookup using (true);
grant select (tenant_id, number, sealed) on data_keys to duespark_lookup;
create function data_keys_sealed_otherwise(version int, at_most int) returns table (owner uuid, number int)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select k.tenant_id, k.number from data_keys k
  where k.sealed is not null and get_byte(k.sealed, 0) <> version order by k.tenant_id, k.number limit at_most
$$;
revoke all on function data_keys_sealed_otherwise(int, int) from public;
grant execute on function data_keys_sealed_otherwise(int, int) to duespark_app;
alter function data_keys_sealed_otherwise(int, int) owner to duespark_lookup;

-- Whose workflow it is, by the two halves of its id; null when it is nobody's.
create function workflow_tenant(kind text, thing uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  select case kind
    when 'invoice' then (select i.tenant_id from invoices i where i.id = thing)
    when 'cadence' then (select c.tenant_id from contacts c where c.id = thing)
    when 'connect' then (select c.tenant_id from integration_connections c where c.id = thing)
    when 'privacy' then (select r.tenant_id from privacy_requests r where r.id = thing)
    when 'test-clock' then thing
  end
$$;
revoke all on function workflow_tenant(text, uuid) from public;
grant execute on function workflow_tenant(text, uuid) to duespark_app;
alter function workflow_tenant(text, uuid) owner to duespark_lookup;
