-- Plans are made once and for all tenants, so no index but a table's key begins with the tenant alone:
-- a statement that names a payment could otherwise be planned as a reading of all that its tenant
-- has, for an average tenant has next to nothing.
alter table payment
    drop constraint payment_id_once,
    add constraint payment_id_once unique (payment_id, project_id);

alter table wallet
    drop constraint wallet_one_a_customer,
    add constraint wallet_one_a_customer unique (customer_id, project_id);

alter table refund
    drop constraint refund_of_sale,
    add constraint refund_of_sale unique (sale_id, project_id, operation_id),
    drop constraint refund_merchants_id,
    add constraint refund_merchants_id unique (sale_id, project_id, merchants_id);

-- And a tenant is to be taken for a large one: half of the table may be theirs, however many share
-- the rest.
alter table payment alter column project_id set (n_distinct = 2);
alter table wallet alter column project_id set (n_distinct = 2);
alter table balance alter column project_id set (n_distinct = 2);
alter table posting alter column project_id set (n_distinct = 2);
alter table refund alter column project_id set (n_distinct = 2);
alter table webhook alter column project_id set (n_distinct = 2);
alter table outbox alter column project_id set (n_distinct = 2);
alter table callback alter column project_id set (n_distinct = 2);
