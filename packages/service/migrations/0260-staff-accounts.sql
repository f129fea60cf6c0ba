-- Staff accounts: more roles, a state, and a version that rises with every change. Staff are never deleted.
alter table gongji.staff drop constraint staff_role_check;
alter table gongji.staff
  add constraint staff_role_check check (role in ('reviewer', 'window-clerk', 'cashier', 'auditor', 'supervisor',
    'finance', 'policy-officer', 'administrator')),
  add column state text not null default 'active' check (state in ('active', 'disabled')),
  add column version integer not null default 1 check (version > 0);
create index staff_area on gongji.staff (area, staff_no);

-- Administrators work as gongji_staff, so that the database itself keeps them to their area.
grant insert, update (role, institution_code, state, version) on gongji.staff to gongji_staff;
grant select (code, area, name, kind, level, state) on gongji.institution to gongji_staff;
