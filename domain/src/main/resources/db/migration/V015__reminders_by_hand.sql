-- What a person asks of a cadence, and on which facts each decision rests.

-- send_now_at: a person wants it at once, whatever its slot. command_id: who asked, and their own words. decided_at:
-- when it was last decided what becomes of it. evidence: the facts that the plan or the claim was made from, as they
-- were then.
alter table reminders
  add column send_now_at timestamptz,
  add column command_id uuid,
  add column decided_at timestamptz,
  add column evidence jsonb,
  add foreign key (tenant_id, command_id) references commands (tenant_id, id),
  add check (origin = 'POLICY' or command_id is not null);
create index reminders_wanted_now on reminders (tenant_id, contact_id)
  where send_now_at is not null and status = 'SCHEDULED';
create index reminders_by_command on reminders (tenant_id, command_id) where command_id is not null;

alter table invoice_dunning
  add column promise_note text check (length(promise_note) <= 500),
  add column disputed_at timestamptz,
  add column disputed_by text,
  add check (length(dispute_reason) <= 1000);
