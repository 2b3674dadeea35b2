-- As V030 made them, each page in the order of its index: no sort, however much another key sealed.
create or replace function things_sealed_by(kind_ text, key_ int, after uuid, at_most int) returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  (select c.tenant_id, c.id from contacts c
   where kind_ = 'contacts' and c.tax_id is not null and sealed_by(c.tax_id) = key_ and c.id > after
   order by sealed_by(c.tax_id), c.id limit at_most)
  union all
  (select i.tenant_id, i.id from invoices i
   where kind_ = 'documents' and document_sealed_by(i.document) = key_ and i.id > after
   order by document_sealed_by(i.document), i.id limit at_most)
  union all
  (select t.id, t.id from tenants t
   where kind_ = 'settings' and settings_sealed_by(t.settings_json) = key_ and t.id > after
   order by settings_sealed_by(t.settings_json), t.id limit at_most)
$$;

create or replace function webhooks_sealed_by(key_ int, after uuid, at_most int) returns table (id uuid, payload text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select w.id, w.payload_json::text from webhook_events w
  where w.emptied_at is null and sealed_by(w.payload_json #>> '{}') = key_ and w.id > after
  order by sealed_by(w.payload_json #>> '{}'), w.id limit at_most
$$;
