<?php

declare(strict_types=1);

namespace Postern\Client\Tests;

use PHPUnit\Framework\TestCase;
use Postern\Client\ApiException;
use Postern\Client\Apig\Api\GatewayApi;
use Postern\Client\Apig\Api\ThrottleApi;
use Postern\Client\Apig\Model\InstanceCreateReq;
use Postern\Client\Apig\Model\InstanceSpec;
use Postern\Client\Apig\Model\InstanceSpecId;
use Postern\Client\Apig\Model\InstanceStatus;
use Postern\Client\Apig\Model\InstanceStatusFilter;
use Postern\Client\Apig\Model\ResizeInstanceReq;
use Postern\Client\Apig\Model\ShowDetailsOfInstanceV2Response;
use Postern\Client\Apig\Model\ThrottleBaseInfo;
use Postern\Client\Apig\Model\ThrottleType;
use Postern\Client\Apig\Model\TimeUnit;
use Postern\Client\Client;
use Postern\Client\ConflictException;
use Postern\Client\ForbiddenException;
use Postern\Client\NotFoundException;
use Postern\Client\Pages;
use Postern\Client\UnauthorizedException;

/** A gateway and its policies, as a program would handle them. */
final class ScenarioTest extends TestCase
{
    /** @return array<string, array{callable(): Client}> */
    public function clients(): array
    {
        return ['token' => [Servers::withToken(...)], 'access key' => [Servers::withAccessKey(...)]];
    }

    /**
     * @dataProvider clients
     * @param callable(): Client $client
     */
    public function testAGatewayLivesAndEnds(callable $client): void
    {
        $project = Servers::env('PROJECT_ID');
        $gateways = new GatewayApi($client());
        $throttles = new ThrottleApi($client());
        $name = 'php-' . bin2hex(random_bytes(8));

        $id = $gateways->createInstanceV2($project, self::order($name))->instanceId;
        $gateway = self::untilRunning($gateways, $id);
        self::assertSame([$name, '网关 · første', InstanceSpec::BASIC], [
            $gateway->instanceName,
            $gateway->description,
            $gateway->spec,
        ]);
        self::assertNull($gateway->eipAddress);
        $found = $gateways->listInstancesV2($project, instanceName: $name, status: InstanceStatusFilter::RUNNING);
        self::assertSame([$id], array_column($found->instances, 'id'));

        $first = $throttles->createRequestThrottlingPolicyV2($project, $id, self::policy('policy_00'));
        self::assertGreaterThan(2000, (int) $first->createTime->format('Y'));
        $changed = self::policy('限流策略', 2147483647);
        $changed->type = ThrottleType::SHARED;
        $throttles->updateRequestThrottlingPolicyV2($project, $id, $first->id, $changed);
        $shown = $throttles->showDetailsOfRequestThrottlingPolicyV2($project, $id, $first->id);
        self::assertSame(['限流策略', 2147483647, ThrottleType::SHARED], [$shown->name, $shown->apiCallLimits, $shown->type]);

        $names = ['限流策略'];
        for ($i = 1; $i < 25; $i++) {
            $names[] = sprintf('policy_%02d', $i);
            $throttles->createRequestThrottlingPolicyV2($project, $id, self::policy($names[$i]));
        }
        foreach ([10, 5, 25, 500] as $limit) {
            $items = Pages::items($throttles->listRequestThrottlingPolicyV2(...), $project, $id, limit: $limit);
            self::assertEqualsCanonicalizing($names, array_column(iterator_to_array($items, false), 'name'));
        }

        $create = fn (string $name) => fn () => $gateways->createInstanceV2($project, self::order($name));
        self::refused(ApiException::class, 400, 'APIC.7211', 'name', $create('1st'));
        self::refused(ApiException::class, 400, 'APIC.7500', 'already exists', $create($name));
        self::refused(ApiException::class, 400, 'APIG.2011', 'name', fn () =>
            $throttles->createRequestThrottlingPolicyV2($project, $id, self::policy('1')));
        self::refused(NotFoundException::class, 404, 'APIG.3005', 'not exist', fn () =>
            $throttles->showDetailsOfRequestThrottlingPolicyV2($project, $id, str_repeat('0', 32)));

        $resize = fn () => $gateways->createPostPayResizeOrder(
            $project,
            $id,
            new ResizeInstanceReq(specId: InstanceSpecId::PROFESSIONAL),
        );
        $resize();
        self::assertSame(InstanceSpec::PROFESSIONAL, self::untilRunning($gateways, $id)->spec);
        self::refused(ConflictException::class, 409, 'APIC.7707', 'same specifications', $resize);

        $gateways->deleteInstancesV2($project, $id);
        for ($i = 0; $i < 100; $i++) {
            try {
                $gateways->showDetailsOfInstanceV2($project, $id);
            } catch (NotFoundException $e) {
                self::assertSame(['APIC.7302', 'Instance not found'], [$e->errorCode, $e->errorMessage]);
                self::assertNotEmpty($e->requestId);
                return;
            }
            usleep(100000);
        }
        self::fail('The gateway is still there');
    }

