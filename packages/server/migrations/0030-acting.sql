-- For whom a signed-in helper acts in this session: the permission by its id; null: for themselves.
alter table edge.session add column acting text;
