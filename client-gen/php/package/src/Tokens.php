<?php

declare(strict_types=1);

namespace Postern\Client;

use Postern\Client\Iam\Api\TokenApi;
use Postern\Client\Iam\Model\KeystoneCreateUserTokenByPasswordRequestBody;
use Postern\Client\Iam\Model\TokenAuth;
use Postern\Client\Iam\Model\TokenAuthDomain;
use Postern\Client\Iam\Model\TokenAuthIdentity;
use Postern\Client\Iam\Model\TokenAuthMethod;
use Postern\Client\Iam\Model\TokenAuthPassword;
use Postern\Client\Iam\Model\TokenAuthProject;
use Postern\Client\Iam\Model\TokenAuthScope;
use Postern\Client\Iam\Model\TokenAuthUser;

/** Tokens by password. */
final class Tokens
{
    /**
     * A token for a project, good for 24 hours; give either the id or the name of the project.
     *
     * @param string $endpoint where IAM is
     * @param string $domain the name of the account
     */
    public static function create(
        string $endpoint,
        string $domain,
        string $user,
        #[\SensitiveParameter] string $password,
        ?string $projectId = null,
        ?string $project = null,
    ): string {
        if (($projectId === null) === ($project === null)) {
            throw new \InvalidArgumentException('Give either projectId, the id of a project, or project, its name');
        }
        $inDomain = new TokenAuthDomain(name: $domain);
        $scope = $projectId !== null
            ? new TokenAuthProject(id: $projectId) : new TokenAuthProject(name: $project, domain: $inDomain);
        $auth = new TokenAuth(
            identity: new TokenAuthIdentity(
                methods: [TokenAuthMethod::PASSWORD],
                password: new TokenAuthPassword(
                    user: new TokenAuthUser(name: $user, password: $password, domain: $inDomain),
                ),
            ),
            scope: new TokenAuthScope(project: $scope),
        );
        $answer = (new TokenApi(Client::anonymous($endpoint)))->keystoneCreateUserTokenByPasswordWithHttpInfo(
            new KeystoneCreateUserTokenByPasswordRequestBody(auth: $auth),
        );
        return $answer->headers['x-subject-token']
            ?? throw new ApiException($answer->status, $answer->headers, '', 'the answer has no X-Subject-Token');
    }
}
