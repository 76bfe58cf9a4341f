-- One set of migrations for H2 (in PostgreSQL mode) and PostgreSQL: plain SQL that both take.
-- Moments are nanoseconds since 1970. Lists that are only ever shown whole are JSON text.

create table clock (
    id integer not null check (id = 1),
    frozen_at bigint not null,
    constraint pk_clock primary key (id)
);

create table token (
    token varchar(16384) not null,
    project_id varchar(64) not null,
    constraint pk_token primary key (token)
);

create table fault (
    position integer not null,
    operation varchar(128) not null,
    error_code varchar(64) not null,
    error_msg varchar,
    times integer,
    constraint pk_fault primary key (position)
);

create table gateway (
    id varchar(64) not null,
    project_id varchar(64) not null,
    instance_name varchar(64) not null,
    description varchar(255),
    status varchar(32) not null,
    transition_kind varchar(16),
    transition_start bigint,
    transition_end bigint,
    transition_spec varchar(32),
    spec varchar(32) not null,
    type varchar,
    create_time bigint not null,
    charging_mode integer not null,
    cbc_metadata varchar,
    cbc_operation_locks varchar,
    enterprise_project_id varchar,
    loadbalancer_provider varchar(16),
    instance_version varchar,
    available_zone_ids varchar,
    user_id varchar,
    vpc_id varchar,
    subnet_id varchar,
    virsubnet_id varchar,
    security_group_id varchar,
    maintain_begin varchar(16),
    maintain_end varchar(16),
    eip_address varchar,
    ingress_ip varchar,
    ingress_ip_v6 varchar,
    nat_eip_address varchar,
    nat_eip_ipv6_cidr varchar,
    eip_ipv6_address varchar,
    roma_eip_address varchar,
    bandwidth_size integer,
    bandwidth_charging_mode varchar,
    ingress_bandwidth_size integer,
    ingress_bandwidth_charging_mode varchar,
    vpcep_service_name varchar,
    is_releasable boolean,
    supported_features varchar,
    endpoint_services varchar,
    shubao_ips varchar,
    livedata_ips varchar,
    publicips varchar,
    privateips varchar,
    unreliable_ips varchar,
    tags varchar,
    quotas varchar,
    constraint uq_gateway_id unique (id),
    constraint uq_gateway_name unique (project_id, instance_name),
    constraint ck_gateway_transition check (
        (transition_kind is null and transition_start is null and transition_end is null)
        or (transition_kind is not null and transition_start is not null and transition_end is not null))
);
create index ix_gateway_newest on gateway (project_id, create_time desc, id);
create index ix_gateway_transition on gateway (transition_end);

-- A project in which gateways were made: who makes one keeps others from it until he is done.
create table project_quota (
    project_id varchar(64) not null,
    instance_num_limit integer,
    constraint pk_project_quota primary key (project_id)
);

create table environment (
    instance_id varchar(64) not null,
    id varchar(64) not null,
    name varchar(64) not null,
    remark varchar(255),
    constraint pk_environment primary key (instance_id, id),
    constraint uq_environment_name unique (instance_id, name),
    constraint fk_environment_gateway foreign key (instance_id) references gateway (id) on delete cascade
);

create table api_group (
    id varchar(64) not null,
    instance_id varchar(64) not null,
    name varchar(255) not null,
    remark varchar(1000),
    constraint pk_api_group primary key (id),
    constraint uq_api_group_place unique (instance_id, id),
    constraint uq_api_group_name unique (instance_id, name),
    constraint fk_api_group_gateway foreign key (instance_id) references gateway (id) on delete cascade
);

create table certificate (
    id varchar(64) not null,
    details varchar not null,
    constraint pk_certificate primary key (id)
);

create table domain (
    id varchar(64) not null,
    instance_id varchar(64) not null,
    group_id varchar(64) not null,
    url_domain varchar(255) not null,
    certificate_id varchar(64),
    constraint pk_domain primary key (id),
    constraint uq_domain_name unique (instance_id, url_domain),
    constraint fk_domain_group foreign key (instance_id, group_id) references api_group (instance_id, id) on delete cascade,
    constraint fk_domain_certificate foreign key (certificate_id) references certificate (id)
);

