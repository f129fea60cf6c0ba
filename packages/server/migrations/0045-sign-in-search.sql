-- Sign-ins are searched by auditors of the area, the newest first.
create index sign_in_area_at on edge.sign_in (area, at desc, sign_in_id desc);
