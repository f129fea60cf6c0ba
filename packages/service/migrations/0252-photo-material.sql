-- Which material a photo shows, by code and by the name that the giver read; null on photos from before this was asked.
alter table gongji.application_photo
  add column material text,
  add column material_name text,
  add check (material is null or material_name is not null);
