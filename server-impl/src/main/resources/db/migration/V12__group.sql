-- API groups as they are shown, their gateway responses and variables, and how old environments are.
alter table api_group add column is_default integer default 2 not null;
alter table api_group add column on_sell_status integer default 2 not null;
alter table api_group add column sl_domains varchar;
alter table api_group add column sl_domain_access_enabled boolean default true not null;
alter table api_group add column version varchar(8);
alter table api_group add column roma_app_id varchar;
alter table api_group add column register_time bigint default 0 not null;
alter table api_group add column update_time bigint default 0 not null;
update api_group set
    is_default = case name when 'DEFAULT' then 1 else 2 end,
    sl_domains = '["' || id || '.apic.example.com","' || id || '.apic.example.net"]',
    register_time = (select g.create_time * 1000000 from gateway g where g.id = instance_id),
    update_time = (select g.create_time * 1000000 from gateway g where g.id = instance_id);
alter table api_group alter column sl_domains set not null;
create index ix_api_group_newest on api_group (instance_id, register_time desc, id);

alter table environment add column create_time bigint default 0 not null;
update environment set create_time = (select g.create_time * 1000000 from gateway g where g.id = instance_id);

-- Types of error that are not as by default, as JSON text.
create table group_response (
    id varchar(64) not null,
    instance_id varchar(64) not null,
    group_id varchar(64) not null,
    name varchar(64) not null,
    is_default boolean not null,
    create_time bigint not null,
    update_time bigint not null,
    responses text not null,
    constraint pk_group_response primary key (id),
    constraint uq_group_response_name unique (group_id, name),
    constraint fk_group_response_group foreign key (instance_id, group_id) references api_group (instance_id, id) on delete cascade
);
insert into group_response (id, instance_id, group_id, name, is_default, create_time, update_time, responses)
select id, instance_id, id, 'default', true, register_time, register_time, '[]' from api_group;

create table environment_variable (
    id varchar(64) not null,
    instance_id varchar(64) not null,
    group_id varchar(64) not null,
    env_id varchar(64) not null,
    variable_name varchar(32) not null,
    variable_value varchar(255) not null,
    create_time bigint not null,
    constraint pk_environment_variable primary key (id),
    constraint uq_environment_variable_name unique (group_id, env_id, variable_name),
    constraint fk_environment_variable_group foreign key (instance_id, group_id) references api_group (instance_id, id) on delete cascade,
    constraint fk_environment_variable_environment foreign key (instance_id, env_id) references environment (instance_id, id) on delete cascade
);
