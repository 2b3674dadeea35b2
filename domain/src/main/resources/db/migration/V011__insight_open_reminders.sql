-- What is planned next and what is held, of one business: its home page asks with every visit.
create index open_reminders on reminders (tenant_id, send_at) where status in ('SCHEDULED', 'HELD');
