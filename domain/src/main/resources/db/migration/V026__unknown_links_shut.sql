-- Whoever guesses is shut out for a while (RAT-04): a window's count alone begins anew when its window ends.
create table rate_shuts (
  scope text primary key,
  shut_until timestamptz not null
);
alter table rate_shuts enable row level security;
alter table rate_shuts force row level security;
create policy owner_all on rate_shuts to duespark_owner using (true) with check (true);

create function rate_shut(scope_ text, wide interval) returns void
  language sql security definer set search_path = pg_catalog, public as $$
  insert into rate_shuts (scope, shut_until) values (scope_, now() + wide)
  on conflict (scope) do update set shut_until = excluded.shut_until
$$;

-- How long yet; null when the scope is open.
create function rate_shut_for(scope_ text) returns interval
  language sql stable security definer set search_path = pg_catalog, public as $$
  select shut_until - now() from rate_shuts where scope = scope_ and shut_until > now()
$$;

-- As before (V025); whoever was shut out is forgotten with the windows.
create or replace function retain_rate_windows(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  delete from rate_shuts where shut_until < kept_since(keep, '1 day');
  with due as (
    select r.scope, r.window_start from rate_windows r where r.window_start < kept_since(keep, '1 day')
    limit at_most for update skip locked),
  gone as (
    delete from rate_windows r using due where r.scope = due.scope and r.window_start = due.window_start returning 1)
  select count(*)::int from gone
$$;

-- The daily round does it now, and nobody asked for the other.
drop function rate_sweep();
drop function rate_peek(text, interval);

do $$
declare f text;
begin
  foreach f in array array['rate_shut(text, interval)', 'rate_shut_for(text)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to duespark_app', f);
  end loop;
end $$;
