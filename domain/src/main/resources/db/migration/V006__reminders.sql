-- Reminders: policies, the plan's rows, the customer's cadence, and what stands still for a while.

create table reminder_policies (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  name text not null check (length(name) between 1 and 200),
  is_default boolean not null default false,
  enabled boolean not null default true,
  steps jsonb not null,
  tone_neutral_after_days int not null default 3 check (tone_neutral_after_days between 0 and 180),
  tone_firm_after_days int not null default 10 check (tone_firm_after_days between 0 and 180),
  window_start time,
  window_end time,
  cap_per_day int not null default 1 check (cap_per_day between 1 and 10),
  cap_per_week int not null default 3 check (cap_per_week between 1 and 70),
  consolidate boolean not null default true,
  collections_after_days int not null default 14 check (collections_after_days between 1 and 365),
  quiet_days_after_send int not null default 2 check (quiet_days_after_send between 0 and 14),
  catch_up text not null default 'LATEST' check (catch_up in ('LATEST')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid,
  deleted_at timestamptz,
  version int not null default 1,
  check ((window_start is null) = (window_end is null) and window_start < window_end),
  check (tone_neutral_after_days <= tone_firm_after_days),
  unique (tenant_id, id)
);
create unique index one_default_reminder_policy on reminder_policies (tenant_id) where is_default and deleted_at is null;
call tenant_table('reminder_policies');

-- Businesses that are here already start with the standard policy, as new ones do (REM-03).
insert into reminder_policies (id, tenant_id, name, is_default, steps)
select gen_random_uuid(), id, 'Standard', true, '{"list": [
  {"key": "PRE_3", "offsetDays": -3, "stage": "NONE"},
  {"key": "REMINDER_1", "offsetDays": 3, "stage": "REMINDER_1"},
  {"key": "REMINDER_2", "offsetDays": 7, "stage": "REMINDER_2"},
  {"key": "FINAL", "offsetDays": 14, "stage": "FINAL"}]}'::jsonb
from tenants;

alter table contacts add column reminder_policy_id uuid;
alter table contacts add foreign key (tenant_id, reminder_policy_id) references reminder_policies (tenant_id, id);

alter table tenants
  add column reminders_paused boolean not null default false,
  add column reminders_paused_until timestamptz;

-- due_on and closed are what the cadence saw last: a later due day or a reopened invoice starts a new cycle (REM-50).
alter table invoice_dunning
  add column reminder_policy_id uuid,
  add column reminders_paused boolean not null default false,
  add column due_on date,
  add column closed boolean not null default false,
  add column overdue_noted boolean not null default false,
  add foreign key (tenant_id, reminder_policy_id) references reminder_policies (tenant_id, id);

-- The business's own free days (REM-22).
create table holidays (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  day date not null,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid,
  unique (tenant_id, day)
);
call tenant_table('holidays');

-- When a customer's cadence acts next, and whether it is paused. changes counts what happened to the customer's rows,
-- planned_changes what the last plan had seen of it.
create table cadences (
  tenant_id uuid not null references tenants (id),
  contact_id uuid not null,
  next_at timestamptz,
  planned_at timestamptz,
  changes bigint not null default 0,
  planned_changes bigint not null default 0,
  paused boolean not null default false,
  paused_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, contact_id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id)
);
create index on cadences (tenant_id, next_at);
call tenant_table('cadences');

-- One row for each step of each invoice, planned, sent or not sent. A row bound to a delivery is never claimed again,
-- unless that delivery is FAILED and known not accepted (IDM-04).
create table reminders (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  contact_id uuid not null,
  invoice_id uuid not null,
  policy_id uuid not null,
  step_key text not null,
  cycle int not null,
  origin text not null default 'POLICY' check (origin in ('POLICY', 'MANUAL')),
  stage text not null check (stage in ('NONE', 'REMINDER_1', 'REMINDER_2', 'FINAL', 'COLLECTIONS')),
  offset_days int not null,
  template_id uuid,
  tone text not null check (tone in ('FRIENDLY', 'NEUTRAL', 'FIRM')),
  channel text not null check (channel in ('EMAIL', 'SMS', 'WHATSAPP')),
  send_at timestamptz not null,
  status text not null check (status in ('SCHEDULED', 'HELD', 'SENDING', 'SENT', 'UNKNOWN', 'SKIPPED', 'CANCELED', 'FAILED')),
  held_by text,
  skip_reason text,
  reasons jsonb not null default '[]',
  delivery_id uuid,
  attempts int not null default 0,
  claimed_at timestamptz,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoices (tenant_id, id),
  foreign key (tenant_id, policy_id) references reminder_policies (tenant_id, id),
  -- bound first, written a moment later in the same transaction
  foreign key (tenant_id, delivery_id) references deliveries (tenant_id, id) deferrable initially deferred,
  check ((status in ('SENDING', 'SENT', 'UNKNOWN')) = (delivery_id is not null)),
  unique (tenant_id, id),
  unique (tenant_id, invoice_id, cycle, step_key)
);
create index on reminders (tenant_id, send_at);
create index on reminders (tenant_id, contact_id, claimed_at);
create index on reminders (tenant_id, delivery_id) where delivery_id is not null;
create index on reminders (status, send_at) where status in ('SCHEDULED', 'SENDING');
call tenant_table('reminders');

-- What a person should do. So far only: collect an invoice whose last reminder brought nothing (REM-52).
create table work_items (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  type text not null check (type in ('REQUEST', 'ORDER', 'JOB', 'SUPPORT', 'ADMIN', 'COLLECTION', 'BOOKKEEPING')),
  title text not null check (length(title) between 1 and 300),
  description text check (length(description) <= 10000),
  priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  status text not null default 'NEW' check (status in ('NEW', 'IN_PROGRESS', 'NEEDS_APPROVAL', 'WAITING', 'DONE', 'CANCELED')),
  contact_id uuid,
  invoice_id uuid,
  due_at timestamptz,
  assigned_to uuid,
  source text not null check (source in ('INBOX', 'PORTAL', 'MANUAL', 'POS_SYNC', 'AI', 'SYSTEM')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid,
  deleted_at timestamptz,
  version int not null default 1,
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoices (tenant_id, id),
  check (type <> 'COLLECTION' or invoice_id is not null),
  unique (tenant_id, id)
);
create unique index one_open_collection on work_items (tenant_id, invoice_id)
  where type = 'COLLECTION' and status not in ('DONE', 'CANCELED') and deleted_at is null;
create index on work_items (tenant_id, status);
create index on work_items (tenant_id, type);
create index on work_items (tenant_id, assigned_to);
create index on work_items (tenant_id, due_at);
call tenant_table('work_items');

-- Commands of a customer's cadence beside those of invoices.
alter table commands drop constraint commands_entity_type_check;
alter table commands add constraint commands_entity_type_check check (entity_type in ('INVOICE', 'CONTACT'));

-- The message that a payer's link went out with, when it carried several links.
create index on portal_tokens (tenant_id, delivery_id) where delivery_id is not null;
