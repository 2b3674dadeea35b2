-- The operator's switch (BEY-09): while its one row is there, no reminder of any business leaves. The role that migrates
-- sets and clears it; every plan and every claim reads it.
create table reminder_stop (
  one boolean primary key default true check (one),
  reason text not null check (length(reason) between 1 and 500),
  since timestamptz not null default now()
);
alter table reminder_stop enable row level security;
alter table reminder_stop force row level security;
create policy owner_all on reminder_stop to duespark_owner using (true) with check (true);

create function reminders_stopped() returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from reminder_stop)
$$;
revoke all on function reminders_stopped() from public;
grant execute on function reminders_stopped() to duespark_app;
