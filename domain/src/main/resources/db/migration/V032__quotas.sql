-- What one business may take of what all share, where it is not the installation's standard (TNC-05). Null: the standard.
-- Read by the business's own requests and sends; written for administrators of the platform alone.
create table quotas (
  tenant_id uuid primary key references tenants (id),
  api_requests int check (api_requests between 10 and 1000000),
  emails int check (emails between 1 and 1000000),
  jobs int check (jobs between 1 and 20),
  reason text not null check (length(reason) between 1 and 1000),
  set_by uuid not null references users (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1
);
call tenant_table('quotas');
revoke insert, update, delete on quotas from duespark_app;

-- Unless somebody set them since they were seen; version 0 is none. False: not set.
create function quotas_set(who uuid, tenant uuid, seen int, api_requests_ int, emails_ int, jobs_ int, why text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not is_platform_admin(who) then
    return false;
  end if;
  if seen = 0 then
    insert into quotas (tenant_id, api_requests, emails, jobs, reason, set_by)
    values (tenant, api_requests_, emails_, jobs_, why, who) on conflict do nothing;
  else
    update quotas q
    set api_requests = api_requests_, emails = emails_, jobs = jobs_, reason = why, set_by = who, version = q.version + 1
    where q.tenant_id = tenant and q.version = seen;
  end if;
  return found;
end $$;

-- Businesses are found by their id or by the whole address of a member; nothing lists them all.
create function businesses_found(who uuid, business uuid, address text, at_most int)
  returns table (id uuid, name text, kind text, status text, created_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.name, t.kind, t.status, t.created_at
  from tenants t
  where is_platform_admin(who)
    and t.id in (
      select business
      union all
      select m.tenant_id from users u join tenant_members m on m.user_id = u.id
      where u.email = address and m.deleted_at is null)
  order by t.created_at, t.id limit at_most
$$;

do $$
declare f regprocedure;
begin
  for f in select unnest(array['quotas_set(uuid, uuid, int, int, int, int, text)',
      'businesses_found(uuid, uuid, text, int)'])::regprocedure loop
    execute format('revoke all on routine %s from public', f);
    execute format('grant execute on routine %s to duespark_app', f);
  end loop;
end $$;
