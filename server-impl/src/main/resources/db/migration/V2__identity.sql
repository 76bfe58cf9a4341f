-- Who may call: domains (accounts), their projects and users, and what users call with.

create table iam_domain (
    id varchar(64) not null,
    name varchar(64) not null,
    description varchar(255),
    constraint pk_iam_domain primary key (id),
    constraint uq_iam_domain_name unique (name)
);

create table iam_project (
    id varchar(64) not null,
    domain_id varchar(64) not null,
    name varchar(64) not null,
    parent_id varchar(64) not null,
    description varchar(255),
    enabled boolean not null,
    constraint pk_iam_project primary key (id),
    constraint uq_iam_project_name unique (domain_id, name),
    constraint fk_iam_project_domain foreign key (domain_id) references iam_domain (id) on delete cascade
);

-- A user's actions and projects are JSON text: they are only read whole.
create table iam_user (
    id varchar(64) not null,
    domain_id varchar(64) not null,
    name varchar(64) not null,
    password_hash varchar(255),
    enabled boolean not null,
    role varchar(16) not null,
    actions varchar,
    project_ids varchar,
    constraint pk_iam_user primary key (id),
    constraint uq_iam_user_name unique (domain_id, name),
    constraint fk_iam_user_domain foreign key (domain_id) references iam_domain (id) on delete cascade
);

-- The secret is kept as it is: a signature can only be verified by making it again.
create table iam_access_key (
    access varchar(64) not null,
    user_id varchar(64) not null,
    secret varchar(128) not null,
    status varchar(16) not null,
    description varchar(255),
    create_time bigint not null,
    constraint pk_iam_access_key primary key (access),
    constraint fk_iam_access_key_user foreign key (user_id) references iam_user (id) on delete cascade
);
create index ix_iam_access_key_user on iam_access_key (user_id);

-- Tokens are kept as hashes from here on, so those kept as they were are forgotten.
drop table token;

-- The names are those that the token was asked for with, where no user, project or domain is known by the id.
create table access_token (
    token_hash varchar(64) not null,
    project_id varchar(64),
    domain_id varchar(64),
    user_id varchar(64),
    user_name varchar(64),
    project_name varchar(64),
    domain_name varchar(64),
    method varchar(16) not null,
    issued_at bigint not null,
    expires_at bigint,
    constraint pk_access_token primary key (token_hash),
    constraint ck_access_token_scope check (project_id is not null or domain_id is not null),
    constraint fk_access_token_user foreign key (user_id) references iam_user (id) on delete cascade
);
create index ix_access_token_expiry on access_token (expires_at);