create table api (
    id varchar(64) not null,
    instance_id varchar(64) not null,
    group_id varchar(64) not null,
    name varchar(255) not null,
    type integer not null,
    req_protocol varchar(16) not null,
    req_method varchar(16) not null,
    req_uri varchar(512) not null,
    auth_type varchar(16) not null,
    match_mode varchar(16) not null,
    remark varchar(255),
    roma_app_id varchar,
    constraint pk_api primary key (id),
    constraint uq_api_place unique (instance_id, id),
    constraint uq_api_name unique (group_id, name),
    constraint fk_api_group foreign key (instance_id, group_id) references api_group (instance_id, id) on delete cascade
);

-- An API in an environment. It stays when the API is taken offline, because bindings belong to it.
create table publication (
    publish_id varchar(64) not null,
    instance_id varchar(64) not null,
    api_id varchar(64) not null,
    env_id varchar(64) not null,
    online boolean not null,
    constraint pk_publication primary key (publish_id),
    constraint uq_publication_place unique (instance_id, publish_id),
    constraint uq_publication_api unique (api_id, env_id),
    constraint fk_publication_api foreign key (instance_id, api_id) references api (instance_id, id) on delete cascade,
    constraint fk_publication_environment foreign key (instance_id, env_id) references environment (instance_id, id) on delete cascade
);

create table throttle (
    id varchar(64) not null,
    instance_id varchar(64) not null,
    name varchar(64) not null,
    type integer not null,
    time_interval integer not null,
    time_unit varchar(16) not null,
    api_call_limits integer not null,
    user_call_limits integer,
    app_call_limits integer,
    ip_call_limits integer,
    remark varchar(255),
    enable_adaptive_control varchar(8) not null,
    has_special boolean not null,
    create_time bigint not null,
    constraint pk_throttle primary key (id),
    constraint uq_throttle_place unique (instance_id, id),
    constraint uq_throttle_name unique (instance_id, name),
    constraint fk_throttle_gateway foreign key (instance_id) references gateway (id) on delete cascade
);

create table app (
    id varchar(64) not null,
    instance_id varchar(64) not null,
    name varchar(64) not null,
    remark varchar(255),
    creator varchar(16) not null,
    app_key varchar(200) not null,
    app_secret varchar(128),
    status integer not null,
    app_type varchar(16) not null,
    roma_app_type varchar(16),
    register_time bigint not null,
    update_time bigint not null,
    constraint pk_app primary key (id),
    constraint uq_app_place unique (instance_id, id),
    constraint uq_app_name unique (instance_id, name),
    constraint uq_app_key unique (app_key),
    constraint fk_app_gateway foreign key (instance_id) references gateway (id) on delete cascade
);

create table app_code (
    id varchar(64) not null,
    app_id varchar(64) not null,
    app_code varchar(180) not null,
    create_time bigint not null,
    constraint pk_app_code primary key (id),
    constraint fk_app_code_app foreign key (app_id) references app (id) on delete cascade
);
create index ix_app_code_app on app_code (app_id);

create table plugin (
    id varchar(64) not null,
    instance_id varchar(64) not null,
    name varchar(255) not null,
    plugin_type varchar(32) not null,
    plugin_scope varchar(16) not null,
    plugin_content text not null,
    remark varchar(255),
    create_time bigint not null,
    update_time bigint not null,
    constraint pk_plugin primary key (id),
    constraint uq_plugin_place unique (instance_id, id),
    constraint uq_plugin_name unique (instance_id, name),
    constraint fk_plugin_gateway foreign key (instance_id) references gateway (id) on delete cascade
);

create table acl (
    id varchar(64) not null,
    instance_id varchar(64) not null,
    name varchar(64) not null,
    acl_type varchar(16) not null,
    entity_type varchar(16) not null,
    acl_value text not null,
    update_time bigint not null,
    constraint pk_acl primary key (id),
    constraint uq_acl_place unique (instance_id, id),
    constraint uq_acl_name unique (instance_id, name),
    constraint fk_acl_gateway foreign key (instance_id) references gateway (id) on delete cascade
);

create table sign_key (
    id varchar(64) not null,
    instance_id varchar(64) not null,
    name varchar(64) not null,
    sign_type varchar(16) not null,
    sign_key varchar(512) not null,
    sign_secret varchar(2048) not null,
    sign_algorithm varchar(32),
    create_time bigint not null,
    update_time bigint not null,
    constraint pk_sign_key primary key (id),
    constraint uq_sign_key_place unique (instance_id, id),
    constraint uq_sign_key_name unique (instance_id, name),
    constraint fk_sign_key_gateway foreign key (instance_id) references gateway (id) on delete cascade
);

