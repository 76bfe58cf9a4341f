using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using static Postern.Client.Tests.Tests;

namespace Postern.Client.Tests
{
    /// <summary>Signatures are those of the vendor.</summary>
    public static class Signing
    {
        public static async Task RunAsync()
        {
            using var vectors = JsonDocument.Parse(File.ReadAllText(Variable("POSTERN_SIGNATURES")));
            foreach (JsonElement vector in vectors.RootElement.EnumerateArray())
            {
                string Text(string name) => vector.GetProperty(name).GetString()!;
                await TestAsync("signature: " + Text("name"), () =>
                {
                    byte[] body = Encoding.UTF8.GetBytes(Text("body"));
                    var request = new HttpRequestMessage(new HttpMethod(Text("method")), Text("url"))
                    {
                        Content = new ByteArrayContent(body),
                    };
                    foreach (var header in vector.GetProperty("headers").EnumerateObject())
                    {
                        if (header.Name == "Content-Type")
                        {
                            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(header.Value.GetString()!);
                        }
                        else
                        {
                            request.Headers.Add(header.Name, header.Value.GetString());
                        }
                    }
                    var date = DateTimeOffset.ParseExact(Text("date"), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture,
                        DateTimeStyles.AssumeUniversal);
                    Signer.Sign(request, body, Text("access_key"), Text("secret_key"), date);
                    Equal(Text("authorization"), request.Headers.GetValues("Authorization").Single(), Text("canonical_request"));
                    return Task.CompletedTask;
                });
            }
        }
    }
}
