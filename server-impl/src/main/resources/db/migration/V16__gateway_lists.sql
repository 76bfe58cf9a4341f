-- What lists of a project with very many gateways need, so that they take no longer than others: how many it has, all
-- endings of their names (in lower case, as UTF-8: what contains a text has an ending that begins with it), an index
-- for what is gone, and one to read the last page from its end.
alter table project_quota add column gateways bigint default 0 not null;
insert into project_quota (project_id)
    select distinct project_id from gateway
    where project_id not in (select project_id from project_quota);
update project_quota set gateways = (select count(*) from gateway g where g.project_id = project_quota.project_id);

create table gateway_name_ending (
    gateway_id varchar(64) not null,
    project_id varchar(64) not null,
    ending bytea not null,
    constraint pk_gateway_name_ending primary key (gateway_id, ending),
    constraint fk_gateway_name_ending foreign key (gateway_id) references gateway (id) on delete cascade
);
create index ix_gateway_name_ending on gateway_name_ending (project_id, ending, gateway_id);
insert into gateway_name_ending (gateway_id, project_id, ending)
    select g.id, g.project_id, cast(substring(replace(lower(g.instance_name), '\', '/') from cast(n.x as integer)) as bytea)
    from gateway g join generate_series(1, 128) n(x) on n.x <= char_length(lower(g.instance_name));

create index ix_gateway_gone on gateway (project_id, transition_kind, transition_end);
create index ix_gateway_oldest on gateway (project_id, create_time, id desc);
