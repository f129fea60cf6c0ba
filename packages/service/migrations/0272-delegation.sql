-- 授权代办: somebody lets another person do their business for them, within scopes and days; taken back at once.
create table gongji.delegation (
  delegation_id text primary key,
  -- The area of whoever gives the permission.
  area char(6) not null,
  principal_no text not null references gongji.person (person_no),
  helper_no text not null references gongji.person (person_no),
  scopes text[] not null check (scopes <@ array['bind', 'premium', 'control', 'usages', 'filing'] and cardinality(scopes) > 0),
  valid_from date not null,
  valid_to date not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  check (principal_no <> helper_no),
  check (valid_from <= valid_to)
);
create index delegation_principal on gongji.delegation (principal_no, created_at desc);
create index delegation_helper on gongji.delegation (helper_no, created_at desc);

grant select, insert, update (revoked_at) on gongji.delegation to gongji_app;
alter table gongji.delegation enable row level security;
create policy application_role on gongji.delegation to gongji_app using (true) with check (true);

-- What was done under a permission is what its helper did anywhere.
create index action_delegation on gongji.action ((payload ->> 'delegationId')) where payload ? 'delegationId';
