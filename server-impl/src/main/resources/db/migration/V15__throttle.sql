-- Credentials and tenants that a request throttling policy has limits of their own for; of a credential, app_id repeats
-- object_id.
create table special_throttle (
    id varchar(64) not null,
    instance_id varchar(64) not null,
    throttle_id varchar(64) not null,
    object_type varchar(8) not null,
    object_id varchar(64) not null,
    app_id varchar(64),
    call_limits integer not null,
    apply_time bigint not null,
    constraint pk_special_throttle primary key (id),
    constraint uq_special_throttle_object unique (throttle_id, object_type, object_id),
    constraint ck_special_throttle_app check (
        object_type = 'APP' and app_id is not null and app_id = object_id or object_type = 'USER' and app_id is null),
    constraint fk_special_throttle_throttle foreign key (instance_id, throttle_id) references throttle (instance_id, id) on delete cascade,
    constraint fk_special_throttle_app foreign key (instance_id, app_id) references app (instance_id, id) on delete cascade
);

create view named_special_throttle as
select s.*, a.name as app_name, coalesce(a.name, s.object_id) as object_name
from special_throttle s
left join app a on a.id = s.app_id;

alter table throttle drop column has_special;
