<?php

declare(strict_types=1);

namespace Postern\Client\Tests;

use PHPUnit\Framework\TestCase;
use Postern\Client\ApiException;
use Postern\Client\ApiResponse;
use Postern\Client\Apig\Api\CredentialApi;
use Postern\Client\Apig\Api\GatewayApi;
use Postern\Client\Apig\Api\ThrottleApi;
use Postern\Client\Apig\Model\AppCodeCreate;
use Postern\Client\Apig\Model\AppInfo;
use Postern\Client\Client;
use Postern\Client\ConnectionException;
use Postern\Client\Iam\Api\ProjectApi;
use Postern\Client\Iam\Model\TokenAuthUser;
use Postern\Client\NotFoundException;
use Postern\Client\Pages;
use Postern\Client\SecMaster\Api\SubscriptionApi;
use Postern\Client\SecMaster\Model\UpdateSubscriptionOrderReq;
use Postern\Client\Tokens;
use Postern\Client\UnauthorizedException;

/** Construction, retries, errors and pages, against a server that says what the test wants. */
final class ClientTest extends TestCase
{
    /**
     * @testWith ["localhost:8080"]
     *           [""]
     *           ["/v2"]
     *           ["ftp://a"]
     *           ["http://"]
     *           ["http://a b"]
     *           ["http://a?b=c"]
     *           ["http://a:x"]
     *           ["http://user:secret@a"]
     */
    public function testAnEndpointThatIsNoneIsRefused(string $endpoint): void
    {
        try {
            Client::withToken($endpoint, 't');
            self::fail('Not refused');
        } catch (\InvalidArgumentException $e) {
            self::assertStringContainsString('such as https://', $e->getMessage());
            self::assertStringNotContainsString('secret', $e->getMessage());
        }
    }

    public function testMissingCredentialsAreRefused(): void
    {
        foreach (
            [
                'token' => fn () => Client::withToken('http://a', ''),
                'accessKey' => fn () => Client::withAccessKey('http://a', '', 's'),
                'secretKey' => fn () => Client::withAccessKey('http://a', 'a', "s\n"),
                'projectId' => fn () => Client::withAccessKey('http://a', 'a', 's', "p\r\nq: r"),
                'attempts' => fn () => Client::withToken('http://a', 't', attempts: 0),
                'timeout' => fn () => Client::withToken('http://a', 't', timeout: 0),
            ] as $name => $client
        ) {
            try {
                $client();
                self::fail("$name is not refused");
            } catch (\InvalidArgumentException $e) {
                self::assertStringContainsString($name, $e->getMessage());
            }
        }
    }

    public function testSecretsAreNotPrinted(): void
    {
        $stub = new Stub([201, '{"token": {}}', "X-Subject-Token: tomato\r\n"]);
        $clients = [Client::withToken('http://a', 'tomato'), Client::withAccessKey('http://a', 'a', 'tomato')];
        $models = [new TokenAuthUser(name: 'u', password: 'tomato'), new AppInfo(name: 'n', appSecret: 'tomato')];
        ob_start();
        var_dump($clients, $models, new GatewayApi($clients[0]));
        $printed = ob_get_clean() . print_r($clients, true) . print_r($models, true) . var_export($clients, true);
        self::assertStringNotContainsString('tomato', $printed);
        self::assertStringContainsString('http://a', $printed);
        self::assertStringNotContainsString('tomato', print_r(new ApiResponse(201, ['x-subject-token' => 'tomato'], null), true));
        self::assertSame('tomato', $models[1]->appSecret);
        self::assertSame('tomato', Tokens::create($stub->endpoint, 'd', 'u', 'p', project: 'x'));
    }

