-- The institutions' interface: every message with its answer, both masked, and the stored answer of what may happen once only.
create table gongji.hospital_message (
  -- The institution's area.
  area char(6) not null,
  institution_code text not null references gongji.institution (code),
  message_no bigint generated always as identity,
  -- As sent; empty where the message could not be read so far.
  msgid text not null,
  infno text not null,
  infcode smallint not null check (infcode in (0, -1)),
  -- The input and the output or error sentence, with whatever tells who somebody is masked.
  asked text not null,
  answered text not null,
  at timestamptz not null,
  took_ms integer not null check (took_ms >= 0),
  primary key (institution_code, message_no)
);
create index hospital_message_msgid on gongji.hospital_message (institution_code, msgid);
-- Rows of usual size are stored as they are: compressing them costs more than it saves.
alter table gongji.hospital_message set (toast_tuple_target = 8160);

-- One row for each message that did something, or that was revoked before it came: then it has no answer and never will.
create table gongji.hospital_answer (
  area char(6) not null,
  institution_code text not null references gongji.institution (code),
  msgid text not null,
  infno text not null,
  at timestamptz not null,
  content_hash bytea,
  -- The output as sent, encrypted.
  output_enc bytea,
  primary key (institution_code, msgid),
  check ((content_hash is null) = (output_enc is null))
);

do $$
declare
  name text;
begin
  foreach name in array array['hospital_message', 'hospital_answer']
  loop
    execute format('alter table gongji.%I enable row level security', name);
    execute format('create policy application_role on gongji.%I to gongji_app using (true) with check (true)', name);
    execute format(
      'create policy own_area on gongji.%I for select to gongji_staff using (area = gongji.current_area())', name);
  end loop;
end
$$;
grant select, insert on gongji.hospital_message, gongji.hospital_answer to gongji_app;
grant select on gongji.hospital_message to gongji_staff;
