package dev.postern.support;

/** The domain, projects and users that strict servers are tested with. */
public final class Identities {

    public static final String DOMAIN = "d78cbac186b744899480f25bd022f468";
    public static final String PROJECT = "73d69ae0cfcf460190522d06b60f05ad";
    public static final String OTHER_PROJECT = "9041929bcc6e4bfe85add4e7b96ffdd7";
    public static final String FOREIGN_PROJECT = "ee65ca70d3cf43aaa1ea6492ce15f289";
    public static final String PASSWORD = "correct horse";

    public static final Signer ADMIN = new Signer("ADMINKEY", "admin-secret");
    public static final Signer READER = new Signer("READERKEY", "reader-secret");
    public static final Signer RESIZER = new Signer("RESIZERKEY", "resizer-secret");

    public static final String STATE = """
        identity:
          domains:
            - {id: %1$s, name: IAMDomain}
            - {id: foreign, name: Foreign}
          projects:
            - {id: %2$s, domain_id: %1$s, name: local-1}
            - {id: %3$s, domain_id: %1$s, name: local-2}
            - {id: closed, domain_id: %1$s, name: local-3, enabled: false}
            - {id: %4$s, domain_id: foreign, name: local-1}
          users:
            - {id: admin, domain_id: %1$s, name: admin, password: %5$s,
               access_keys: [{access: ADMINKEY, secret: admin-secret}, {access: OLDKEY, secret: old, status: inactive}]}
            - {id: reader, domain_id: %1$s, name: reader, password: %5$s, role: read_only, project_ids: [%2$s],
               access_keys: [{access: READERKEY, secret: reader-secret}]}
            - {id: resizer, domain_id: %1$s, name: resizer, role: custom,
               actions: ['apig:instances:update', 'apig:*:list'],
               access_keys: [{access: RESIZERKEY, secret: resizer-secret}]}
            - {id: gone, domain_id: %1$s, name: gone, enabled: false, password: %5$s,
               access_keys: [{access: GONEKEY, secret: gone-secret}]}
        tokens:
          - {token: project-token, project_id: %2$s}
          - {token: reader-token, project_id: %2$s, user_id: reader}
          - {token: domain-token, domain_id: %1$s, user_id: admin}
          - {token: gone-token, project_id: %2$s, user_id: gone}
          - {token: expired-token, project_id: %2$s, expires_at: '2024-01-01T00:00:00Z'}
        """.formatted(DOMAIN, PROJECT, OTHER_PROJECT, FOREIGN_PROJECT, PASSWORD);

    private Identities() {
    }
}
