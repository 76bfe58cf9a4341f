-- How the creation of a gateway went, what it can do by itself, and which networks it keeps for itself.
alter table gateway add column creation_end_time bigint;
alter table gateway add column creation_error_code varchar(64);
alter table gateway add column creation_error_msg varchar(255);
alter table gateway add column instance_features varchar;
alter table gateway add column restrict_cidrs varchar;
alter table gateway add column resource_subnet_cidr varchar;

alter table project_quota add column config_time bigint;
alter table project_quota add column remark varchar(255);

-- The zones where a state names them; else there are those that the server comes with.
create table available_zone (
    id varchar(64) not null,
    position integer not null,
    details varchar not null,
    constraint pk_available_zone primary key (id)
);

-- A feature that was set; one without a row has its default.
create table feature (
    id varchar(64) not null,
    instance_id varchar(64) not null,
    name varchar(64) not null,
    enable boolean not null,
    config varchar,
    update_time bigint not null,
    constraint pk_feature primary key (id),
    constraint uq_feature_name unique (instance_id, name),
    constraint fk_feature_gateway foreign key (instance_id) references gateway (id) on delete cascade
);
