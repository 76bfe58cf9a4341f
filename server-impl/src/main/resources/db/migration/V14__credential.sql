-- Credentials: from where they may be used, and their quotas.

-- Old credentials have none.
alter table app alter column app_type drop not null;

create table app_acl (
    app_id varchar(64) not null,
    app_acl_type varchar(8) not null,
    app_acl_values varchar not null,
    constraint pk_app_acl primary key (app_id),
    constraint fk_app_acl_app foreign key (app_id) references app (id) on delete cascade
);

create table app_quota (
    id varchar(64) not null,
    instance_id varchar(64) not null,
    name varchar(255) not null,
    call_limits integer not null,
    time_unit varchar(8) not null,
    time_interval integer not null,
    reset_time varchar(32),
    remark varchar(255),
    create_time bigint not null,
    constraint pk_app_quota primary key (id),
    constraint uq_app_quota_place unique (instance_id, id),
    constraint uq_app_quota_name unique (instance_id, name),
    constraint fk_app_quota_gateway foreign key (instance_id) references gateway (id) on delete cascade
);

create table app_quota_binding (
    app_id varchar(64) not null,
    instance_id varchar(64) not null,
    app_quota_id varchar(64) not null,
    bound_time bigint not null,
    constraint pk_app_quota_binding primary key (app_id),
    constraint fk_app_quota_binding_app foreign key (instance_id, app_id) references app (instance_id, id) on delete cascade,
    constraint fk_app_quota_binding_quota foreign key (instance_id, app_quota_id) references app_quota (instance_id, id) on delete cascade
);
create index ix_app_quota_binding_quota on app_quota_binding (app_quota_id);

create view quota_app as
select a.id as app_id, a.instance_id, a.name, a.status, a.app_key, a.remark, a.register_time, a.update_time,
       q.id as quota_id, q.name as app_quota_name, b.bound_time
from app a
left join app_quota_binding b on b.app_id = a.id
left join app_quota q on q.id = b.app_quota_id;

create view api_in_environment as
select a.id, a.instance_id, e.id as env_id, e.name as env_name, a.name, lower(a.name) as sort_name, a.remark,
       a.auth_type, a.req_uri, a.group_id, g.name as group_name, p.publish_id as publication_id, coalesce(p.online, false) as online
from api a
join api_group g on g.id = a.group_id
join environment e on e.instance_id = a.instance_id
left join publication p on p.api_id = a.id and p.env_id = e.id;
