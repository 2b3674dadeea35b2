-- What the rig wants to know and no endpoint tells: when a business's clock jumped, whether the provider was asked about a
-- message, and in which order a claim and a payment were committed. A row here is written by the transaction that it speaks of, so its xmin tells the moment of that commit.

create schema rig;
create table rig.clock (tenant_id uuid not null, at timestamptz not null, ahead interval not null);
create table rig.claims (delivery_id uuid primary key);
create table rig.questions (delivery_id uuid primary key, asked int not null);
create table rig.payments (payment_id uuid primary key, invoice_id uuid not null);

create function rig.note_clock() returns trigger language plpgsql security definer as $$
begin
  insert into rig.clock values (new.id, clock_timestamp(), new.clock_offset);
  return null;
end $$;
create trigger rig_clock after update on tenants for each row
  when (old.clock_offset is distinct from new.clock_offset) execute function rig.note_clock();

create function rig.note_claim() returns trigger language plpgsql security definer as $$
begin
  insert into rig.claims values (new.id) on conflict do nothing;
  return null;
end $$;
create trigger rig_claim after insert on deliveries for each row
  when (new.type = 'REMINDER') execute function rig.note_claim();

create function rig.note_question() returns trigger language plpgsql security definer as $$
begin
  insert into rig.questions as q values (new.id, 1) on conflict (delivery_id) do update set asked = q.asked + 1;
  return null;
end $$;
create trigger rig_question after update on deliveries for each row
  when (new.lookups > old.lookups) execute function rig.note_question();

create function rig.note_payment() returns trigger language plpgsql security definer as $$
begin
  insert into rig.payments values (new.id, new.invoice_id) on conflict do nothing;
  return null;
end $$;
create trigger rig_payment after insert or update on payments for each row
  when (new.status = 'SUCCEEDED' and new.invoice_id is not null) execute function rig.note_payment();