    public function testRequestsSayWhoSendsThemAndGoBelowThePathOfTheEndpoint(): void
    {
        $stub = new Stub([200, '{}', '']);
        (new GatewayApi(Client::withToken("$stub->endpoint/a%20proxy/", 't')))->showDetailsOfInstanceV2('p/1 ü', 'g');
        (new SubscriptionApi(Client::withToken($stub->endpoint, 'other')))->updateSubscriptionOrder('p', 'zh-cn', new
            UpdateSubscriptionOrderReq(scene: 'POSTPAID', operateType: 'NEW'));
        [$first, $second] = $stub->requests();
        self::assertStringStartsWith("GET /a%20proxy/v2/p%2F1%20%C3%BC/apigw/instances/g HTTP/1.1\r\n", $first);
        self::assertMatchesRegularExpression('~^X-Auth-Token: t\r$.*^User-Agent: postern-client-php/\d~ms', "$first$first");
        self::assertStringNotContainsStringIgnoringCase('Content-Type', $first);
        self::assertMatchesRegularExpression('~^X-Language: zh-cn\r$~m', $second);
        self::assertStringEndsWith('{"scene":"POSTPAID","operate_type":"NEW"}', $second);
    }

    public function testWhatSaysHowABodyIsReadIsSignedWhereThereIsOne(): void
    {
        $stub = new Stub([201, '{}', '']);
        $client = Client::withAccessKey($stub->endpoint, 'a', 's', 'p');
        (new CredentialApi($client))->createAppCodeAutoV2('p', 'g', 'a');
        (new CredentialApi($client))->createAppCodeV2('p', 'g', 'a', new AppCodeCreate(appCode: 'c'));
        [$without, $with] = $stub->requests();
        self::assertStringNotContainsStringIgnoringCase('Content-Type', $without);
        self::assertStringContainsString('SignedHeaders=host;x-project-id;x-sdk-date,', $without);
        self::assertStringContainsString('SignedHeaders=content-type;host;x-project-id;x-sdk-date,', $with);
    }

    /**
     * @testWith [""]
     *           ["."]
     *           [".."]
     */
    public function testAnIdThatWouldBeAnotherPathIsNotSent(string $id): void
    {
        $this->expectExceptionMessage('instance_id');
        (new GatewayApi(Client::withToken('http://localhost:1', 't')))->deleteInstancesV2('p', $id);
    }

    /** @return iterable<array{string, ?string, ?string}> */
    public function refusals(): iterable
    {
        yield ['{"error_code": "APIG.3005", "error_msg": "gone", "request_id": "r"}', 'APIG.3005', 'gone'];
        yield ['{"error": {"code": 404, "message": "gone", "title": "Not Found"}}', '404', 'gone'];
        yield ['<html>a proxy</html>', null, null];
        yield ['[1]', null, null];
        yield ['"text"', null, null];
        yield ['{"error": "text"}', null, null];
        yield ['{"error_code": {"a": 1}}', null, null];
        yield ['', null, null];
        yield ["\xff\xfe", null, null];
        yield [str_repeat('[', 10000), null, null];
    }

    /** @dataProvider refusals */
    public function testEveryRefusalIsATypedError(string $body, ?string $code, ?string $message): void
    {
        $stub = new Stub([404, $body, "X-Request-Id: r\r\n"]);
        try {
            (new GatewayApi(Client::withToken($stub->endpoint, 't')))->listInstancesV2('p');
            self::fail('Not refused');
        } catch (NotFoundException $e) {
            self::assertSame([404, $code, $message, 'r', $body], [
                $e->status,
                $e->errorCode,
                $e->errorMessage,
                $e->requestId,
                $e->body,
            ]);
        }
    }

    /**
     * @testWith [200, "<html>please log in</html>"]
     *           [200, "[]"]
     *           [200, "{\"instances\": 1}"]
     *           [200, "{\"instances\": [1]}"]
     *           [302, ""]
     */
    public function testAnAnswerThatIsNoneOfTheApiIsAnError(int $status, string $body): void
    {
        $stub = new Stub([$status, $body, "Location: http://elsewhere.example/\r\n"]);
        try {
            (new GatewayApi(Client::withToken($stub->endpoint, 't')))->listInstancesV2('p');
            self::fail('Not refused');
        } catch (ApiException $e) {
            self::assertSame($status, $e->status);
            self::assertStringContainsString($status === 200 ? 'not what was asked for' : '302', $e->getMessage());
        }
    }

