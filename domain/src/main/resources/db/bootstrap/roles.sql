-- The three roles of RLS-02. Run as superuser in any database of the server; safe to run again.
-- Passwords are set elsewhere. Next: create database duespark owner duespark_owner; then schema.sql in it.

do $$
declare
  wanted text;
begin
  foreach wanted in array array['duespark_owner', 'duespark_app', 'duespark_lookup'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I', wanted);
    end if;
  end loop;
end
$$;

-- owner: migrates, owns database, schema and tables. app: what the program runs as, owns nothing.
alter role duespark_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role duespark_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

-- lookup: owns the narrow functions that find a tenant before one is known (RLS-03).
alter role duespark_lookup nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

-- A migration may hand a function over to lookup, but the owner's own queries gain nothing by it.
grant duespark_lookup to duespark_owner with inherit false, set true;
