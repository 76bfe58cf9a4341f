using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Postern.Client.Apig;
using Wire;
using static Postern.Client.Tests.Tests;

namespace Postern.Client.Tests
{
    /// <summary>What goes over the wire where generators are known to err.</summary>
    public static class WireTests
    {
        public static async Task RunAsync()
        {
            string endpoint = Variable("POSTERN_WIRE_ENDPOINT");
            var key = Credentials.AccessKey(Variable("POSTERN_ACCESS_KEY"), Variable("POSTERN_SECRET_KEY"));
            foreach (var (how, credentials) in new[] { ("with a token", Credentials.Token("any")), ("signed", key) })
            {
                using var client = new PosternClient(endpoint, credentials);
                var wire = new WireApi(client);

                await TestAsync("values at the edges are exact, " + how, async () =>
                {
                    Thing thing = await wire.ShowThingAsync("edges");
                    Exact(thing);
                    Exact(await wire.UpdateThingAsync("a b/网'()*!", thing));
                });
                await TestAsync("a newer server's values are kept, " + how, async () =>
                {
                    Thing newer = await wire.ShowThingAsync("newer");
                    Equal(new ThingKind(99), newer.Kind);
                    Equal("Sleeping", newer.State?.Value);
                    Sequence(new[] { "a" }, newer.Tags);
                    var gateway = await new GatewayApi(client).ShowDetailsOfInstanceV2Async("p", "i");
                    Equal("newer", gateway.InstanceName);
                    Equal(new InstanceStatus("Sleeping"), gateway.Status);
                    Equal(99, gateway.InstanceStatus?.Value);
                    Equal("TITANIUM", gateway.Spec?.Value);
                    Equal(7, gateway.ChargingMode?.Value);
                    Equal(9007199254740993L, gateway.CreateTime);
                    Equal("NEW_LOCK", gateway.CbcOperationLocks?.Single().LockScene?.Value);
                });
                await TestAsync("files are exact, " + how, async () =>
                {
                    byte[] bytes = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
                    Sequence(bytes, (await wire.DownloadFileAsync()).Content);
                    Upload upload = await wire.UploadFileAsync(new FileParameter(bytes, "bytes.bin"), "ein Gruß");
                    Equal(256L, upload.Size);
                    Equal("bytes.bin", upload.FileName);
                });
                await TestAsync("a busy server is asked again, " + how, async () =>
                {
                    foreach (int status in new[] { 429, 503 })
                    {
                        Task<Attempts> Busy(int attempts) => BusyAsync(endpoint, credentials, attempts, status);
                        Equal(3, (await Busy(3)).VarAttempts);
                        var error = await ThrowsAsync<ApiException>(() => Busy(1));
                        Equal((status, "WIRE." + status), (error.Status, error.ErrorCode));
                    }
                });
            }
        }

        private static async Task<Attempts> BusyAsync(string endpoint, Credentials credentials, int attempts, int status)
        {
            using var client = new PosternClient(endpoint, credentials,
                new ClientOptions { Attempts = attempts, Delay = TimeSpan.FromMilliseconds(5) });
            return await new WireApi(client).ShowBusyThingAsync(Guid.NewGuid().ToString(), 2, status);
        }

        private static void Exact(Thing thing)
        {
            Equal("网关 ½ 🙂", thing.Name);
            Equal(ThingKind.SEVENTH, thing.Kind);
            Equal(ThingState.UnRegisterFailed, thing.State);
            Equal(null, thing.Note);
            Equal(null, thing.Remark);
            Equal((1L << 53) + 1, thing.Big);
            Equal(long.MaxValue, thing.Biggest);
            Equal(0.5, thing.Ratio);
            Equal(new DateTimeOffset(2020, 8, 3, 12, 25, 52, TimeSpan.Zero).AddTicks(2579570), thing.Created);
            Equal(new DateOnly(2024, 2, 29), thing.Day);
            Sequence(new List<string>(), thing.Tags);
            Equal(null, thing.Labels);
        }
    }
}
