-- Retention (RET-01 to RET-06): what is kept how long is told by the settings; how young nothing is ever deleted stands
-- here, so that whoever has the program's role and not the owner's cannot empty the books with these functions.

-- What each day's run did, thing by thing.
create table retention_runs (
  day date not null,
  thing text not null,
  items bigint not null default 0,
  begun_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (day, thing)
);
alter table retention_runs enable row level security;
alter table retention_runs force row level security;
create policy owner_all on retention_runs to duespark_owner using (true) with check (true);

-- Adds to a day's count and returns it.
create function retention_note(day_ date, thing_ text, more bigint, finished boolean) returns bigint
  language sql security definer set search_path = pg_catalog, public as $$
  insert into retention_runs as r (day, thing, items, finished_at)
  values (day_, thing_, more, case when finished then now() end)
  on conflict (day, thing) do update
    set items = r.items + excluded.items, finished_at = coalesce(excluded.finished_at, r.finished_at)
  returning items
$$;

create function kept_since(keep interval, at_least interval) returns timestamptz
  language plpgsql stable set search_path = pg_catalog, public as $$
begin
  if now() - keep > now() - at_least then
    raise exception 'Nothing younger than % is deleted', at_least;
  end if;
  return now() - keep;
end $$;

-- ---------------------------------------------------------------- events of providers
alter table webhook_events add column emptied_at timestamptz;
create index webhooks_to_empty on webhook_events (received_at) where emptied_at is null;
create index emptied_webhooks on webhook_events (received_at) where emptied_at is not null;
create index webhooks_with_payload on webhook_events (tenant_id) where emptied_at is null;

-- A mail provider's event belongs to the business whose message it was about, and is booked with it.
create or replace function webhook_finish(event uuid, outcome text, why text)
  returns void language sql security definer set search_path = pg_catalog, public as $$
  update webhook_events w
  set status = outcome, error = why, processed_at = now(), claimed_until = null,
    tenant_id = coalesce(w.tenant_id, told.tenant_id),
    booked_at = coalesce(w.booked_at, case when told.id is not null then now() end)
  from (select event as id) one left join delivery_events told on told.id = one.id
  where w.id = one.id
$$;
update webhook_events w set tenant_id = e.tenant_id, booked_at = coalesce(w.booked_at, w.processed_at)
from delivery_events e where e.id = w.id and w.booked_at is null;

-- As before (V021), but reading only the business's own events and those that belong to nobody, while they say anything.
create or replace function erase_webhook_payloads(words text[]) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with erased as (
    update webhook_events w set payload_json = '{"erased": true}', error = null, emptied_at = now()
    where w.emptied_at is null and (w.tenant_id = current_tenant() or w.tenant_id is null)
      and (w.status in ('IGNORED', 'FAILED') or (w.status = 'PROCESSED' and (w.booked_at is not null or w.tenant_id is null)))
      and exists (select from unnest(words) word where strpos(lower(w.payload_json::text || coalesce(w.error, '')), word) > 0)
    returning 1)
  select count(*)::int from erased
$$;

-- A person still has to look at it.
create index open_dead_letter_of on dead_letters (entity_ref) where status = 'OPEN';
create function is_dead_letter(event uuid) returns boolean
  language sql stable set search_path = pg_catalog, public as $$
  select exists (select from dead_letters l where l.status = 'OPEN' and l.entity_ref = 'webhook_event/' || event)
$$;

-- One that still has to be booked, or looked at, keeps its payload, however old it is.
create function retain_webhook_payloads(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select w.id from webhook_events w
    where w.emptied_at is null and w.received_at < kept_since(keep, '30 days')
      and (w.status in ('IGNORED', 'FAILED') or (w.status = 'PROCESSED' and (w.booked_at is not null or w.tenant_id is null)))
      and not is_dead_letter(w.id)
    order by w.received_at limit at_most for update skip locked),
  emptied as (
    update webhook_events w set payload_json = '{}', error = null, emptied_at = now() from due where w.id = due.id returning 1)
  select count(*)::int from emptied
