using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Postern.Client.Apig;
using Postern.Client.Iam;
using static Postern.Client.Tests.Tests;

namespace Postern.Client.Tests
{
    /// <summary>What a client does with anything that a server may answer.</summary>
    public static class Behaviour
    {
        private static readonly Queue<(int Status, string Body, string? Header)> Answers = new Queue<(int, string, string?)>();
        private static readonly List<(string Path, System.Collections.Specialized.NameValueCollection Headers)> Requests =
            new List<(string, System.Collections.Specialized.NameValueCollection)>();
        private static int _wait;

        public static async Task RunAsync()
        {
            var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            string endpoint = "http://127.0.0.1:" + ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            using var server = new HttpListener();
            server.Prefixes.Add(endpoint + "/");
            server.Start();
            _ = ServeAsync(server);
            await ConstructionAsync(endpoint);
            await RequestsAsync(endpoint);
            await RetriesAsync(endpoint);
            await ErrorsAsync(endpoint);
            await PagesAsync();
        }

        /// <summary>The last answer is given again and again.</summary>
        private static async Task ServeAsync(HttpListener server)
        {
            while (true)
            {
                var context = await server.GetContextAsync();
                Requests.Add((context.Request.RawUrl!, context.Request.Headers));
                var (status, body, header) = Answers.Count > 1 ? Answers.Dequeue() : Answers.Peek();
                await Task.Delay(_wait);
                context.Response.StatusCode = status;
                if (header != null)
                {
                    context.Response.AddHeader(header.Split(": ")[0], header.Split(": ")[1]);
                }
                context.Response.Close(Encoding.UTF8.GetBytes(body), false);
            }
        }

        private static void Answer(int status, string body = "{}", string? header = null, bool more = false)
        {
            if (!more)
            {
                Answers.Clear();
                Requests.Clear();
            }
            Answers.Enqueue((status, body, header));
        }

        private static async Task<ShowDetailsOfInstanceV2Response> ShowAsync(string endpoint, ClientOptions? options = null,
            Credentials? credentials = null, string id = "i", CancellationToken cancellationToken = default)
        {
            using var client = new PosternClient(endpoint, credentials ?? Credentials.Token("t"), options);
            return await new GatewayApi(client).ShowDetailsOfInstanceV2Async("p", id, cancellationToken);
        }

        private static async Task ConstructionAsync(string endpoint)
        {
            await TestAsync("an endpoint that is none is refused at once", async () =>
            {
                foreach (string? wrong in new[] { "", "localhost:8080", "/v2", "ftp://a", "http://", "http://a?b", "http://u:p@a", null })
                {
                    var error = await ThrowsAsync<ArgumentException>(() => ShowAsync(wrong!));
                    True(error.Message.Contains("http://localhost:8080"), error.Message);
                }
            });
            await TestAsync("credentials that are missing are refused at once, and not repeated", async () =>
            {
                await ThrowsAsync<ArgumentNullException>(() => Task.FromResult(new PosternClient(endpoint, null!)));
                foreach (var wrong in new Func<Credentials>[]
                {
                    () => Credentials.Token(null!), () => Credentials.Token(""), () => Credentials.Token("s3cret\n"),
                    () => Credentials.AccessKey("", "s3cret"), () => Credentials.AccessKey("a", ""),
                    () => Credentials.AccessKey("a", "s3cret", "p q"),
                })
                {
                    var error = await ThrowsAsync<ArgumentException>(() => Task.FromResult(wrong()));
                    True(!error.ToString().Contains("s3cret"), error.Message);
                }
                await ThrowsAsync<ArgumentException>(() => Tokens.ByPasswordAsync(endpoint, "d", "", "p"));
            });
            await TestAsync("options that cannot be are refused", async () =>
            {
                await ThrowsAsync<ArgumentException>(() => ShowAsync(endpoint, new ClientOptions { Attempts = 0 }));
                await ThrowsAsync<ArgumentException>(() => ShowAsync(endpoint, new ClientOptions { Timeout = TimeSpan.Zero }));
            });
        }

        private static async Task RequestsAsync(string endpoint)
        {
            await TestAsync("requests say who sends them, below the path of the endpoint", async () =>
            {
                Answer(200);
                await ShowAsync(endpoint + "/proxy//");
                Equal("/proxy/v2/p/apigw/instances/i", Requests.Single().Path);
                Equal("t", Requests.Single().Headers["X-Auth-Token"]);
                True(Requests.Single().Headers["User-Agent"]!.StartsWith("postern-client-csharp/", StringComparison.Ordinal), "agent");
            });
            await TestAsync("requests with a key are signed and have no token", async () =>
            {
                Answer(200);
                await ShowAsync(endpoint, null, Credentials.AccessKey("a", "s", "p"));
                Equal<string?>(null, Requests.Single().Headers["X-Auth-Token"]);
                True(Requests.Single().Headers["Authorization"]!.StartsWith(
                    "SDK-HMAC-SHA256 Access=a, SignedHeaders=host;x-project-id;x-sdk-date, Signature=", StringComparison.Ordinal), "signature");
            });
            await TestAsync("requests have the parameters that are headers", async () =>
            {
                Answer(200);
                using var client = new PosternClient(endpoint, Credentials.Token("t"));
                await new TokenApi(client).KeystoneValidateTokenAsync("of another");
                Equal("of another", Requests.Single().Headers["X-Subject-Token"]);
            });
            await TestAsync("requests do not go up in the path", async () =>
            {
                Answer(200);
                await ThrowsAsync<ArgumentException>(() => ShowAsync(endpoint, id: ".."));
                Equal(0, Requests.Count);
            });
            await TestAsync("a token is not carried to wherever an answer points", async () =>
            {
                Answer(302, "", "Location: " + endpoint + "/elsewhere");
                Equal(302, (await ThrowsAsync<ApiException>(() => ShowAsync(endpoint))).Status);
                Equal(1, Requests.Count);
            });
            await TestAsync("a call ends when its time is over, or when it is told to", async () =>
            {
                Answer(200);
                _wait = 1000;
                await ThrowsAsync<TimeoutException>(() => ShowAsync(endpoint, new ClientOptions { Timeout = TimeSpan.FromMilliseconds(50) }));
                using var stop = new CancellationTokenSource(50);
                await ThrowsAsync<OperationCanceledException>(() => ShowAsync(endpoint, cancellationToken: stop.Token));
                _wait = 0;
                await Task.Delay(2500);
                Answer(503, "", "Retry-After: 99999999");
                using var stopWaiting = new CancellationTokenSource(300);
                await ThrowsAsync<OperationCanceledException>(() => ShowAsync(endpoint, cancellationToken: stopWaiting.Token));
            });
        }

