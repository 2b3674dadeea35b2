-- Who may do what in the product's database. Run as superuser in that database, after roles.sql; safe to run again.

do $$
begin
  execute format('alter database %I owner to duespark_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to duespark_app', current_database());
end
$$;

alter schema public owner to duespark_owner;
revoke all on schema public from public;
grant usage on schema public to duespark_app;

-- create: without it the owner could not hand a function over to lookup.
grant usage, create on schema public to duespark_lookup;