$$;

create function retain_webhooks(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select w.id from webhook_events w
    where w.emptied_at is not null and w.received_at < kept_since(keep, '90 days') and not is_dead_letter(w.id)
    order by w.received_at limit at_most for update skip locked),
  gone as (delete from webhook_events w using due where w.id = due.id returning 1)
  select count(*)::int from gone
$$;

-- ---------------------------------------------------------------- messages
alter table deliveries add column emptied_at timestamptz;
create index deliveries_with_text on deliveries (created_at) where emptied_at is null;
create index on delivery_events (created_at);
create index on account_deliveries (created_at);

-- The row stays: it is the proof that a message was sent once. One whose fate a person has to decide may be sent again.
create function retain_message_texts(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select d.id from deliveries d
    where d.emptied_at is null and d.created_at < kept_since(keep, '30 days')
      and d.status in ('SENT', 'DELIVERED', 'FAILED', 'SUPPRESSED', 'BOUNCED', 'COMPLAINED')
    order by d.created_at limit at_most for update skip locked),
  emptied as (
    update deliveries d set request = d.request || '{"html": "", "text": ""}', emptied_at = now(), version = d.version + 1
    from due where d.id = due.id returning 1)
  select count(*)::int from emptied
$$;

create function retain_delivery_events(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select e.id from delivery_events e where e.created_at < kept_since(keep, '90 days')
    order by e.created_at limit at_most for update skip locked),
  gone as (delete from delivery_events e using due where e.id = due.id returning 1)
  select count(*)::int from gone
$$;

create function retain_account_mails(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select d.id from account_deliveries d
    where d.created_at < kept_since(keep, '90 days') and d.status not in ('NEW', 'ATTEMPTING')
    order by d.created_at limit at_most for update skip locked),
  gone as (delete from account_deliveries d using due where d.id = due.id returning 1)
  select count(*)::int from gone
$$;

-- ---------------------------------------------------------------- what only serves for a while
create index on idempotency_keys (created_at);
create index dispatched_outbox on outbox_messages (dispatched_at) where dispatched_at is not null;
create index on account_tokens (expires_at);
create index on refresh_tokens (expires_at);
create index on sessions (created_at);
create index on invitations (expires_at);
create index on portal_tokens (expires_at);

-- A key whose command waits is kept: whoever repeats the request must not get a second command.
create function retain_idempotency_keys(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select k.tenant_id, k.endpoint, k.idempotency_key from idempotency_keys k
    where k.created_at < kept_since(keep, '1 day')
      and not exists (select from commands c
        where c.tenant_id = k.tenant_id and c.id = k.command_id and c.status = 'OPEN')
    order by k.created_at limit at_most for update of k skip locked),
  gone as (
    delete from idempotency_keys k using due
    where k.tenant_id = due.tenant_id and k.endpoint = due.endpoint and k.idempotency_key = due.idempotency_key returning 1)
  select count(*)::int from gone
$$;

create function retain_outbox(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select m.id from outbox_messages m where m.dispatched_at < kept_since(keep, '1 day')
    order by m.dispatched_at limit at_most for update skip locked),
  gone as (delete from outbox_messages m using due where m.id = due.id returning 1)
  select count(*)::int from gone
$$;

create function retain_rate_windows(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select r.scope, r.window_start from rate_windows r where r.window_start < kept_since(keep, '1 day')
    limit at_most for update skip locked),
  gone as (
    delete from rate_windows r using due where r.scope = due.scope and r.window_start = due.window_start returning 1)
  select count(*)::int from gone
$$;

create function retain_account_tokens(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select t.token_hash from account_tokens t where t.expires_at < kept_since(keep, '1 day')
    order by t.expires_at limit at_most for update skip locked),
  gone as (delete from account_tokens t using due where t.token_hash = due.token_hash returning 1)
  select count(*)::int from gone
$$;

create function retain_refresh_tokens(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select t.token_hash from refresh_tokens t where t.expires_at < kept_since(keep, '1 day')
    order by t.expires_at limit at_most for update skip locked),
  gone as (delete from refresh_tokens t using due where t.token_hash = due.token_hash returning 1)
  select count(*)::int from gone
