using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Postern.Client.Iam;

namespace Postern.Client
{
    /// <summary>Gets tokens from IAM.</summary>
    public static class Tokens
    {
        /// <summary>Asks for a token, which is good for 24 hours.</summary>
        /// <param name="endpoint">Where IAM is, e.g. http://localhost:8080.</param>
        /// <param name="domain">Name of the domain (account) that the user belongs to.</param>
        /// <param name="user">Name of the user.</param>
        /// <param name="password">The password of the user.</param>
        /// <param name="projectId">The project that the token is to open, by its id.</param>
        /// <param name="projectName">The same by its name. Without a project the token is for the domain.</param>
        /// <param name="options">How to send.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public static async Task<string> ByPasswordAsync(
            string endpoint, string domain, string user, string password, string? projectId = null, string? projectName = null,
            ClientOptions? options = null, CancellationToken cancellationToken = default)
        {
            if (string.IsNullOrEmpty(domain) || string.IsNullOrEmpty(user) || string.IsNullOrEmpty(password))
            {
                throw new ArgumentException("domain, user and password must not be empty");
            }
            var account = new TokenAuthDomain { Name = domain };
            var request = new KeystoneCreateUserTokenByPasswordRequestBody
            {
                Auth = new TokenAuth
                {
                    Identity = new TokenAuthIdentity
                    {
                        Methods = new List<TokenAuthMethod> { new TokenAuthMethod("password") },
                        Password = new TokenAuthPassword
                        {
                            User = new TokenAuthUser { Name = user, Password = password, Domain = account },
                        },
                    },
                    Scope = projectId == null && projectName == null
                        ? new TokenAuthScope { Domain = account }
                        : new TokenAuthScope { Project = new TokenAuthProject { Id = projectId, Name = projectName } },
                },
            };
            using var client = new PosternClient(endpoint, Credentials.None, options);
            var (response, body) = await client.ExchangeAsync(new ApiRequest("POST", "/v3/auth/tokens").Body(request),
                cancellationToken).ConfigureAwait(false);
            using (response)
            {
                return response.Headers.TryGetValues("X-Subject-Token", out var tokens)
                    ? tokens.First()
                    : throw new ApiException(response, Encoding.UTF8.GetString(body));
            }
        }
    }
}
