-- A business that its owner closed (RET-07): it stands still, and after sixty days, real days also of a test business, its
-- rows are deleted. What is left is the row itself without its names, and the audit log without personal values, for as
-- long as the log is kept.
alter table tenants
  add column closed_at timestamptz,
  add column erased_at timestamptz;
update tenants set closed_at = now() where status = 'CLOSED';
alter table tenants
  add check ((status = 'CLOSED') = (closed_at is not null)),
  add check (erased_at is null or closed_at is not null);
create index closed_tenants on tenants (id) where closed_at is not null and erased_at is null;

grant select (closed_at, erased_at) on tenants to duespark_lookup;
create function closings_to_run(after uuid, at_most int) returns table (id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id from tenants t
  where t.id > after and t.closed_at is not null and t.erased_at is null order by t.id limit at_most
$$;
revoke all on function closings_to_run(uuid, int) from public;
grant execute on function closings_to_run(uuid, int) to duespark_app;
alter function closings_to_run(uuid, int) owner to duespark_lookup;

-- The bound tenant, when its days are over; locked, so that nobody reopens it meanwhile.
create function is_closed_for_good() returns boolean
  language sql security definer set search_path = pg_catalog, public as $$
  select exists (select from tenants t
    where t.id = current_tenant() and t.closed_at < now() - interval '60 days' and t.erased_at is null
    for no key update)
$$;

-- Deletes so many of its rows, whoever refers to others first; 0 when none is left.
create function erase_closed_rows(at_most int) returns int
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  t text;
  gone int;
begin
  if not is_closed_for_good() then
    raise exception 'A business is erased sixty days after it was closed';
  end if;
  foreach t in array array['export_parts', 'exports', 'notifications', 'privacy_requests', 'idempotency_keys', 'commands',
      'delivery_events', 'reminders', 'deliveries', 'portal_tokens', 'payment_attempts', 'refunds', 'payments', 'work_items',
      'invoice_dunning', 'invoices', 'channel_consents', 'cadences', 'contacts', 'reminder_policies', 'tax_rates', 'holidays',
      'number_sequences', 'send_buckets', 'quotas', 'invitations', 'api_keys', 'integration_connections', 'tenant_members',
      'analytics_events', 'dead_letters', 'webhook_events'] loop
    execute format('with due as (select x.tableoid, x.ctid from public.%1$I x where x.tenant_id = $1 limit $2)
        delete from public.%1$I x using due where x.tableoid = due.tableoid and x.ctid = due.ctid', t)
      using current_tenant(), at_most;
    get diagnostics gone = row_count;
    if gone > 0 then
      return gone;
    end if;
  end loop;
  return 0;
end $$;

-- The last step: the row loses its names, sessions their business, and its data keys open nothing any more.
create function closing_erased() returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not is_closed_for_good() then
    raise exception 'A business is erased sixty days after it was closed';
  end if;
  update sessions s set tenant_id = null where s.tenant_id = current_tenant();
  update data_keys k set sealed = null, erased_at = now() where k.tenant_id = current_tenant() and k.sealed is not null;
  update tenants t
  set name = 'Erased', settings_json = '{}', clerk_org_id = null, profile_id = 'general', clock_target = null,
    erased_at = now(), version = t.version + 1
  where t.id = current_tenant();
end $$;

do $$
declare f regprocedure;
begin
  for f in select unnest(array['is_closed_for_good()', 'erase_closed_rows(int)', 'closing_erased()'])::regprocedure loop
    execute format('revoke all on routine %s from public', f);
    execute format('grant execute on routine %s to duespark_app', f);
  end loop;
end $$;
