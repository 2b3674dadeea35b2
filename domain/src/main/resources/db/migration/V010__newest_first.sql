-- Lists go from the newest id backwards; ids are time-ordered. Without these a page sorts everything a business has.
create index on invoices (tenant_id, id desc) where deleted_at is null;
create index on payments (tenant_id, id desc);
drop index invoices_tenant_id_created_at_id_idx; -- no question is asked in this order