-- What is bound to an API in an environment: policies, credentials and plug-ins alike. Of the columns that refer to a
-- policy the one of its type repeats policy_id; a slot takes one binding.
create table binding (
    id varchar(64) not null,
    instance_id varchar(64) not null,
    policy_type varchar(16) not null,
    policy_id varchar(64) not null,
    throttle_id varchar(64),
    acl_id varchar(64),
    sign_id varchar(64),
    app_id varchar(64),
    plugin_id varchar(64),
    publish_id varchar(64) not null,
    slot varchar(80) not null,
    bound_time bigint not null,
    constraint pk_binding primary key (id),
    constraint uq_binding_slot unique (publish_id, slot),
    constraint ck_binding_policy check (
        coalesce(throttle_id, acl_id, sign_id, app_id, plugin_id) is not null
        and (throttle_id is null or throttle_id = policy_id and policy_type = 'THROTTLE')
        and (acl_id is null or acl_id = policy_id and policy_type = 'ACL')
        and (sign_id is null or sign_id = policy_id and policy_type = 'SIGN')
        and (app_id is null or app_id = policy_id and policy_type = 'APP')
        and (plugin_id is null or plugin_id = policy_id and policy_type = 'PLUGIN')),
    constraint fk_binding_throttle foreign key (instance_id, throttle_id) references throttle (instance_id, id) on delete cascade,
    constraint fk_binding_acl foreign key (instance_id, acl_id) references acl (instance_id, id) on delete cascade,
    constraint fk_binding_sign foreign key (instance_id, sign_id) references sign_key (instance_id, id) on delete cascade,
    constraint fk_binding_app foreign key (instance_id, app_id) references app (instance_id, id) on delete cascade,
    constraint fk_binding_plugin foreign key (instance_id, plugin_id) references plugin (instance_id, id) on delete cascade,
    constraint fk_binding_publication foreign key (instance_id, publish_id) references publication (instance_id, publish_id) on delete cascade
);
create index ix_binding_policy on binding (policy_type, policy_id);

create table group_statistics (
    id bigint generated by default as identity,
    instance_id varchar(64) not null,
    group_id varchar(64) not null,
    current_minute bigint not null,
    register_time bigint not null,
    provider varchar,
    req_count integer,
    req_count2xx integer,
    req_count4xx integer,
    req_count5xx integer,
    req_count_error integer,
    max_latency integer,
    avg_latency real,
    input_throughput bigint,
    output_throughput bigint,
    constraint pk_group_statistics primary key (id),
    constraint uq_group_statistics_minute unique (group_id, current_minute),
    constraint fk_group_statistics_group foreign key (instance_id, group_id) references api_group (instance_id, id) on delete cascade
);

create table subscription (
    resource_id varchar(64) not null,
    project_id varchar(64) not null,
    resource_type varchar,
    resource_spec_code varchar(64) not null,
    resource_size integer not null,
    used integer not null,
    billing_mode varchar(16) not null,
    locked boolean not null,
    tags varchar,
    constraint pk_subscription primary key (resource_id)
);

create view published_api as
select p.publish_id, p.instance_id, p.online, p.api_id, a.name as api_name, a.type, a.remark, a.req_protocol,
       a.req_method, a.req_uri, a.auth_type, a.match_mode, a.roma_app_id, a.group_id, g.name as group_name, p.env_id,
       e.name as env_name
from publication p
join api a on a.id = p.api_id
join api_group g on g.id = a.group_id
join environment e on e.instance_id = p.instance_id and e.id = p.env_id;

create view bound_api as
select b.id, b.policy_type, b.policy_id, coalesce(t.name, c.name, s.name, k.name, l.name) as policy_name, b.slot,
       b.bound_time, p.*
from binding b
join published_api p on p.publish_id = b.publish_id
left join throttle t on t.id = b.throttle_id
left join acl c on c.id = b.acl_id
left join sign_key s on s.id = b.sign_id
left join app k on k.id = b.app_id
left join plugin l on l.id = b.plugin_id;
