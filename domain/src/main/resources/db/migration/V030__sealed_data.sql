-- Tax numbers, bank details and what providers told are sealed by the program before they are stored (PRV-02): 'sealed:'
-- and base64, of which the first byte names the key. What stands here from before is sealed by the program in its own time.

-- The key that sealed a text; -1 when none did.
create function sealed_by(stored text) returns int
  language sql immutable strict parallel safe as $$
  select case when stored ~ '^sealed:[A-Za-z0-9+/]{4}' then get_byte(decode(substr(stored, 8, 4), 'base64'), 0) else -1 end
$$;

-- Of a document; its texts are always sealed together.
create function document_sealed_by(document jsonb) returns int
  language sql immutable parallel safe as $$
  select public.sealed_by(coalesce(document #>> '{seller,taxId}', document #>> '{buyer,taxId}', document #>> '{howToPay,bankDetails}'))
$$;

create function settings_sealed_by(settings jsonb) returns int
  language sql immutable parallel safe as $$
  select public.sealed_by(coalesce(settings #>> '{company,taxId}',
    settings #>> '{payments,bankDetails,accountNumber}', settings #>> '{payments,bankDetails,iban}',
    settings #>> '{payments,bankDetails,accountName}', settings #>> '{payments,bankDetails,bankName}',
    settings #>> '{payments,bankDetails,branch}', settings #>> '{payments,bankDetails,swift}'))
$$;

-- Fifty characters of any script, sealed.
alter table contacts drop constraint contacts_tax_id_check;
alter table contacts add check (length(tax_id) <= 400);

-- What was erased before V025 says nothing that could be sealed.
update webhook_events set emptied_at = now() where emptied_at is null and payload_json in ('{}', '{"erased": true}');

create index sealed_contacts on contacts (sealed_by(tax_id), id) where tax_id is not null;
create index sealed_documents on invoices (document_sealed_by(document), id) where document_sealed_by(document) is not null;
create index sealed_settings on tenants (settings_sealed_by(settings_json), id) where settings_sealed_by(settings_json) is not null;
create index sealed_webhooks on webhook_events (sealed_by(payload_json #>> '{}'), id) where emptied_at is null;

-- ---------------------------------------------------------------- sealed anew
-- What a key sealed, or none did (-1), over all businesses, by one index each; the program seals each in its own business.
create function things_sealed_by(kind_ text, key_ int, after uuid, at_most int) returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  (select c.tenant_id, c.id from contacts c
   where kind_ = 'contacts' and c.tax_id is not null and sealed_by(c.tax_id) = key_ and c.id > after
   order by c.id limit at_most)
  union all
  (select i.tenant_id, i.id from invoices i
   where kind_ = 'documents' and document_sealed_by(i.document) = key_ and i.id > after
   order by i.id limit at_most)
  union all
  (select t.id, t.id from tenants t
   where kind_ = 'settings' and settings_sealed_by(t.settings_json) = key_ and t.id > after
   order by t.id limit at_most)
$$;

create function webhooks_sealed_by(key_ int, after uuid, at_most int) returns table (id uuid, payload text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select w.id, w.payload_json::text from webhook_events w
  where w.emptied_at is null and sealed_by(w.payload_json #>> '{}') = key_ and w.id > after
  order by w.id limit at_most
$$;

-- Unless it was changed meanwhile.
create function webhook_seal(event uuid, was jsonb, sealed jsonb) returns boolean
  language sql security definer set search_path = pg_catalog, public as $$
  with done as (update webhook_events w set payload_json = sealed where w.id = event and w.payload_json = was returning 1)
  select exists (select from done)
$$;

-- As before (V028), and the data; it is the owner's now, who may read it. Not counted: answers kept for repeated requests and a
-- person's copies, which are sealed too and go within seven days.
drop function sealed_otherwise(int);
create function sealed_otherwise(version_ int) returns table (kind text, items bigint)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select 'data_keys', count(*) from data_keys k where k.sealed is not null and get_byte(k.sealed, 0) <> version_
  union all
  select 'connections', count(*) from integration_connections c
  where c.auth_sealed is not null and get_byte(c.auth_sealed, 0) <> version_
  union all
  select 'contacts', count(*) from contacts c
  where c.tax_id is not null and (sealed_by(c.tax_id) < version_ or sealed_by(c.tax_id) > version_)
  union all
  select 'documents', count(*) from invoices i
  where document_sealed_by(i.document) < version_ or document_sealed_by(i.document) > version_
  union all
  select 'settings', count(*) from tenants t
  where settings_sealed_by(t.settings_json) < version_ or settings_sealed_by(t.settings_json) > version_
  union all
  select 'webhooks', count(*) from webhook_events w
  where w.emptied_at is null and (sealed_by(w.payload_json #>> '{}') < version_ or sealed_by(w.payload_json #>> '{}') > version_)
$$;

-- ---------------------------------------------------------------- erased
-- Which raw events name a person only the program can read. The business's own and those that belong to nobody, while they say
-- anything; one that still has to be booked keeps its payload, its booking is awaited (V025).
drop function erase_webhook_payloads(text[]);

create function webhooks_to_erase(after uuid, at_most int) returns table (id uuid, payload text, error text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select w.id, w.payload_json::text, w.error from webhook_events w
  where w.emptied_at is null and (w.tenant_id = current_tenant() or w.tenant_id is null)
    and (w.status in ('IGNORED', 'FAILED') or (w.status = 'PROCESSED' and (w.booked_at is not null or w.tenant_id is null)))
    and (after is null or w.id > after)
  order by w.id limit at_most
$$;

create function erase_webhook_payloads(events uuid[]) returns int
  language sql security definer set search_path = pg_catalog, public as $$
  with erased as (
    update webhook_events w set payload_json = '{"erased": true}', error = null, emptied_at = now()
    where w.id = any (events) and w.emptied_at is null and w.status <> 'RECEIVED'
      and (w.tenant_id = current_tenant() or w.tenant_id is null)
    returning 1)
  select count(*)::int from erased
$$;

do $$
declare f regprocedure;
begin
  for f in select unnest(array['sealed_by(text)', 'document_sealed_by(jsonb)', 'settings_sealed_by(jsonb)',
      'things_sealed_by(text, int, uuid, int)', 'webhooks_sealed_by(int, uuid, int)',
      'webhook_seal(uuid, jsonb, jsonb)', 'sealed_otherwise(int)', 'webhooks_to_erase(uuid, int)',
      'erase_webhook_payloads(uuid[])'])::regprocedure loop
    execute format('revoke all on routine %s from public', f);
    execute format('grant execute on routine %s to duespark_app', f);
  end loop;
end $$;
