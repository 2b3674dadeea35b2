-- The audit log is chained (AUD-04): each committed entry gets a place, places are sealed in signed blocks, per business.

-- Personal values enter the chain as hashes: salts holds one of 16 bytes, in hex, for each, named by the value's way, as
-- in after/contact/email or ip_address. Erasing puts the hash where the value was and deletes the salt (PRV-06).
alter table audit_log add column salts jsonb;

-- One list for each question that can be asked (EP-168). Ids are time-ordered.
drop index audit_log_tenant_id_entity_id_created_at_idx;
create index on audit_log (tenant_id, id desc);
create index on audit_log (tenant_id, entity_id, id desc);
create index on audit_log (tenant_id, entity_type, id desc);
create index on audit_log (tenant_id, actor, id desc);
create index on audit_log (tenant_id, action, id desc);

-- Entries without a place yet. A row becomes visible with its entry, however late that transaction commits, so none is
-- passed over. created_at is the entry's, here and in audit_places.
create table audit_unsealed (
  entry_id uuid primary key,
  tenant_id uuid not null,
  created_at timestamptz not null
);
call tenant_table('audit_unsealed', true);
grant delete on audit_unsealed to duespark_app;
revoke insert on audit_unsealed from duespark_app;

create function audit_awaits_its_seal() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into audit_unsealed (entry_id, tenant_id, created_at) values (new.id, new.tenant_id, new.created_at);
  return null;
end $$;
revoke all on function audit_awaits_its_seal() from public;
create trigger awaits_its_seal after insert on audit_log for each row execute function audit_awaits_its_seal();
insert into audit_unsealed (entry_id, tenant_id, created_at) select id, tenant_id, created_at from audit_log;

-- The place of an entry in its business's chain and the keyed hash (HMAC-SHA-256) of the place and all its columns.
create table audit_places (
  tenant_id uuid not null,
  place bigint not null check (place > 0),
  block bigint not null check (block > 0),
  entry_id uuid not null,
  created_at timestamptz not null,
  mark bytea not null check (length(mark) = 32),
  primary key (tenant_id, place, created_at)
) partition by range (created_at);
create table audit_places_rest partition of audit_places default;
call tenant_table('audit_places', true);
create trigger immutable before update or delete on audit_places for each row execute function audit_is_immutable();

-- hash: SHA-256 of the block's own numbers, the hash before it and the marks of its entries. signature: HMAC-SHA-256 of
-- the hash with the key of that version; whoever has the database but no key cannot make one.
create table audit_blocks (
  tenant_id uuid not null,
  number bigint not null check (number > 0),
  first_place bigint not null check (first_place > 0),
  last_place bigint not null,
  entries int not null check (entries > 0 and last_place - first_place + 1 = entries),
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  signature bytea not null check (length(signature) = 32),
  key_version int not null,
  created_at timestamptz not null,
  primary key (tenant_id, number)
);
call tenant_table('audit_blocks', true);
create trigger immutable before update or delete on audit_blocks for each row execute function audit_is_immutable();

-- Businesses with entries to seal, the longest waiting first.
create policy lookup on audit_unsealed for select to duespark_lookup using (true);
grant select (tenant_id, created_at) on audit_unsealed to duespark_lookup;
create function tenants_to_seal(at_most int) returns table (tenant_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select u.tenant_id from audit_unsealed u group by u.tenant_id order by min(u.created_at) limit at_most
$$;
revoke all on function tenants_to_seal(int) from public;
grant execute on function tenants_to_seal(int) to duespark_app;
alter function tenants_to_seal(int) owner to duespark_lookup;

-- Nothing changes an entry but audit_erase(), and that only takes personal values away.
create or replace function audit_is_immutable() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name like 'audit_log%' and current_user = 'duespark_owner'
      and current_setting('app.audit_erasing', true) = 'on' then
    if (to_jsonb(new) - array['before', 'after', 'ip_address', 'salts'])
        = (to_jsonb(old) - array['before', 'after', 'ip_address', 'salts']) then
      return new;
    end if;
  end if;
  raise exception 'The audit log cannot be changed';
end $$;

-- Puts hashes in place of personal values of one entry of the bound business; true when there was something to erase.
-- Ways without a salt are left alone: they hold nothing personal or were erased before.
create function audit_erase(entry uuid, at timestamptz, ways text[]) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  kept audit_log;
  way text;
  part text[];
  salt bytea;
  hash text;
  found_any boolean := false;
begin
  select * into kept from audit_log a
  where a.id = entry and a.created_at = at and a.tenant_id = current_tenant() for update;
  foreach way in array ways loop
    continue when kept.salts is null or not kept.salts ? way;
    salt := decode(kept.salts ->> way, 'hex');
    part := string_to_array(way, '/');
    if way = 'ip_address' then
      kept.ip_address := 'erased:' || encode(sha256(salt || convert_to(kept.ip_address, 'UTF8')), 'hex');
    elsif part[1] = 'before' then
      hash := encode(sha256(salt || convert_to(kept.before #>> part[2:], 'UTF8')), 'hex');
      kept.before := jsonb_set(kept.before, part[2:], jsonb_build_object('erased', hash), false);
    else
      hash := encode(sha256(salt || convert_to(kept.after #>> part[2:], 'UTF8')), 'hex');
      kept.after := jsonb_set(kept.after, part[2:], jsonb_build_object('erased', hash), false);
    end if;
    kept.salts := kept.salts - way;
    found_any := true;
  end loop;
  if found_any then
    perform set_config('app.audit_erasing', 'on', true);
    update audit_log a set before = kept.before, after = kept.after, ip_address = kept.ip_address,
      salts = nullif(kept.salts, '{}')
    where a.id = entry and a.created_at = at;
    perform set_config('app.audit_erasing', 'off', true);
  end if;
  return found_any;
end $$;
revoke all on function audit_erase(uuid, timestamptz, text[]) from public;
grant execute on function audit_erase(uuid, timestamptz, text[]) to duespark_app;

-- Places are dropped with the month of their entries; the blocks stay (RET-04).
create or replace procedure month_partitions(month date)
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  t text;
  child text;
begin
  foreach t in array array['audit_log', 'audit_places', 'analytics_events'] loop
    child := t || to_char(month, '_YYYY_MM');
    if to_regclass('public.' || child) is null then
      execute format('create table public.%I partition of public.%I for values from (%L) to (%L)',
        child, t, date_trunc('month', month), date_trunc('month', month) + interval '1 month');
    end if;
  end loop;
end $$;
call month_partitions(current_date);
call month_partitions((current_date + interval '1 month')::date);
call month_partitions((current_date + interval '2 months')::date);
