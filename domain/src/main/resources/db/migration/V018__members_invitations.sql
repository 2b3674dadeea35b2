-- Until somebody accepts, only their address is known here: whether it has an account elsewhere stays unsaid.
alter table tenant_members alter column user_id drop not null;
alter table tenant_members add column invited_email text
  check (invited_email = lower(invited_email) and length(invited_email) <= 254);
alter table tenant_members add constraint invited_by_address
  check ((status = 'INVITED') = (user_id is null) and (user_id is null) = (invited_email is not null));

-- Whoever was removed may come back.
alter table tenant_members drop constraint tenant_members_tenant_id_user_id_key;
create unique index one_place_per_person on tenant_members (tenant_id, user_id) where deleted_at is null;
create unique index one_invited_member_per_address on tenant_members (tenant_id, invited_email) where deleted_at is null;
create index members_by_person on tenant_members (user_id) where deleted_at is null;

-- The links of invitation mails; the link's secret is derived from the id and only its hash is stored.
create table invitations (
  id uuid primary key,
  tenant_id uuid not null references tenants (id),
  member_id uuid not null,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null references users (id),
  foreign key (tenant_id, member_id) references tenant_members (tenant_id, id)
);
create index on invitations (tenant_id, member_id, created_at);
call tenant_table('invitations');
create policy lookup on invitations for select to duespark_lookup using (true);
grant select (tenant_id, token_hash) on invitations to duespark_lookup;

create function invitation_tenant(hash bytea) returns table (tenant_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select i.tenant_id from invitations i where i.token_hash = hash
$$;
revoke all on function invitation_tenant(bytea) from public;
grant execute on function invitation_tenant(bytea) to duespark_app;
alter function invitation_tenant(bytea) owner to duespark_lookup;

-- An invitation goes to an address, not to an account.
alter table account_deliveries alter column user_id drop not null;
