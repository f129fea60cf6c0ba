-- Staff see only their area, by the database itself: transactions of staff run as gongji_staff with gongji.area set.
create function gongji.current_area() returns text language sql stable
  return current_setting('gongji.area', true);

do $$
declare
  name text;
begin
  foreach name in array array['person', 'institution', 'staff', 'action', 'decision', 'request', 'photo',
    'application', 'application_photo', 'relation']
  loop
    execute format('alter table gongji.%I enable row level security', name);
    execute format('create policy application_role on gongji.%I to gongji_app using (true) with check (true)', name);
  end loop;
  foreach name in array array['institution', 'staff', 'action', 'decision', 'request', 'photo',
    'application', 'application_photo', 'relation']
  loop
    execute format(
      'create policy own_area on gongji.%I to gongji_staff using (area = gongji.current_area())
         with check (area = gongji.current_area())', name);
  end loop;
end
$$;

-- People of the area, and members elsewhere who are bound to a giver of the area.
create policy own_area on gongji.person for select to gongji_staff using (
  area = gongji.current_area()
  or exists (select from gongji.relation r
    where r.member_no = person.person_no and r.state = 'active' and r.area = gongji.current_area())
);