        private static async Task RetriesAsync(string endpoint)
        {
            var quick = new ClientOptions { Attempts = 3, Delay = TimeSpan.FromMilliseconds(1) };
            await TestAsync("a request is sent as often as said, after 429 and 503 only", async () =>
            {
                foreach (var (status, times) in new[] { (429, 3), (503, 3), (400, 1), (408, 1), (500, 1), (502, 1), (504, 1) })
                {
                    Answer(status);
                    Equal(status, (await ThrowsAsync<ApiException>(() => ShowAsync(endpoint, quick))).Status);
                    Equal(times, Requests.Count, status.ToString());
                }
            });
            await TestAsync("a request is sent again after what the server says", async () =>
            {
                Answer(429, "", "Retry-After: 1");
                Answer(200, more: true);
                var watch = Stopwatch.StartNew();
                await ShowAsync(endpoint, quick);
                True(watch.ElapsedMilliseconds > 990, watch.Elapsed.ToString());
            });
            await TestAsync("a request is sent again after pauses that double", async () =>
            {
                Answer(503);
                var watch = Stopwatch.StartNew();
                await ThrowsAsync<ApiException>(() => ShowAsync(endpoint, new ClientOptions { Delay = TimeSpan.FromMilliseconds(100) }));
                True(watch.ElapsedMilliseconds > 340 && watch.ElapsedMilliseconds < 5000, watch.Elapsed.ToString());
            });
        }

        private static async Task ErrorsAsync(string endpoint)
        {
            await TestAsync("an error has status, code, message and request, in both forms", async () =>
            {
                Answer(409, "{\"error_code\": \"APIC.7707\", \"error_msg\": \"网\", \"more\": [1]}", "X-Request-Id: r-1");
                var error = await ThrowsAsync<ApiException>(() => ShowAsync(endpoint));
                Equal((409, "APIC.7707", "网", "r-1"), (error.Status, error.ErrorCode, error.ErrorMsg, error.RequestId));
                Answer(401, "{\"error\": {\"code\": 401, \"message\": \"who?\", \"title\": \"Unauthorized\"}}");
                error = await ThrowsAsync<ApiException>(() => ShowAsync(endpoint));
                Equal((401, "401", "who?"), (error.Status, error.ErrorCode, error.ErrorMsg));
            });
            await TestAsync("an error has the status where something else answers", async () =>
            {
                foreach (string body in new[] { "<html>Bad gateway</html>", "", "null", "[]", "5", "{\"message\": \"no route\"}", "{\"error\": \"x\"}", "{" })
                {
                    Answer(502, body);
                    var error = await ThrowsAsync<ApiException>(() => ShowAsync(endpoint));
                    Equal((502, null, body), (error.Status, error.ErrorCode, error.Body));
                }
                Answer(200, "<html>Please log in</html>");
                Equal(200, (await ThrowsAsync<ApiException>(() => ShowAsync(endpoint))).Status);
            });
            await TestAsync("an empty answer is none", async () =>
            {
                Answer(200, "");
                Equal<ShowDetailsOfInstanceV2Response?>(null, await ShowAsync(endpoint));
            });
        }

        private static async Task PagesAsync()
        {
            var pages = new List<string>();
            IAsyncEnumerable<char> Items(string all, bool total, int limit) => Paging.ItemsAsync(
                (offset, count) =>
                {
                    pages.Add(offset + "+" + count);
                    return Task.FromResult(all.Skip((int)offset).Take(Math.Min(count, 3)).ToList());
                },
                page => (page, total ? all.Length : (long?)null), limit);

            async Task<string> AllAsync(IAsyncEnumerable<char> items)
            {
                pages.Clear();
                var found = new StringBuilder();
                await foreach (char item in items)
                {
                    found.Append(item);
                }
                return found.ToString();
            }

            await TestAsync("paging gives what there is and asks no more than needed", async () =>
            {
                foreach (var (all, count) in new[] { ("", 1), ("a", 1), ("ab", 1), ("abc", 2), ("abcd", 2), ("abcde", 3) })
                {
                    Equal(all, await AllAsync(Items(all, true, 2)));
                    Equal(count, pages.Count, all);
                }
            });
            await TestAsync("paging goes on after what came, and without a total until nothing comes", async () =>
            {
                Equal("abcdefg", await AllAsync(Items("abcdefg", true, 500)));
                Sequence(new[] { "0+500", "3+500", "6+500" }, pages);
                Equal("abcd", await AllAsync(Items("abcd", false, 2)));
            });
            await TestAsync("paging asks for no page before it is needed", async () =>
            {
                pages.Clear();
                await foreach (char item in Items("abcd", true, 2))
                {
                    if (item == 'b')
                    {
                        break;
                    }
                }
                Sequence(new[] { "0+2" }, pages);
            });
        }
    }
}
