-- The orders a list of invoices can be asked for. Of numbers the longer one is later: INV-10000 comes after INV-9999.
create function number_order(number text) returns text
  language sql immutable parallel safe
  return lpad(length(coalesce(number, ''))::text, 3, '0') || coalesce(number, '');
create index on invoices (tenant_id, number_order(invoice_number), id) where deleted_at is null;
create index on invoices (tenant_id, due_date, id) where deleted_at is null;
create index on invoices (tenant_id, greatest(total_minor - amount_paid_minor, 0), id) where deleted_at is null;
create index on invoices (tenant_id, total_minor, id) where deleted_at is null;
