-- An application can wait for the member, and end because the member does not want it.
alter table gongji.application drop constraint application_state_check;
alter table gongji.application add constraint application_state_check check (state in
  ('submitted', 'awaiting-member', 'in-review', 'more-requested', 'approved', 'rejected', 'declined', 'withdrawn'));

drop index gongji.application_open;
create unique index application_open on gongji.application (giver_no, member_no)
  where state in ('submitted', 'awaiting-member', 'in-review', 'more-requested');
-- What one member is asked.
create index application_asked on gongji.application (member_no) where state = 'awaiting-member';
