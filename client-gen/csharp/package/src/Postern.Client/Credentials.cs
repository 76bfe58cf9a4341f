using System;
using System.Linq;
using System.Net.Http;

namespace Postern.Client
{
    /// <summary>Who calls: the holder of a token, or of an access key.</summary>
    public sealed class Credentials
    {
        private readonly Action<HttpRequestMessage, byte[]> _apply;

        private Credentials(Action<HttpRequestMessage, byte[]> apply) => _apply = apply;

        /// <summary>For the operations that ask for nothing.</summary>
        internal static Credentials None { get; } = new Credentials((request, body) => { });

        /// <summary>A token, which is sent as X-Auth-Token.</summary>
        public static Credentials Token(string token)
        {
            CheckHeader(token, nameof(token));
            return new Credentials((request, body) => request.Headers.Add("X-Auth-Token", token));
        }

        /// <summary>An access key, with which every request is signed (SDK-HMAC-SHA256).</summary>
        /// <param name="accessKey">The key.</param>
        /// <param name="secretKey">Its secret, which is not sent.</param>
        /// <param name="projectId">The project that it is used in, sent as X-Project-Id.</param>
        public static Credentials AccessKey(string accessKey, string secretKey, string? projectId = null)
        {
            CheckHeader(accessKey, nameof(accessKey));
            if (string.IsNullOrEmpty(secretKey))
            {
                throw new ArgumentException("The secret key must not be empty", nameof(secretKey));
            }
            if (projectId != null)
            {
                CheckHeader(projectId, nameof(projectId));
            }
            return new Credentials((request, body) =>
            {
                if (projectId != null)
                {
                    request.Headers.Add("X-Project-Id", projectId);
                }
                Signer.Sign(request, body, accessKey, secretKey, DateTimeOffset.UtcNow);
            });
        }

        internal void Apply(HttpRequestMessage request, byte[] body) => _apply(request, body);

        private static void CheckHeader(string value, string name)
        {
            if (string.IsNullOrEmpty(value) || value.Any(c => c < '!' || c > '~'))
            {
                throw new ArgumentException($"{name} must not be empty, and consist of visible ASCII characters", name);
            }
        }
    }
}
