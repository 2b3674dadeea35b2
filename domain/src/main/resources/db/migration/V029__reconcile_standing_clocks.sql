-- A test business on its way, or one that stands and is soon to send something: the timers of its workflows were set before
-- its clock was moved, and would ring too late by as much.

create or replace function test_clocks_to_run(after uuid, at_most int) returns table (id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id from tenants t
  where t.id > after and t.kind = 'TEST' and (
    t.clock_target is not null
    or t.clock_offset > '0' and (
      exists (select from cadences c
              where c.tenant_id = t.id and c.next_at <= now() + t.clock_offset + interval '2 hours')
      or exists (select from invoices i
                 where i.tenant_id = t.id and i.status = 'SCHEDULED' and i.send_state = 'IDLE'
                   and i.next_at <= now() + t.clock_offset + interval '2 hours')))
  order by t.id limit at_most
$$;
