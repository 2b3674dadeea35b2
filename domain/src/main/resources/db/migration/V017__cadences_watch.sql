-- Whether a customer's workflow runs, and when it looks by itself (real time, null when only a change wakes it): it is told
-- only what would make it look sooner.
alter table cadences add column watched boolean not null default false;
alter table cadences add column wakes_at timestamptz;

-- A message that whoever stored it keeps back for a while, and lets go or finishes.
create function outbox_keep(message uuid, kind_ text, workflow_ text, workflow_id_ text, payload_ jsonb, lease interval)
  returns void language sql security definer set search_path = pg_catalog, public as $$
  insert into outbox_messages (id, kind, workflow, workflow_id, payload, claimed_until)
  values (message, kind_, workflow_, workflow_id_, payload_, now() + lease)
$$;
revoke all on function outbox_keep(uuid, text, text, text, jsonb, interval) from public;
grant execute on function outbox_keep(uuid, text, text, text, jsonb, interval) to duespark_app;

create function outbox_let_go(message uuid) returns void
  language sql security definer set search_path = pg_catalog, public as $$
  update outbox_messages set claimed_until = null where id = message and dispatched_at is null
$$;
revoke all on function outbox_let_go(uuid) from public;
grant execute on function outbox_let_go(uuid) to duespark_app;
