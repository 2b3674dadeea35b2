-- Reminders that follow how a customer pays, keep still for a promise or a payment on its way, and obey a person.

alter table reminder_policies
  add column adaptive boolean not null default true,
  drop constraint reminder_policies_catch_up_check,
  add constraint reminder_policies_catch_up_check check (catch_up in ('LATEST', 'ALL', 'SKIP', 'ASK'));

-- The promise stays when its day has passed: kept or broken is told from the invoice (REM-70). A dispute that ends
-- after it was made takes its rule away.
alter table invoice_dunning
  add column promised_at timestamptz,
  add column promised_by text,
  add column dispute_resolved_at timestamptz,
  add check ((promise_to_pay_on is null) = (promised_at is null) and (promised_at is null) = (promised_by is null));

-- What a person decided about a step (REM-29, REM-65), and since when one is asked. Actors as in commands.
alter table reminders
  add column moved_to date,
  add column moved_by text,
  add column chosen_tone text check (chosen_tone in ('FRIENDLY', 'NEUTRAL', 'FIRM')),
  add column chosen_by text,
  add column answer text check (answer in ('SEND', 'SKIP')),
  add column answered_by text,
  add column asked_at timestamptz,
  add check ((moved_to is null) = (moved_by is null)),
  add check ((chosen_tone is null) = (chosen_by is null)),
  add check ((answer is null) = (answered_by is null));

-- Business time at which a payment set out (REM-36); created_at is real time.
alter table payments add column begun_at timestamptz;
alter table payments alter column begun_at set default business_now();
create index payments_on_their_way on payments (tenant_id, invoice_id) where status = 'PENDING';

-- How customers pay (REM-62): the newest first.
create index paid_by_customer on invoices (tenant_id, contact_id, paid_at desc) where status = 'PAID';
create index paid_lately on invoices (tenant_id, paid_at desc) where status = 'PAID';
