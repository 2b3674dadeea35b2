-- Invoices that were settled long ago are set aside with their reminders (RET-03): read, found and exported as before, and out
-- of the lists of what is going on. One that is opened again, by a refund, comes back.
alter table invoices add column archived_at timestamptz;

-- Since when nothing is owed; null while something may be.
create function settled_at(status text, paid_at timestamptz, voided_at timestamptz, written_off_at timestamptz) returns timestamptz
  language sql immutable parallel safe as $$
  select case status when 'PAID' then paid_at when 'VOID' then voided_at when 'WRITTEN_OFF' then written_off_at end
$$;

create index settled_invoices on invoices (settled_at(status, paid_at, voided_at, written_off_at)) where archived_at is null;

create function invoice_comes_back() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if settled_at(new.status, new.paid_at, new.voided_at, new.written_off_at) is null then
    new.archived_at := null;
  end if;
  return new;
end $$;
create trigger invoice_comes_back before update of status on invoices
  for each row when (old.archived_at is not null) execute function invoice_comes_back();

create function retain_settled_invoices(keep interval, at_most int) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with due as (
    select i.id from invoices i
    where i.archived_at is null
      and settled_at(i.status, i.paid_at, i.voided_at, i.written_off_at) < kept_since(keep, '1 year')
    order by settled_at(i.status, i.paid_at, i.voided_at, i.written_off_at) limit at_most for update skip locked),
  done as (update invoices i set archived_at = now() from due where i.id = due.id returning 1)
  select count(*)::int from done
$$;

do $$
declare f regprocedure;
begin
  for f in select unnest(array['settled_at(text, timestamptz, timestamptz, timestamptz)',
      'retain_settled_invoices(interval, int)'])::regprocedure loop
    execute format('revoke all on routine %s from public', f);
    execute format('grant execute on routine %s to duespark_app', f);
  end loop;
end $$;
