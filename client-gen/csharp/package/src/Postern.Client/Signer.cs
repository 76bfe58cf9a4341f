using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;

namespace Postern.Client
{
    /// <summary>Signs requests with SDK-HMAC-SHA256, with an access key of IAM or with the key and secret of an app.</summary>
    public static class Signer
    {
        private const string Algorithm = "SDK-HMAC-SHA256";

        /// <summary>Adds X-Sdk-Date and Authorization to a request.</summary>
        /// <param name="request">With an absolute address, and all that is to be signed.</param>
        /// <param name="body">The bytes of its content.</param>
        /// <param name="accessKey">The key.</param>
        /// <param name="secretKey">Its secret.</param>
        /// <param name="date">When it is signed.</param>
        public static void Sign(HttpRequestMessage request, byte[] body, string accessKey, string secretKey, DateTimeOffset date)
        {
            Uri uri = request.RequestUri!;
            string sdkDate = date.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
            request.Headers.Remove("X-Sdk-Date");
            request.Headers.Add("X-Sdk-Date", sdkDate);

            var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["host"] = uri.Authority,
                ["x-sdk-date"] = sdkDate,
            };
            if (request.Headers.TryGetValues("X-Project-Id", out var projects))
            {
                headers["x-project-id"] = projects.Single();
            }
            if (request.Content?.Headers.ContentType is object)
            {
                headers["content-type"] = request.Content.Headers.ContentType.ToString();
            }
            string signed = string.Join(";", headers.Keys);
            using var sha = SHA256.Create();
            string canonicalRequest = string.Join("\n",
                request.Method.Method,
                CanonicalPath(uri),
                CanonicalQuery(uri),
                string.Concat(headers.Select(header => header.Key + ":" + header.Value + "\n")),
                signed,
                Hex(sha.ComputeHash(body)));
            string toSign = Algorithm + "\n" + sdkDate + "\n" + Hex(sha.ComputeHash(Encoding.UTF8.GetBytes(canonicalRequest)));
            using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secretKey));
            string signature = Hex(hmac.ComputeHash(Encoding.UTF8.GetBytes(toSign)));
            request.Headers.Remove("Authorization");
            request.Headers.TryAddWithoutValidation("Authorization",
                Algorithm + " Access=" + accessKey + ", SignedHeaders=" + signed + ", Signature=" + signature);
        }

        private static string CanonicalPath(Uri uri)
        {
            string path = string.Join("/", Uri.UnescapeDataString(uri.AbsolutePath).Split('/').Select(Uri.EscapeDataString));
            return path.EndsWith("/", StringComparison.Ordinal) ? path : path + "/";
        }

        private static string CanonicalQuery(Uri uri)
        {
            var pairs =
                from pair in uri.Query.TrimStart('?').Split('&')
                where pair != ""
                let parts = pair.Split('=', 2)
                let name = Decode(parts[0])
                let value = parts.Length == 1 ? "" : Decode(parts[1])
                select (name, value);
            return string.Join("&", pairs
                .OrderBy(pair => pair.name, StringComparer.Ordinal).ThenBy(pair => pair.value, StringComparer.Ordinal)
                .Select(pair => Uri.EscapeDataString(pair.name) + "=" + Uri.EscapeDataString(pair.value)));
        }

        private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

        private static string Hex(byte[] bytes) => string.Concat(bytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