$$;

-- A session lives by its tokens.
create function retain_sessions(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select s.id from sessions s
    where s.created_at < kept_since(keep, '1 day') and not exists (select from refresh_tokens t where t.session_id = s.id)
    order by s.created_at limit at_most for update of s skip locked),
  gone as (delete from sessions s using due where s.id = due.id returning 1)
  select count(*)::int from gone
$$;

create function retain_invitations(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select i.id from invitations i where i.expires_at < kept_since(keep, '1 day')
    order by i.expires_at limit at_most for update skip locked),
  gone as (delete from invitations i using due where i.id = due.id returning 1)
  select count(*)::int from gone
$$;

create function retain_portal_links(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select t.id from portal_tokens t where t.expires_at < kept_since(keep, '1 day')
    order by t.expires_at limit at_most for update skip locked),
  gone as (delete from portal_tokens t using due where t.id = due.id returning 1)
  select count(*)::int from gone
$$;

-- The copy's last moment stands in its row; its own workflow throws it away, this one finds what was left behind.
create function retain_privacy_copies(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select r.id from privacy_requests r
    where r.file is not null and r.file_until < kept_since(keep, '0 days')
    order by r.id limit at_most for update skip locked),
  gone as (update privacy_requests r set file = null from due where r.id = due.id returning 1)
  select count(*)::int from gone
$$;

-- ---------------------------------------------------------------- deleted by a person, and asked for by nothing since
create index deleted_invoices on invoices (deleted_at) where deleted_at is not null;
create index deleted_contacts on contacts (deleted_at) where deleted_at is not null;

create function retain_deleted_drafts(keep interval, at_most int) returns int
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare gone uuid[];
begin
  select coalesce(array_agg(due.id), '{}') into gone from (
    select i.id from invoices i
    where i.deleted_at < kept_since(keep, '30 days') and i.invoice_number is null
      and not exists (select from payments p where p.tenant_id = i.tenant_id and p.invoice_id = i.id)
      and not exists (select from payment_attempts a where a.tenant_id = i.tenant_id and a.invoice_id = i.id)
      and not exists (select from deliveries d where d.tenant_id = i.tenant_id and d.invoice_id = i.id)
      and not exists (select from reminders r where r.tenant_id = i.tenant_id and r.invoice_id = i.id)
      and not exists (select from commands c where c.tenant_id = i.tenant_id and c.entity_id = i.id and c.status = 'OPEN')
    order by i.deleted_at limit at_most for update of i skip locked) due;
  delete from invoice_dunning x using invoices i where i.id = any (gone) and x.tenant_id = i.tenant_id and x.invoice_id = i.id;
  delete from work_items x using invoices i where i.id = any (gone) and x.tenant_id = i.tenant_id and x.invoice_id = i.id;
  delete from portal_tokens x using invoices i where i.id = any (gone) and x.tenant_id = i.tenant_id and x.entity_id = i.id;
  delete from commands x using invoices i where i.id = any (gone) and x.tenant_id = i.tenant_id and x.entity_id = i.id;
  delete from invoices i where i.id = any (gone);
  return cardinality(gone);
end $$;

create function retain_deleted_contacts(keep interval, at_most int) returns int
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare gone uuid[];
begin
  select coalesce(array_agg(due.id), '{}') into gone from (
    select c.id from contacts c
    where c.deleted_at < kept_since(keep, '30 days')
      and not exists (select from invoices i where i.tenant_id = c.tenant_id and i.contact_id = c.id)
      and not exists (select from deliveries d where d.tenant_id = c.tenant_id and d.contact_id = c.id)
      and not exists (select from reminders r where r.tenant_id = c.tenant_id and r.contact_id = c.id)
      and not exists (select from commands o where o.tenant_id = c.tenant_id and o.entity_id = c.id and o.status = 'OPEN')
      and not exists (select from privacy_requests p
        where p.tenant_id = c.tenant_id and p.subject_id = c.id and p.status in ('OPEN', 'WAITING'))
    order by c.deleted_at limit at_most for update of c skip locked) due;
  delete from channel_consents x using contacts c where c.id = any (gone) and x.tenant_id = c.tenant_id and x.contact_id = c.id;
  delete from cadences x using contacts c where c.id = any (gone) and x.tenant_id = c.tenant_id and x.contact_id = c.id;
  delete from work_items x using contacts c where c.id = any (gone) and x.tenant_id = c.tenant_id and x.contact_id = c.id;
  delete from commands x using contacts c where c.id = any (gone) and x.tenant_id = c.tenant_id and x.entity_id = c.id;
  delete from contacts c where c.id = any (gone);
  return cardinality(gone);
