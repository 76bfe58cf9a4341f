-- Certificates are kept as they were uploaded and all that is shown is read from them. What was kept before
-- was only what is shown; no certificate can be made of it.
alter table domain drop constraint fk_domain_certificate;
update domain set certificate_id = null;
drop table certificate;

create table certificate (
    id varchar(64) not null,
    project_id varchar(64) not null,
    -- Null where it is global.
    instance_id varchar(64),
    -- Where the name has to be unique.
    scope varchar(128) not null,
    name varchar(64) not null,
    common_name varchar,
    signature_algorithm varchar not null,
    cert_content varchar not null,
    private_key varchar not null,
    trusted_root_ca varchar,
    from_domain boolean not null,
    create_time bigint not null,
    update_time bigint not null,
    constraint pk_certificate primary key (id),
    constraint uq_certificate_name unique (project_id, scope, name),
    constraint fk_certificate_gateway foreign key (instance_id) references gateway (id) on delete cascade
);

-- Only for gateways that go with all that is in them: by itself, a certificate that a domain name has is not deleted.
alter table domain add constraint fk_domain_certificate foreign key (certificate_id) references certificate (id)
    on delete set null;
create index ix_domain_certificate on domain (certificate_id);
alter table domain add column status integer default 3 not null;
alter table domain add column min_ssl_version varchar(16) default 'TLSv1.1' not null;
alter table domain add column is_http_redirect_to_https boolean default false not null;
alter table domain add column verified_client_certificate_enabled boolean default false not null;
