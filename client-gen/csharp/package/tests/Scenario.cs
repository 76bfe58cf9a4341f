using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Postern.Client.Apig;
using Postern.Client.Iam;
using static Postern.Client.Tests.Tests;

namespace Postern.Client.Tests
{
    /// <summary>A gateway and its policies, as a program would handle them.</summary>
    public static class Scenario
    {
        private const string OtherProject = "0123456789abcdef0123456789abcdef";

        private static readonly ClientOptions Once = new ClientOptions { Attempts = 1 };
        private static readonly string Endpoint = Variable("POSTERN_STRICT_ENDPOINT");
        private static readonly string ProjectId = Variable("POSTERN_PROJECT_ID");

        public static async Task RunAsync()
        {
            string token = await TokenAsync(Variable("POSTERN_USER"), Variable("POSTERN_PASSWORD"));
            await ScenarioAsync("with a token: ", Credentials.Token(token));
            string accessKey = Variable("POSTERN_ACCESS_KEY");
            await ScenarioAsync("with a key: ", Credentials.AccessKey(accessKey, Variable("POSTERN_SECRET_KEY"), ProjectId));

            await TestAsync("who is not known is not let in", async () =>
            {
                await RefusedAsync(401, "APIC.7102", "Incorrect token or token resolution failed",
                    () => ListAsync(Credentials.Token("wrong")));
                await RefusedAsync(401, "APIC.7102", "Incorrect token or token resolution failed: ",
                    () => ListAsync(Credentials.AccessKey(accessKey, "wrong", ProjectId)));
                await RefusedAsync(401, "401", "The username or password is wrong.", () => TokenAsync("alice", "wrong"));
                using var client = new PosternClient(Endpoint, Credentials.Token("wrong"), Once);
                await RefusedAsync(401, "401", "The request you have made requires authentication.",
                    () => new ProjectApi(client).KeystoneListProjectsAsync());
            });
            await TestAsync("a reader may not create", async () =>
            {
                var reader = Credentials.Token(await TokenAsync("bob", "only looking around"));
                await ListAsync(reader);
                using var client = new PosternClient(Endpoint, reader, Once);
                await RefusedAsync(403, "APIC.7106", "",
                    () => new GatewayApi(client).CreateInstanceV2Async(ProjectId, Order("bobs")));
            });
        }

        private static Task<string> TokenAsync(string user, string password) => Tokens.ByPasswordAsync(
            Endpoint, Variable("POSTERN_DOMAIN"), user, password, projectId: ProjectId, options: Once);

        private static async Task<ListInstancesV2Response> ListAsync(Credentials credentials)
        {
            using var client = new PosternClient(Endpoint, credentials, Once);
            return await new GatewayApi(client).ListInstancesV2Async(ProjectId);
        }

        private static InstanceCreateReq Order(string name) => new InstanceCreateReq
        {
            InstanceName = name,
            Description = "网关 · første",
            SpecId = InstanceSpecId.BASIC,
            VpcId = "vpc",
            SubnetId = "subnet",
            SecurityGroupId = "group",
            AvailableZoneIds = new List<string> { "zone-a", "zone-b" },
        };

        private static ThrottleBaseInfo Policy(string name, TimeUnit unit, int interval, int limit) => new ThrottleBaseInfo
        {
            Name = name,
            TimeUnit = unit,
            TimeInterval = interval,
            ApiCallLimits = limit,
        };