end $$;

-- Lines of invoices carry their own copy of a tax rate; a policy is kept while anything points to it.
create function retain_deleted_settings(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with rates_due as (
    select t.id from tax_rates t where t.deleted_at < kept_since(keep, '30 days')
    order by t.id limit at_most / 2 for update skip locked),
  rates as (delete from tax_rates t using rates_due where t.id = rates_due.id returning 1),
  policies_due as (
    select p.id from reminder_policies p
    where p.deleted_at < kept_since(keep, '30 days')
      and not exists (select from reminders r where r.tenant_id = p.tenant_id and r.policy_id = p.id)
      and not exists (select from contacts c where c.tenant_id = p.tenant_id and c.reminder_policy_id = p.id)
      and not exists (select from invoice_dunning d where d.tenant_id = p.tenant_id and d.reminder_policy_id = p.id)
    order by p.id limit at_most / 2 for update of p skip locked),
  policies as (delete from reminder_policies p using policies_due where p.id = policies_due.id returning 1)
  select ((select count(*) from rates) + (select count(*) from policies))::int
$$;

-- ---------------------------------------------------------------- held for the law (PRV-06)
create index contacts_held on contacts (hold_until) where hold_until is not null;

-- Its day has passed, nothing is open or under way, and no payment is younger than the law's time.
create function is_held_over(tenant uuid, contact uuid, keep interval) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from contacts c
      where c.tenant_id = tenant and c.id = contact and c.erased_at is not null
        and c.hold_until < (now() at time zone 'UTC')::date)
    and not exists (select from invoices i
      where i.tenant_id = tenant and i.contact_id = contact
        and (i.status in ('SCHEDULED', 'SENT', 'PARTIALLY_PAID') or i.send_state = 'SENDING'
          or i.issue_date > kept_since(keep, '7 years')::date
          or exists (select from payments p where p.tenant_id = tenant and p.invoice_id = i.id
            and (p.status = 'PENDING' or coalesce(p.paid_at, p.created_at) > kept_since(keep, '7 years')))
          or exists (select from payment_attempts a
            where a.tenant_id = tenant and a.invoice_id = i.id and a.status = 'INITIATED')
          or exists (select from deliveries d
            where d.tenant_id = tenant and d.invoice_id = i.id and d.status in ('NEW', 'ATTEMPTING'))
          or exists (select from commands o
            where o.tenant_id = tenant and o.entity_id = i.id and o.status = 'OPEN')))
    and not exists (select from commands o where o.tenant_id = tenant and o.entity_id = contact and o.status = 'OPEN')
$$;

