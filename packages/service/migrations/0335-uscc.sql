-- The unified social credit code of institutions (GB 32100-2015); its check character is looked at before writing.
alter table gongji.institution
  add column uscc text check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$');
grant select (uscc), update (uscc) on gongji.institution to gongji_staff;