        private static async Task ScenarioAsync(string how, Credentials credentials)
        {
            using var client = new PosternClient(Endpoint, credentials, Once);
            var gateways = new GatewayApi(client);
            var throttles = new ThrottleApi(client);
            string name = "cs_" + Guid.NewGuid().ToString("N").Substring(0, 12);
            string id = "";

            await TestAsync(how + "a gateway is ordered and runs", async () =>
            {
                id = (await gateways.CreateInstanceV2Async(ProjectId, Order(name))).InstanceId!;
                var gateway = await SettledAsync(gateways, id);
                Equal(name, gateway?.InstanceName);
                Equal("网关 · første", gateway?.Description);
                Equal(InstanceSpec.BASIC, gateway?.Spec);
            });
            await TestAsync(how + "queries are encoded, and signed so", async () =>
            {
                var found = await gateways.ListInstancesV2Async(ProjectId, instanceName: name);
                Equal(id, found.Instances?.Single().Id);
                foreach (string text in new[] { "1+1=2&网 关", "!'()*~", "a/b?c#d", "%2F%" })
                {
                    Equal(0, (await gateways.ListInstancesV2Async(ProjectId, instanceName: text)).Instances?.Count, text);
                }
            });
            await TestAsync(how + "policies are made, changed, and listed past one page", async () =>
            {
                var made = new List<string>();
                for (int i = 0; i < 25; i++)
                {
                    var policy = await throttles.CreateRequestThrottlingPolicyV2Async(ProjectId, id,
                        Policy("policy_" + i, TimeUnit.SECOND, 1, 100));
                    made.Add(policy.Id!);
                }
                var change = Policy("限流策略", TimeUnit.MINUTE, 5, int.MaxValue);
                change.Type = ThrottleType.SHARED;
                var changed = await throttles.UpdateRequestThrottlingPolicyV2Async(ProjectId, id, made[0], change);
                Equal("限流策略", changed.Name);
                Equal(int.MaxValue, changed.ApiCallLimits);
                Equal(ThrottleType.SHARED, changed.Type);
                foreach (int limit in new[] { 7, 5, 25, 100 })
                {
                    var listed = new List<string>();
                    await foreach (var policy in Paging.ItemsAsync(
                        (offset, count) => throttles.ListRequestThrottlingPolicyV2Async(ProjectId, id, offset, count),
                        page => (page.Throttles, page.Total), limit))
                    {
                        listed.Add(policy.Id!);
                    }
                    Sequence(made.OrderBy(one => one), listed.OrderBy(one => one));
                }
            });
            await TestAsync(how + "what is wrong is refused with its code and message", async () =>
            {
                await RefusedAsync(400, "APIC.7211", "Parameter value does not match the rules, parameter name[instanceName]",
                    () => gateways.CreateInstanceV2Async(ProjectId, Order("1st")));
                await RefusedAsync(400, "APIC.7500", "The gateway name already exists",
                    () => gateways.CreateInstanceV2Async(ProjectId, Order(name)));
                await RefusedAsync(400, "APIG.2011", "",
                    () => throttles.CreateRequestThrottlingPolicyV2Async(ProjectId, id, Policy("x", TimeUnit.DAY, 1, 0)));
                await RefusedAsync(404, "APIC.7302", "Instance not found",
                    () => gateways.ShowDetailsOfInstanceV2Async(ProjectId, "missing"));
                await RefusedAsync(404, "APIG.3005", "Request throttling policy missing does not exist",
                    () => throttles.ShowDetailsOfRequestThrottlingPolicyV2Async(ProjectId, id, "missing"));
                await RefusedAsync(403, "APIC.7106", "", () => gateways.ListInstancesV2Async(OtherProject));
            });
            await TestAsync(how + "the gateway is resized and deleted", async () =>
            {
                Task Resize() => gateways.CreatePostPayResizeOrderAsync(ProjectId, id, new ResizeInstanceReq { SpecId = "PROFESSIONAL" });
                await Resize();
                Equal(InstanceSpec.PROFESSIONAL, (await SettledAsync(gateways, id))?.Spec);
                await RefusedAsync(409, "APIC.7707", "Scaling up to the same specifications is not allowed", Resize);
                await gateways.DeleteInstancesV2Async(ProjectId, id);
                Equal(null, await SettledAsync(gateways, id));
                await RefusedAsync(404, "APIC.7302", "Instance not found", () => gateways.ShowDetailsOfInstanceV2Async(ProjectId, id));
            });
        }

        /// <summary>The gateway as soon as it is Running; null as soon as it is gone.</summary>
        private static async Task<ShowDetailsOfInstanceV2Response?> SettledAsync(GatewayApi gateways, string id)
        {
            for (int i = 0; i < 100; i++)
            {
                try
                {
                    var gateway = await gateways.ShowDetailsOfInstanceV2Async(ProjectId, id);
                    if (gateway.Status == InstanceStatus.Running)
                    {
                        return gateway;
                    }
                }
                catch (ApiException e) when (e.Status == 404)
                {
                    return null;
                }
                await Task.Delay(50);
            }
            throw new InvalidOperationException($"The gateway {id} does not settle");
        }
    }
}
