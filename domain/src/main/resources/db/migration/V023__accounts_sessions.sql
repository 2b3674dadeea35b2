-- Where a session was last renewed from, and when, so that its person knows it again.
alter table sessions add column last_used_at timestamptz;
alter table sessions add column ip_address text check (length(ip_address) <= 100);
alter table sessions add column user_agent text check (length(user_agent) <= 300);

-- A session is renewed by a new refresh token.
create index on refresh_tokens (session_id);
update sessions s set last_used_at = coalesce(
  (select max(r.created_at) from refresh_tokens r where r.session_id = s.id), s.created_at);
alter table sessions alter column last_used_at set default now();
alter table sessions alter column last_used_at set not null;

-- A payer's link stood in the answers that are kept for a repeat; they keep what it is made from now (PTK-01).
delete from idempotency_keys where endpoint = 'POST /v1/invoices/{id}/portal-link';