    public function testNobodyElseGetsIn(): void
    {
        $project = Servers::env('PROJECT_ID');
        $endpoint = Servers::env('STRICT_ENDPOINT');
        foreach (
            [
                Client::withToken($endpoint, 'no-token-of-the-server'),
                Client::withAccessKey($endpoint, 'NOBODYSACCESSKEY0001', 'a-secret'),
                Client::withAccessKey($endpoint, Servers::env('ACCESS_KEY'), 'not-her-secret'),
            ] as $stranger
        ) {
            self::refused(UnauthorizedException::class, 401, 'APIC.7102', 'Incorrect token', fn () =>
                (new GatewayApi($stranger))->listInstancesV2($project));
        }
        $key = ['BOBSACCESSKEY0000001', 'a-secret-of-bob-which-only-he-knows'];
        $reader = new GatewayApi(Client::withAccessKey($endpoint, ...$key));
        $reader->listInstancesV2($project);
        self::refused(ForbiddenException::class, 403, 'APIC.7106', '', fn () =>
            $reader->createInstanceV2($project, self::order('no')));
        foreach ([Servers::withToken(), Servers::withAccessKey()] as $client) {
            self::refused(ForbiddenException::class, 403, 'APIC.7106', '', fn () =>
                (new GatewayApi($client))->listInstancesV2(str_repeat('f', 32)));
        }
    }

    /**
     * @dataProvider clients
     * @param callable(): Client $client
     */
    public function testRequestsAreSignedAsTheyAreSent(callable $client): void
    {
        $gateways = new GatewayApi($client());
        foreach (['a b', '1+1=2&3', '网关 ½ 🙂', 'a/b?c#d%25', "~_-.!*'()", 'ZZ;a,b:@$'] as $name) {
            $found = $gateways->listInstancesV2(Servers::env('PROJECT_ID'), instanceName: $name, limit: 1);
            self::assertSame([], $found->instances);
        }
        self::refused(NotFoundException::class, 404, 'APIC.7302', '', fn () =>
            $gateways->showDetailsOfInstanceV2(Servers::env('PROJECT_ID'), 'no_such-gateway'));
        try {
            $gateways->showDetailsOfInstanceV2(Servers::env('PROJECT_ID'), '网/关 +%');
            self::fail('There is no such gateway');
        } catch (ApiException $e) {
            self::assertContains($e->status, [400, 404]);
        }
    }

    private static function order(string $name): InstanceCreateReq
    {
        return new InstanceCreateReq(
            instanceName: $name,
            description: '网关 · første',
            specId: InstanceSpecId::BASIC,
            vpcId: 'vpc',
            subnetId: 'subnet',
            securityGroupId: 'group',
            availableZoneIds: ['zone'],
        );
    }

    private static function policy(string $name, int $limit = 100): ThrottleBaseInfo
    {
        return new ThrottleBaseInfo(name: $name, timeUnit: TimeUnit::MINUTE, timeInterval: 1, apiCallLimits: $limit);
    }

    private static function untilRunning(GatewayApi $gateways, string $id): ShowDetailsOfInstanceV2Response
    {
        for ($i = 0; $i < 100; $i++) {
            $gateway = $gateways->showDetailsOfInstanceV2(Servers::env('PROJECT_ID'), $id);
            if ($gateway->status === InstanceStatus::RUNNING) {
                return $gateway;
            }
            usleep(100000);
        }
        self::fail("$id is still $gateway->status");
    }

    private static function refused(string $kind, int $status, string $code, string $message, callable $operation): void
    {
        try {
            $operation();
        } catch (ApiException $e) {
            self::assertSame([$kind, $status, $code], [$e::class, $e->status, $e->errorCode], $e->getMessage());
            self::assertStringContainsString($message, $e->errorMessage);
            return;
        }
        self::fail("Not refused with $code");
    }
}
