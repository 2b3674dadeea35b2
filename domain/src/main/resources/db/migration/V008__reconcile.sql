-- What reconcile reads (design law 1): every open thing of every tenant, page by page in the order of ids.

create index open_invoices on invoices (id) where status in ('SCHEDULED', 'SENT', 'PARTIALLY_PAID') or send_state = 'SENDING';
create index contacts_of_open_invoices on invoices (contact_id) where status in ('SENT', 'PARTIALLY_PAID');
create index invoices_of_unfinished_deliveries on deliveries (invoice_id) where status in ('NEW', 'ATTEMPTING');
create index invoices_of_pending_payments on payments (invoice_id) where status = 'PENDING';
create index unfinished_account_deliveries on account_deliveries (id) where status in ('NEW', 'ATTEMPTING');

grant select (contact_id) on invoices to duespark_lookup;
create policy lookup on deliveries for select to duespark_lookup using (true);
grant select (tenant_id, type, contact_id, invoice_id, status) on deliveries to duespark_lookup;
create policy lookup on payments for select to duespark_lookup using (true);
grant select (tenant_id, invoice_id, status) on payments to duespark_lookup;
grant select (provider, status, last_error) on integration_connections to duespark_lookup;

-- Every branch is cut to a page by itself, so that the smallest ids of all are among them.
create function invoices_to_run(after uuid, at_most int) returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  (select i.tenant_id, i.id from invoices i
   where i.id > after and (i.status in ('SCHEDULED', 'SENT', 'PARTIALLY_PAID') or i.send_state = 'SENDING')
   order by i.id limit at_most)
  union
  (select distinct c.tenant_id, c.entity_id from commands c
   where c.entity_id > after and c.entity_type = 'INVOICE' and c.status = 'OPEN' order by c.entity_id limit at_most)
  union
  (select distinct d.tenant_id, d.invoice_id from deliveries d
   where d.invoice_id > after and d.status in ('NEW', 'ATTEMPTING') order by d.invoice_id limit at_most)
  union
  (select distinct p.tenant_id, p.invoice_id from payments p
   where p.invoice_id > after and p.status = 'PENDING' order by p.invoice_id limit at_most)
  order by 2 limit at_most
$$;

create function contacts_to_run(after uuid, at_most int) returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  (select distinct i.tenant_id, i.contact_id from invoices i
   where i.contact_id > after and i.status in ('SENT', 'PARTIALLY_PAID') order by i.contact_id limit at_most)
  union
  (select distinct c.tenant_id, c.entity_id from commands c
   where c.entity_id > after and c.entity_type = 'CONTACT' and c.status = 'OPEN' order by c.entity_id limit at_most)
  union
  (select distinct d.tenant_id, d.contact_id from deliveries d
   where d.contact_id > after and d.type in ('REMINDER', 'OVERDUE') and d.status in ('NEW', 'ATTEMPTING')
   order by d.contact_id limit at_most)
  order by 2 limit at_most
$$;

-- The wish to connect a Stripe account ends with a key that is accepted or refused.
create function connections_to_run(after uuid, at_most int) returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select c.tenant_id, c.id from integration_connections c
  where c.id > after and c.provider = 'stripe' and c.status = 'ERROR' and c.last_error = 'Being checked'
  order by c.id limit at_most
$$;

do $$
declare f text;
begin
  foreach f in array array['invoices_to_run', 'contacts_to_run', 'connections_to_run'] loop
    execute format('revoke all on function %I(uuid, int) from public', f);
    execute format('grant execute on function %I(uuid, int) to duespark_app', f);
    execute format('alter function %I(uuid, int) owner to duespark_lookup', f);
  end loop;
end $$;

create function account_mails_to_run(after uuid, at_most int) returns table (id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select d.id from account_deliveries d
  where d.id > after and d.status in ('NEW', 'ATTEMPTING') order by d.id limit at_most
$$;

create index businesses_under_way on tenants (id) where clock_target is not null;
create function test_clocks_to_run(after uuid, at_most int) returns table (id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id from tenants t where t.id > after and t.clock_target is not null order by t.id limit at_most
$$;

-- An event that was told to a workflow is not booked yet; until it is, losing the workflow would lose the event.
alter table webhook_events add column booked_at timestamptz;
update webhook_events set booked_at = processed_at where status = 'PROCESSED';
create index told_webhooks on webhook_events (processed_at) where status = 'PROCESSED' and booked_at is null;

create function webhook_booked(event uuid) returns void language sql security definer set search_path = pg_catalog, public as $$
  update webhook_events set booked_at = now()
  where id = event and tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
$$;

-- Lets the dispatcher tell again what was told long ago and never booked; booking twice is harmless (PAY-04).
create function webhooks_tell_again(quiet interval) returns int language sql security definer set search_path = pg_catalog, public as $$
  with again as (
    update webhook_events set status = 'RECEIVED', processed_at = null, claimed_until = null
    where status = 'PROCESSED' and booked_at is null and processed_at < now() - quiet returning 1)
  select count(*)::int from again
$$;

-- The Temporal namespace that a whole reconcile was done in, by the id that the server gave it.
create table temporal_namespace (
  one boolean primary key default true check (one),
  id text not null,
  reconciled_at timestamptz not null default now()
);
alter table temporal_namespace enable row level security;
alter table temporal_namespace force row level security;
create policy owner_all on temporal_namespace to duespark_owner using (true) with check (true);

create function reconciled_namespace() returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select n.id from temporal_namespace n
$$;

create function namespace_reconciled(id_ text) returns void language sql security definer set search_path = pg_catalog, public as $$
  insert into temporal_namespace (id) values (id_)
  on conflict (one) do update set id = excluded.id, reconciled_at = now()
$$;

do $$
declare f regprocedure;
begin
  for f in select unnest(array['account_mails_to_run(uuid, int)', 'test_clocks_to_run(uuid, int)', 'webhook_booked(uuid)',
                               'webhooks_tell_again(interval)', 'reconciled_namespace()', 'namespace_reconciled(text)'])::regprocedure loop
    execute format('revoke all on routine %s from public', f);
    execute format('grant execute on routine %s to duespark_app', f);
  end loop;
end $$;
