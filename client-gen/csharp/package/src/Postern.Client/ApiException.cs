using System;
using System.Net.Http;
using System.Linq;
using System.Text.Json;

namespace Postern.Client
{
    /// <summary>An answer that is not the one that was asked for.</summary>
    public sealed class ApiException : Exception
    {
        internal ApiException(HttpResponseMessage response, string body) : this(response, body, Parse(body))
        {
        }

        private ApiException(HttpResponseMessage response, string body, (string? Code, string? Message, string? RequestId) error)
            : base($"{(int)response.StatusCode} {error.Code ?? response.ReasonPhrase}: {error.Message ?? body}")
        {
            Status = (int)response.StatusCode;
            ErrorCode = error.Code;
            ErrorMsg = error.Message;
            RequestId = response.Headers.TryGetValues("X-Request-Id", out var ids) ? ids.First() : error.RequestId;
            Body = body;
        }

        /// <summary>HTTP status of the answer.</summary>
        public int Status { get; }

        /// <summary>The server's code for what is wrong, e.g. APIC.7101; null where something in between answered.</summary>
        public string? ErrorCode { get; }

        /// <summary>The server's words for what is wrong.</summary>
        public string? ErrorMsg { get; }

        /// <summary>What to name to whoever runs the server.</summary>
        public string? RequestId { get; }

        /// <summary>The answer as it came.</summary>
        public string Body { get; }

        /// <summary>Reads both forms: error_code and error_msg; and that of IAM, an object with code and message.</summary>
        private static (string?, string?, string?) Parse(string body)
        {
            try
            {
                using var json = JsonDocument.Parse(body);
                JsonElement root = json.RootElement;
                return Member(root, "error") is JsonElement { ValueKind: JsonValueKind.Object } iam
                    ? (Text(iam, "code"), Text(iam, "message"), null)
                    : (Text(root, "error_code"), Text(root, "error_msg"), Text(root, "request_id"));
            }
            catch (JsonException)
            {
                return (null, null, null);
            }
        }

        private static JsonElement? Member(JsonElement json, string name) =>
            json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : (JsonElement?)null;

        private static string? Text(JsonElement json, string name) => Member(json, name) switch
        {
            JsonElement { ValueKind: JsonValueKind.String } text => text.GetString(),
            JsonElement { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };
    }
}
