using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Postern.Client
{
    /// <summary>Sends the requests of all APIs: give it to their constructors.</summary>
    public sealed class PosternClient : IDisposable
    {
        private const string UserAgent = "postern-client-csharp/{{client.version}}";
        private const HttpStatusCode TooManyRequests = (HttpStatusCode)429;

        private readonly string _endpoint;
        private readonly Credentials _credentials;
        private readonly ClientOptions _options;
        // A token must not follow to wherever an answer points.
        private readonly HttpClient _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

        /// <summary>A client of one server.</summary>
        /// <param name="endpoint">Where the server is, e.g. http://localhost:8080; a path is kept.</param>
        /// <param name="credentials">Who calls.</param>
        /// <param name="options">How to send.</param>
        /// <exception cref="ArgumentException">If something of that is missing or cannot be right.</exception>
        public PosternClient(string endpoint, Credentials credentials, ClientOptions? options = null)
        {
            if (!Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? uri) || (uri.Scheme != "http" && uri.Scheme != "https")
                || uri.UserInfo + uri.Query + uri.Fragment != "")
            {
                throw new ArgumentException(
                    "The endpoint must be an address such as http://localhost:8080, without user, query or fragment", nameof(endpoint));
            }
            _endpoint = uri.AbsoluteUri.TrimEnd('/');
            _credentials = credentials ?? throw new ArgumentNullException(nameof(credentials),
                "Credentials.Token or Credentials.AccessKey is needed");
            _options = (options ?? new ClientOptions()).Checked();
        }

        /// <summary>Sends a request, again as long as it is refused for the time being, and reads the answer.</summary>
        /// <exception cref="ApiException">If the status is not 2xx, or the answer is not JSON.</exception>
        /// <exception cref="TimeoutException">If there is no answer in time.</exception>
        public async Task<T> SendAsync<T>(ApiRequest request, CancellationToken cancellationToken = default)
        {
            var (response, body) = await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
            using (response)
            {
                if (typeof(T) == typeof(FileParameter))
                {
                    return (T)(object)new FileParameter(body);
                }
                if (body.Length == 0)
                {
                    return default!;
                }
                try
                {
                    return JsonSerializer.Deserialize<T>(body, Json.Options)!;
                }
                catch (JsonException)
                {
                    throw new ApiException(response, Encoding.UTF8.GetString(body));
                }
            }
        }

        /// <summary>The same where nothing is to be read.</summary>
        public async Task SendAsync(ApiRequest request, CancellationToken cancellationToken = default)
        {
            var (response, _) = await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
            response.Dispose();
        }

        internal async Task<(HttpResponseMessage, byte[])> ExchangeAsync(ApiRequest request, CancellationToken cancellationToken)
        {
            var uri = new Uri(_endpoint + request.PathAndQuery);
            // The same bytes in each attempt: a form too has its boundary from here on, so it can be signed.
            using HttpContent? content = request.Content();
            byte[] sent = content == null ? Array.Empty<byte>() : await content.ReadAsByteArrayAsync().ConfigureAwait(false);
            for (int attempt = 1; ; attempt++)
            {
                using HttpRequestMessage message = Message(request, uri, sent, content?.Headers.ContentType);
                HttpResponseMessage response = await SendOnceAsync(message, cancellationToken).ConfigureAwait(false);
                byte[] body = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
                if (response.IsSuccessStatusCode)
                {
                    return (response, body);
                }
                using (response)
                {
                    bool busy = response.StatusCode == TooManyRequests || response.StatusCode == HttpStatusCode.ServiceUnavailable;
                    if (!busy || attempt >= _options.Attempts)
                    {
                        throw new ApiException(response, Encoding.UTF8.GetString(body));
                    }
                    await Task.Delay(PauseAfter(attempt, response), cancellationToken).ConfigureAwait(false);
                }
            }
        }

        private HttpRequestMessage Message(ApiRequest request, Uri uri, byte[] body, MediaTypeHeaderValue? type)
        {
            var message = new HttpRequestMessage(request.Method, uri);
            message.Headers.UserAgent.ParseAdd(UserAgent);
            foreach (var header in request.Headers)
            {
                message.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
            if (type != null)
            {
                message.Content = new ByteArrayContent(body);
                message.Content.Headers.ContentType = type;
            }
            _credentials.Apply(message, body);
            return message;
        }

        private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage message, CancellationToken cancellationToken)
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(_options.Timeout);
            try
            {
                return await _http.SendAsync(message, timeout.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"No answer within {_options.Timeout}", e);
            }
        }

        private TimeSpan PauseAfter(int attempt, HttpResponseMessage response)
        {
            double jitter;
            lock (Jitter)
            {
                jitter = 0.5 + Jitter.NextDouble() / 2;
            }
            double pause = response.Headers.RetryAfter?.Delta?.TotalMilliseconds
                ?? _options.Delay.TotalMilliseconds * Math.Pow(2, attempt - 1) * jitter;
            // Timers take none that is longer.
            return TimeSpan.FromMilliseconds(Math.Min(pause, int.MaxValue));
        }

        private static readonly Random Jitter = new Random();

        /// <summary>Closes its connections.</summary>
        public void Dispose() => _http.Dispose();
    }
}
