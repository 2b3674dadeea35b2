-- Staff of the platform (RBC-23) and what they see over all businesses (RLS-04): stuck work and events of providers.

-- The platform's own log is the chain of this id in audit_log, so no business has it.
alter table tenants add constraint tenants_are_not_the_platform check (id <> '00000000-0000-0000-0000-000000000000');

-- Only the owner's role gives a platform role. Processes of the version before write the column with what they read in it,
-- so no grant is taken away: it may be written as it is.
create function platform_role_stays() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.platform_role is distinct from (case tg_op when 'INSERT' then 'NONE' else old.platform_role end)
      and not pg_has_role(current_user, 'duespark_owner', 'usage') then
    raise insufficient_privilege using message = 'permission denied to give a platform role';
  end if;
  return new;
end $$;
create trigger platform_role_stays before insert or update of platform_role on users
  for each row execute function platform_role_stays();

create index platform_staff on users (email) where platform_role <> 'NONE';

-- Gives a role, or NONE, to the account of a confirmed address, and writes it down. Not for the program: no grant.
create function platform_role_set(entry uuid, email_ text, role_ text, run_by text) returns text
  language plpgsql set search_path = pg_catalog, public as $$
declare person users;
begin
  select * into person from users u where u.email = email_ for update;
  if not found then
    return 'UNKNOWN';
  end if;
  if person.platform_role = role_ then
    return 'UNCHANGED';
  end if;
  if role_ <> 'NONE' and (person.email_verified_at is null or person.status <> 'ACTIVE') then
    return case when person.status <> 'ACTIVE' then 'CLOSED' else 'UNCONFIRMED' end;
  end if;
  update users set platform_role = role_ where id = person.id;
  insert into audit_log (id, tenant_id, actor, action, entity_type, entity_id, before, after)
  values (entry, '00000000-0000-0000-0000-000000000000', 'terminal',
    case when role_ = 'NONE' then 'staff.revoked' else 'staff.granted' end, 'user', person.id,
    jsonb_build_object('platform_role', person.platform_role),
    jsonb_build_object('platform_role', role_, 'run_by', run_by));
  return 'DONE';
end $$;
revoke all on function platform_role_set(uuid, text, text, text) from public;

-- ---------------------------------------------------------------- stuck work
alter table dead_letters add column settled_at timestamptz;
alter table dead_letters add column settled_by uuid references users (id);
alter table dead_letters add column settled_because text check (length(settled_because) <= 1000);

create function event_of(entity text) returns uuid language sql immutable set search_path = pg_catalog, public as $$
  select case when entity ~ '^webhook_event/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then substr(entity, 15)::uuid end
$$;
revoke all on function event_of(text) from public;

-- The same thing waits for a person once: what fails again while its letter is open is known already. What fails again
-- after it was requeued is a new letter.
create or replace function dead_letter_store(letter uuid, kind_ text, tenant uuid, workflow_id_ text, activity_ text, entity text, why text, attempts_ int, money boolean)
  returns void language sql security definer set search_path = pg_catalog, public as $$
  insert into dead_letters (id, kind, tenant_id, workflow_id, activity, entity_ref, reason, attempts, payment_related)
  select letter, kind_, tenant, workflow_id_, activity_, entity, why, attempts_, money
  where not exists (select from dead_letters d where d.status = 'OPEN' and d.kind = kind_ and d.entity_ref = entity)
$$;

-- As before (V021); why somebody settled it may name a person too.
create or replace function erase_dead_letters(words text[]) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with erased as (
    update dead_letters d set reason = 'Erased', updated_at = now(),
      settled_because = case when d.settled_because is not null then 'Erased' end
    where d.tenant_id = current_tenant()
      and exists (select from unnest(words) word
                  where strpos(lower(d.reason || ' ' || coalesce(d.settled_because, '')), word) > 0) returning 1)
  select count(*)::int from erased
$$;

-- ---------------------------------------------------------------- for staff alone
-- Each function below asks itself whether who asks is an administrator of the platform; for anybody else there is nothing.
create function is_platform_admin(who uuid) returns boolean
  language sql stable set search_path = pg_catalog, public as $$
  select exists (select from users u
                 where u.id = who and u.platform_role = 'ADMIN' and u.status = 'ACTIVE' and u.email_verified_at is not null)
$$;
revoke all on function is_platform_admin(uuid) from public;

create index failed_webhooks on webhook_events (id) where status = 'FAILED';

-- Whether an event still says what a provider told: erased and emptied ones (V021, V025) say nothing.
create function is_readable(event webhook_events) returns boolean
  language sql immutable set search_path = pg_catalog, public as $$
  select event.emptied_at is null and event.payload_json not in ('{}', '{"erased": true}')
$$;
revoke all on function is_readable(webhook_events) from public;

