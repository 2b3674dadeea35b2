-- A test business on its way to a later moment (design law 16).

alter table tenants
  add column clock_target timestamptz,
  add check (kind = 'TEST' or clock_target is null);

-- Whether something of the bound tenant still waits to be told to a workflow.
create function waits_for_dispatch() returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from outbox_messages
      where dispatched_at is null and payload->>'tenant_id' = current_setting('app.tenant_id', true)
        and workflow <> 'TestClock')
    or exists (select from webhook_events
      where status = 'RECEIVED' and tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
$$;
revoke all on function waits_for_dispatch() from public;
grant execute on function waits_for_dispatch() to duespark_app;