create function held_over(keep interval, at_most int) returns table (tenant_id uuid, contact_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select c.tenant_id, c.id from contacts c
  where c.hold_until < (now() at time zone 'UTC')::date and is_held_over(c.tenant_id, c.id, keep)
  order by c.hold_until, c.id limit at_most
$$;

-- Removes a contact of the bound tenant with all that hung on it; null when it is not held over, or gone.
create function remove_held(contact uuid, keep interval) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  theirs uuid[];
  paid uuid[];
  sent uuid[];
begin
  perform from contacts c where c.tenant_id = current_tenant() and c.id = contact for update;
  if not found or not is_held_over(current_tenant(), contact, keep) then
    return null;
  end if;
  select coalesce(array_agg(i.id), '{}') into theirs from invoices i
  where i.tenant_id = current_tenant() and i.contact_id = contact;
  select coalesce(array_agg(p.id), '{}') into paid from payments p
  where p.tenant_id = current_tenant() and p.invoice_id = any (theirs);
  select coalesce(array_agg(d.id), '{}') into sent from deliveries d
  where d.tenant_id = current_tenant() and (d.contact_id = contact or d.invoice_id = any (theirs));

  delete from notifications where tenant_id = current_tenant() and (entity_id = contact or entity_id = any (theirs || paid));
  delete from reminders where tenant_id = current_tenant() and (contact_id = contact or invoice_id = any (theirs));
  delete from delivery_events where tenant_id = current_tenant() and delivery_id = any (sent);
  delete from portal_tokens where tenant_id = current_tenant() and entity_id = any (theirs);
  delete from deliveries where tenant_id = current_tenant() and id = any (sent);
  delete from payment_attempts where tenant_id = current_tenant() and invoice_id = any (theirs);
  delete from refunds where tenant_id = current_tenant() and payment_id = any (paid);
  delete from payments where tenant_id = current_tenant() and id = any (paid);
  delete from work_items where tenant_id = current_tenant() and (contact_id = contact or invoice_id = any (theirs));
  delete from invoice_dunning where tenant_id = current_tenant() and invoice_id = any (theirs);
  delete from commands where tenant_id = current_tenant() and (entity_id = contact or entity_id = any (theirs));
  delete from invoices where tenant_id = current_tenant() and id = any (theirs);
  delete from channel_consents where tenant_id = current_tenant() and contact_id = contact;
  delete from cadences where tenant_id = current_tenant() and contact_id = contact;
  delete from contacts where tenant_id = current_tenant() and id = contact;
  return jsonb_build_object('invoices', cardinality(theirs), 'payments', cardinality(paid), 'messages', cardinality(sent));
end $$;

-- ---------------------------------------------------------------- whole months

-- Months whose last moment is older than that, oldest first; since and until are their bounds.
create function months_over(parent text, keep interval, at_least interval)
  returns table (month date, since timestamptz, until timestamptz)
  language sql stable set search_path = pg_catalog, public as $$
  select m.month, m.since, m.until
  from (select to_date(right(c.relname, 7), 'YYYY_MM') as month,
          substring(pg_get_expr(c.relpartbound, c.oid) from 'FROM \(''([^'']+)''\)')::timestamptz as since,
          substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \(''([^'']+)''\)')::timestamptz as until
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = to_regclass('public.' || parent) and c.relname ~ '_[0-9]{4}_[0-9]{2}$') m
  where m.until <= kept_since(keep, at_least) order by m.month
$$;

-- A month that something was written to before it had its partition stays in the rest: nothing may keep a start. Whoever
-- writes waits behind this, so it waits for nobody longer than five seconds: there are two months to try it again.
create or replace procedure month_partitions(month date)
  language plpgsql security definer set search_path = pg_catalog, public set lock_timeout = '5s' as $$
declare
  t text;
  child text;
  first timestamptz := date_trunc('month', month);
  strays boolean;
begin
  foreach t in array array['audit_log', 'audit_places', 'analytics_events'] loop
    child := t || to_char(month, '_YYYY_MM');
    if to_regclass('public.' || child) is null then
      execute format('select exists (select from public.%I where created_at >= $1 and created_at < $1 + interval ''1 month'')', t || '_rest')
        into strays using first;
      if not strays then
        execute format('create table public.%I partition of public.%I for values from (%L) to (%L)',
          child, t, first, first + interval '1 month');
      end if;
    end if;
  end loop;
end $$;

-- Drops the oldest month that is over; null when there is none. Waits for nobody longer than five seconds.
create function drop_analytics_month(keep interval) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public set lock_timeout = '5s' as $$
declare
  child text;
  events bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('retention/analytics_events', 25));
  select 'analytics_events' || to_char(m.month, '_YYYY_MM') into child
  from months_over('analytics_events', keep, '90 days') m limit 1;
  if child is null then
    return null;
  end if;
  execute format('select count(*) from public.%I', child) into events;
  execute format('drop table public.%I', child);
  return events;