    public function testErrorsOfIamAreRead(): void
    {
        $client = Servers::withAccessKey();
        self::assertSame(['local-1'], array_column((new ProjectApi($client))->keystoneListProjects()->projects, 'name'));
        $user = [Servers::env('STRICT_ENDPOINT'), 'company', 'alice'];
        self::assertNotEmpty(Tokens::create(...[...$user, Servers::env('PASSWORD')], project: 'local-1'));
        try {
            Tokens::create(...[...$user, 'wrong'], project: 'local-1');
            self::fail('Not refused');
        } catch (UnauthorizedException $e) {
            self::assertNotEmpty($e->errorMessage);
        }
        $this->expectExceptionMessage('either projectId');
        Tokens::create(...[...$user, 'wrong']);
    }

    public function testEachAttemptIsSignedAnewAndWaitsAsLongAsItIsTold(): void
    {
        $stub = new Stub([503, '{}', "Retry-After: 1\r\n"], [204, '', '']);
        $start = microtime(true);
        (new GatewayApi(Client::withAccessKey($stub->endpoint, 'a', 's', retryDelay: 0)))->deleteInstancesV2('p', 'g');
        self::assertGreaterThanOrEqual(1, microtime(true) - $start);
        preg_match_all('/^X-Sdk-Date: (.*)\r$/m', implode('', $stub->requests()), $dates);
        self::assertCount(2, array_unique($dates[1]));
    }

    public function testADelayOfHoursIsNotWaitedFor(): void
    {
        $stub = new Stub([429, '{}', "Retry-After: 3600\r\n"]);
        try {
            (new GatewayApi(Client::withToken($stub->endpoint, 't')))->listInstancesV2('p');
            self::fail('Not refused');
        } catch (ApiException $e) {
            self::assertSame('3600', $e->headers['retry-after']);
            self::assertCount(1, $stub->requests());
        }
    }

    public function testAttemptsEndAndDelaysDouble(): void
    {
        $stub = new Stub([429, '{}', '']);
        $start = microtime(true);
        try {
            (new GatewayApi(Client::withToken($stub->endpoint, 't', attempts: 3, retryDelay: 0.2)))->listInstancesV2('p');
            self::fail('Not refused');
        } catch (ApiException) {
            self::assertCount(3, $stub->requests());
            self::assertGreaterThanOrEqual(0.3, microtime(true) - $start);
        }
    }

    public function testAServerThatDoesNotAnswerIsGivenUp(): void
    {
        $silent = stream_socket_server('tcp://127.0.0.1:0');
        $client = Client::withToken('http://' . stream_socket_get_name($silent, false), 't');
        $this->expectException(ConnectionException::class);
        (new GatewayApi($client))->listInstancesV2('p', timeout: 0.2);
    }

    public function testPagesAreAskedForWhenTheyAreNeeded(): void
    {
        $stub = new Stub(
            [200, '{"total": 4, "size": 2, "throttles": [{"id": "1"}, {"id": "2"}]}', ''],
            [200, '{"total": 4, "size": 2, "throttles": [{"id": "3"}, {"id": "4"}]}', ''],
        );
        $list = (new ThrottleApi(Client::withToken($stub->endpoint, 't')))->listRequestThrottlingPolicyV2(...);
        $items = Pages::items($list, 'p', 'g', limit: 2, name: 'n');
        self::assertCount(0, $stub->requests());
        self::assertSame('1', $items->current()->id);
        self::assertCount(1, $stub->requests());
        self::assertSame(['1', '2', '3', '4'], array_column(iterator_to_array($items), 'id'));
        self::assertCount(2, $stub->requests());
        self::assertStringContainsString('?offset=2&limit=2&name=n ', $stub->requests()[1]);
    }

    public function testPagesEndWhenAListShrinks(): void
    {
        $stub = new Stub(
            [200, '{"total": 4, "size": 2, "throttles": [{"id": "1"}, {"id": "2"}]}', ''],
            [200, '{"total": 4, "size": 0, "throttles": []}', ''],
        );
        $list = (new ThrottleApi(Client::withToken($stub->endpoint, 't')))->listRequestThrottlingPolicyV2(...);
        self::assertCount(2, iterator_to_array(Pages::items($list, 'p', 'g', limit: 2)));
    }
}