-- Newest first; the one letter when it is named. Ids, kinds, reasons and times, nothing that a provider told.
create function dead_letters_seen(who uuid, letter uuid, before uuid, status_ text, kind_ text, money boolean, at_most int)
  returns table (id uuid, kind text, tenant_id uuid, workflow_id text, activity text, entity_ref text, reason text,
    attempts int, payment_related boolean, status text, created_at timestamptz, settled_at timestamptz, settled_by text,
    settled_because text, event_id uuid, provider text, provider_event_id text, replayable boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select d.id, d.kind, d.tenant_id, d.workflow_id, d.activity, d.entity_ref, d.reason, d.attempts, d.payment_related,
    d.status, d.created_at, d.settled_at, u.display_name, d.settled_because, w.id, w.provider, w.provider_event_id,
    coalesce(is_readable(w), false)
  from (select l.* from dead_letters l
        where is_platform_admin(who) and (letter is null or l.id = letter) and (before is null or l.id < before)
          and (status_ is null or l.status = status_) and (kind_ is null or l.kind = kind_)
          and (money is null or l.payment_related = money)
        order by l.id desc limit at_most) d
  left join webhook_events w on w.id = event_of(d.entity_ref)
  left join users u on u.id = d.settled_by
  order by d.id desc
$$;

create function dead_letters_count(who uuid, status_ text, kind_ text, money boolean) returns bigint
  language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*) from dead_letters l
  where is_platform_admin(who) and (status_ is null or l.status = status_) and (kind_ is null or l.kind = kind_)
    and (money is null or l.payment_related = money)
$$;

-- Only what is asked for is asked of the table, so that each question finds its index.
create function webhook_events_seen(who uuid, event uuid, before uuid, provider_ text, status_ text, at_most int)
  returns table (id uuid, provider text, provider_event_id text, tenant_id uuid, status text, attempts int, error text,
    received_at timestamptz, processed_at timestamptz, readable boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not is_platform_admin(who) then
    return;
  end if;
  return query execute
    'select w.id, w.provider, w.provider_event_id, w.tenant_id, w.status, w.attempts, w.error, w.received_at,
       w.processed_at, is_readable(w) from webhook_events w where true'
    || case when event is null then '' else ' and w.id = $1' end
    || case when before is null then '' else ' and w.id < $2' end
    || case when provider_ is null then '' else ' and w.provider = $3' end
    || case when status_ is null then '' else ' and w.status = $4' end
    || ' order by w.id desc limit $5'
    using event, before, provider_, status_, at_most;
end $$;

create function webhook_events_count(who uuid, provider_ text, status_ text) returns bigint
  language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*) from webhook_events w
  where is_platform_admin(who) and (provider_ is null or w.provider = provider_) and (status_ is null or w.status = status_)
$$;

-- Lets the dispatcher take an event again, as if it came now, and settles the letters that wait for it. One that waits
-- already is left alone. Lock order: the event, then its letters.
create function webhook_again(who uuid, event uuid) returns text
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare found_ webhook_events;
begin
  if not is_platform_admin(who) then
    return null;
  end if;
  select * into found_ from webhook_events w where w.id = event for update;
  if not found then
    return null;
  end if;
  if not is_readable(found_) then
    return 'EMPTIED';
  end if;
  update dead_letters d set status = 'REQUEUED', settled_at = now(), settled_by = who, updated_at = now()
  where d.status = 'OPEN' and d.entity_ref = 'webhook_event/' || event;
  if found_.status = 'RECEIVED' then
    return 'WAITING';
  end if;
  update webhook_events w
  set status = 'RECEIVED', attempts = 0, claimed_until = null, processed_at = null, booked_at = null, error = null
  where w.id = event;
  return 'AGAIN';
end $$;

create function dead_letter_requeue(who uuid, letter uuid) returns text
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  event uuid;
  state text;
begin
  if not is_platform_admin(who) then
    return null;
  end if;
  select event_of(d.entity_ref) into event from dead_letters d where d.id = letter;
  if not found then
    return null;
  end if;
  perform 1 from webhook_events w where w.id = event for update;
  select d.status into state from dead_letters d where d.id = letter for update;
  if state <> 'OPEN' then
    return state;
  end if;
  if event is null then
    return 'NO_EVENT';
  end if;
  return coalesce(webhook_again(who, event), 'GONE');
end $$;

create function dead_letter_discard(who uuid, letter uuid, why text) returns text
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare state text;
begin
  if not is_platform_admin(who) then
    return null;
  end if;
  select d.status into state from dead_letters d where d.id = letter for update;
  if state = 'OPEN' then
    update dead_letters d
    set status = 'DISCARDED', settled_at = now(), settled_by = who, settled_because = why, updated_at = now()
    where d.id = letter;
    return 'DONE';
  end if;
  return state;
end $$;

do $$
declare f text;
begin
  foreach f in array array['dead_letters_seen(uuid, uuid, uuid, text, text, boolean, int)',
      'dead_letters_count(uuid, text, text, boolean)', 'webhook_events_seen(uuid, uuid, uuid, text, text, int)',
      'webhook_events_count(uuid, text, text)', 'webhook_again(uuid, uuid)', 'dead_letter_requeue(uuid, uuid)',
      'dead_letter_discard(uuid, uuid, text)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to duespark_app', f);
  end loop;
end $$;
