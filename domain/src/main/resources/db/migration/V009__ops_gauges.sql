-- What an operator watches over all businesses, in one narrow function: counts and ages, no row of anybody.

create index unknown_deliveries on deliveries (first_attempt_at) where status = 'UNKNOWN';
create index open_dead_letters on dead_letters (kind, created_at) where status = 'OPEN';
create index permission_denials on analytics_events (created_at, tenant_id) where event_name = 'security.permission_denied';

-- Each row becomes the metrics duespark_<what>{kind} and duespark_<what>_oldest_seconds{kind}.
create function outstanding() returns table (what text, kind text, items bigint, oldest_seconds double precision)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select 'webhooks_waiting', '', count(*), coalesce(extract(epoch from now() - min(received_at)), 0)
  from webhook_events where status = 'RECEIVED'
  union all
  select 'outbox_waiting', '', count(*), coalesce(extract(epoch from now() - min(created_at)), 0)
  from outbox_messages where dispatched_at is null
  union all
  select 'commands_open', '', count(*), coalesce(extract(epoch from now() - min(created_at)), 0)
  from commands where status = 'OPEN'
  union all
  select 'deliveries_unfinished', '', count(*), coalesce(extract(epoch from now() - min(created_at)), 0)
  from deliveries where status in ('NEW', 'ATTEMPTING')
  union all
  select 'deliveries_unknown', '', count(*), coalesce(extract(epoch from now() - min(first_attempt_at)), 0)
  from deliveries where status = 'UNKNOWN'
  union all
  select 'dead_letters_open', lower(k.kind), count(d.id), coalesce(extract(epoch from now() - min(d.created_at)), 0)
  from (select 'WEBHOOK' as kind union select l.kind from dead_letters l where l.status = 'OPEN') k
  left join dead_letters d on d.kind = k.kind and d.status = 'OPEN' group by k.kind
  union all
  -- refusals within ten minutes, of the business that had most of them
  select 'permission_denials_worst_tenant', '', coalesce(max(n), 0), null
  from (select count(*) as n from analytics_events
        where event_name = 'security.permission_denied' and created_at > now() - interval '10 minutes'
        group by tenant_id) denials
$$;
revoke all on function outstanding() from public;
grant execute on function outstanding() to duespark_app;
