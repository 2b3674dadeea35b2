-- A copy of everything that a business has (XPT-01 to XPT-04): made by its workflow, kept in parts, fetched for seven days.
create table exports (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  status text not null default 'QUEUED' check (status in ('QUEUED', 'RUNNING', 'READY', 'FAILED', 'EXPIRED')),
  documents boolean not null,
  attempt uuid,
  percent int not null default 0 check (percent between 0 and 100),
  row_count bigint check (row_count >= 0),
  size_bytes bigint check (size_bytes > 0),
  failure text check (failure in ('CANCELED', 'TOO_LARGE', 'BROKEN')),
  ready_at timestamptz,
  ready_until timestamptz,
  requested_by uuid not null references users (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  check ((status = 'FAILED') = (failure is not null)),
  check (status not in ('READY', 'EXPIRED') or (ready_until is not null and size_bytes is not null)),
  unique (tenant_id, id)
);
create unique index one_export_under_way on exports (tenant_id) where status in ('QUEUED', 'RUNNING');
create index exports_with_work on exports (id) where status in ('QUEUED', 'RUNNING', 'READY');
call tenant_table('exports');

-- Of a megabyte each, sealed by the program (PRV-02). Whoever begins anew writes parts of another attempt.
create table export_parts (
  tenant_id uuid not null references tenants (id),
  export_id uuid not null,
  attempt uuid not null,
  part int not null check (part >= 0),
  content bytea not null check (octet_length(content) between 1 and 1100000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (export_id, attempt, part),
  foreign key (tenant_id, export_id) references exports (tenant_id, id)
);
alter table export_parts alter column content set storage external;
call tenant_table('export_parts');

-- What reconcile reads: whatever has a step before it, the archive that is to be thrown away among them.
create policy lookup on exports for select to duespark_lookup using (true);
grant select (id, tenant_id, status) on exports to duespark_lookup;
create function exports_to_run(after uuid, at_most int) returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select e.tenant_id, e.id from exports e
  where e.id > after and e.status in ('QUEUED', 'RUNNING', 'READY') order by e.id limit at_most
$$;
revoke all on function exports_to_run(uuid, int) from public;
grant execute on function exports_to_run(uuid, int) to duespark_app;
alter function exports_to_run(uuid, int) owner to duespark_lookup;

-- As before (V022), and exports.
drop function workflow_tenant(text, uuid);
create function workflow_tenant(kind text, thing uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  select case kind
    when 'invoice' then (select i.tenant_id from invoices i where i.id = thing)
    when 'cadence' then (select c.tenant_id from contacts c where c.id = thing)
    when 'connect' then (select c.tenant_id from integration_connections c where c.id = thing)
    when 'privacy' then (select r.tenant_id from privacy_requests r where r.id = thing)
    when 'export' then (select e.tenant_id from exports e where e.id = thing)
    when 'test-clock' then thing
  end
$$;
revoke all on function workflow_tenant(text, uuid) from public;
grant execute on function workflow_tenant(text, uuid) to duespark_app;
alter function workflow_tenant(text, uuid) owner to duespark_lookup;
