-- What the analyses open: cases of a cause, a product or a department by the days they were opened, counted without the rows.
create index service_case_of_cause on service_case (tenant_id, cause, opened_at desc, id desc)
  include (status, urgency_phase, account_id) where cause is not null;
create index service_case_of_product on service_case (tenant_id, product_id, opened_at desc, id desc)
  include (status, urgency_phase, account_id) where product_id is not null;
create index service_case_of_department on service_case (tenant_id, department_id, opened_at desc, id desc)
  include (status, urgency_phase, account_id) where department_id is not null;
