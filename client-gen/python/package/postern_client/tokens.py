"""Tokens by password."""

from __future__ import annotations

from typing import Any, Optional

from postern_client.client import Client
from postern_client.iam import (
    KeystoneCreateUserTokenByPasswordRequestBody,
    TokenApi,
    TokenAuth,
    TokenAuthDomain,
    TokenAuthIdentity,
    TokenAuthMethod,
    TokenAuthPassword,
    TokenAuthProject,
    TokenAuthScope,
    TokenAuthUser,
)


def create_token(
    endpoint: str,
    *,
    domain: str,
    user: str,
    password: str,
    project_id: Optional[str] = None,
    project: Optional[str] = None,
    **settings: Any,
) -> str:
    """A token for a project, good for 24 hours; give either the id or the name of the project.

    :param endpoint: where IAM is
    :param domain: the name of the account
    :param settings: as those of :class:`Client`
    """
    if (project_id is None) == (project is None):
        raise ValueError("Give either project_id=..., the id of a project, or project=..., its name")
    in_domain = TokenAuthDomain(name=domain)
    scope = TokenAuthProject(id=project_id) if project_id else TokenAuthProject(name=project, domain=in_domain)
    auth = TokenAuth(
        identity=TokenAuthIdentity(
            methods=[TokenAuthMethod.PASSWORD],
            password=TokenAuthPassword(user=TokenAuthUser(name=user, password=password, domain=in_domain)),
        ),
        scope=TokenAuthScope(project=scope),
    )
    api = TokenApi(Client(endpoint, anonymous=True, **settings))
    answer = api.keystone_create_user_token_by_password_with_http_info(
        KeystoneCreateUserTokenByPasswordRequestBody(auth=auth)
    )
    return answer.headers["X-Subject-Token"]