end $$;

-- Events that came into no month.
create function retain_stray_analytics(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select e.id, e.created_at from analytics_events_rest e where e.created_at < kept_since(keep, '90 days')
    order by e.created_at limit at_most for update skip locked),
  gone as (
    delete from analytics_events_rest e using due where e.id = due.id and e.created_at = due.created_at returning 1)
  select count(*)::int from gone
$$;

-- What a dropped month leaves of a business (AUD-04): which places went, the last of their blocks with its hash, and a
-- signature over all of it, HMAC-SHA-256 with the key of the chain.
create table audit_drops (
  tenant_id uuid not null,
  month date not null,
  places int8multirange not null,
  last_block bigint not null check (last_block > 0),
  last_hash bytea not null check (length(last_hash) = 32),
  signature bytea not null check (length(signature) = 32),
  key_version int not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, month)
);
call tenant_table('audit_drops', true);
create trigger immutable before update or delete on audit_drops for each row execute function audit_is_immutable();

create function audit_months_over(keep interval) returns table (month date, since timestamptz, until timestamptz)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select m.month, m.since, m.until from months_over('audit_log', keep, '1 year') m
$$;

-- Businesses with entries in that month and no record of its drop.
create function audit_month_tenants(month_ date, at_most int) returns table (tenant_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare child text := 'audit_log' || to_char(month_, '_YYYY_MM');
begin
  if to_regclass('public.' || child) is not null then
    return query execute format(
      'select distinct e.tenant_id from public.%I e where not exists
         (select from audit_drops d where d.tenant_id = e.tenant_id and d.month = $1) limit $2', child)
      using month_, at_most;
  end if;
end $$;

-- Drops a month of the log and its places, once each of its entries is in a signed record; null when it is gone.
create function drop_audit_month(month_ date, keep interval) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public set lock_timeout = '5s' as $$
declare
  log text := 'audit_log' || to_char(month_, '_YYYY_MM');
  bounds record;
  entries bigint;
  unsigned bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('retention/audit_log', 25));
  if to_regclass('public.' || log) is null then
    return null;
  end if;
  select m.since, m.until into bounds from months_over('audit_log', keep, '1 year') m where m.month = month_;
  if not found then
    raise exception 'The audit log of % is kept', to_char(month_, 'YYYY-MM');
  end if;
  execute format(
    'select count(*), count(*) filter (where signed.entry_id is null) from public.%I e left join
       (select p.tenant_id, p.entry_id, p.created_at from audit_places p
        join audit_drops d on d.tenant_id = p.tenant_id and d.month = $1 and d.places @> p.place
        where p.created_at >= $2 and p.created_at < $3) signed
       on signed.tenant_id = e.tenant_id and signed.entry_id = e.id and signed.created_at = e.created_at', log)
    into entries, unsigned using month_, bounds.since, bounds.until;
  if unsigned > 0 then
    raise exception '% entries of % are in no signed record', unsigned, to_char(month_, 'YYYY-MM');
  end if;
  execute format('drop table public.%I', log);
  execute format('drop table if exists public.%I', 'audit_places' || to_char(month_, '_YYYY_MM'));
  return entries;
end $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where n.nspname = 'public' and p.prosecdef and p.prokind = 'f'
             and (p.proname like 'retain\_%' or p.proname in ('retention_note', 'held_over', 'remove_held',
               'drop_analytics_month', 'audit_months_over', 'audit_month_tenants', 'drop_audit_month')) loop
    execute format('revoke all on routine %s from public', f);
    execute format('grant execute on routine %s to duespark_app', f);
  end loop;
  revoke all on function is_held_over(uuid, uuid, interval) from public;
  revoke all on function months_over(text, interval, interval) from public;
  revoke all on function kept_since(interval, interval) from public;
  revoke all on function is_dead_letter(uuid) from public;
end $$;
