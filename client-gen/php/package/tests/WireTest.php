<?php

declare(strict_types=1);

namespace Postern\Client\Tests;

use PHPUnit\Framework\TestCase;
use Postern\Client\ApiException;
use Postern\Client\Apig\Api\GatewayApi;
use Postern\Client\File;
use Wire\Api\WireApi;
use Wire\Model\Thing;
use Wire\Model\ThingKind;
use Wire\Model\ThingState;

/** What goes over the wire, where generators are known to err. */
final class WireTest extends TestCase
{
    public function testEveryFieldIsExactlyRight(): void
    {
        $thing = (new WireApi(Servers::wire()))->showThing('a thing');
        self::assertSame('网关 ½ 🙂', $thing->name);
        self::assertSame(ThingKind::SEVENTH, $thing->kind);
        self::assertSame(ThingState::UN_REGISTER_FAILED, $thing->state);
        self::assertSame([9007199254740993, PHP_INT_MAX, 0.5], [$thing->big, $thing->biggest, $thing->ratio]);
        self::assertSame('2020-08-03T12:25:52.257957+00:00', $thing->created->format('Y-m-d\TH:i:s.uP'));
        self::assertSame('2024-02-29T00:00:00', $thing->day->format('Y-m-d\TH:i:s'));
        self::assertSame([], $thing->tags);
        self::assertSame([null, null, null], [$thing->labels, $thing->note, $thing->remark]);
    }

    public function testWhatWasReadCanBeSent(): void
    {
        $api = new WireApi(Servers::wire());
        $thing = $api->showThing('a thing');
        self::assertEquals($thing, $api->updateThing('a thing', $thing));
        $again = new Thing(
            name: '网关 ½ 🙂',
            kind: 7,
            state: 'UnRegisterFailed',
            big: 9007199254740993,
            biggest: PHP_INT_MAX,
            ratio: 0.5,
            created: new \DateTimeImmutable('2020-08-03T17:55:52.257957+05:30'),
            day: new \DateTimeImmutable('2024-02-29'),
            tags: [],
        );
        self::assertNull($api->updateThing('a thing', $again)->labels);
        $again->big--;
        $this->expectExceptionMessage('not the thing');
        $api->updateThing('a thing', $again);
    }

    public function testWhatIsNullIsNotSent(): void
    {
        self::assertSame('{"name":"a","kind":1}', json_encode(new Thing(name: 'a', kind: 1, note: null)));
        self::assertSame('{}', json_encode(new Thing(name: null, kind: null)));
    }

    public function testValuesOfANewerServerAreKept(): void
    {
        $thing = (new WireApi(Servers::wire()))->showThing('newer');
        self::assertSame([99, 'Sleeping'], [$thing->kind, $thing->state]);
        self::assertEquals(['since' => (object) ['a' => [1, (object) ['b' => null]]], 'more' => [1]], $thing->unknown());
        self::assertSame(
            '{"name":"newer","kind":99,"state":"Sleeping","tags":["a"],"since":{"a":[1,{"b":null}]},"more":[1]}',
            json_encode($thing),
        );
    }

    public function testAGatewayOfANewerServerCanBeRead(): void
    {
        $gateway = (new GatewayApi(Servers::wire()))->showDetailsOfInstanceV2('project', 'newer');
        self::assertSame(['Sleeping', 99, 'TITANIUM', 7, 9007199254740993, 'NEW_LOCK'], [
            $gateway->status,
            $gateway->instanceStatus,
            $gateway->spec,
            $gateway->chargingMode,
            $gateway->createTime,
            $gateway->cbcOperationLocks[0]->lockScene,
        ]);
        self::assertSame([1], $gateway->unknown()['new_list']);
    }

    public function testFilesComeAndGoByteByByte(): void
    {
        $api = new WireApi(Servers::wire());
        $content = $api->downloadFile();
        self::assertSame(implode('', array_map('chr', range(0, 255))), $content);
        $path = sys_get_temp_dir() . '/every byte ' . bin2hex(random_bytes(4));
        file_put_contents($path, $content);
        try {
            foreach ([File::at($path), new File($content, basename($path)), new \SplFileObject($path)] as $file) {
                $upload = $api->uploadFile($file, groupId: 'a & 1');
                self::assertSame([256, 'a & 1', basename($path)], [$upload->size, $upload->groupId, $upload->fileName]);
            }
        } finally {
            unlink($path);
        }
        $this->expectExceptionMessage('each byte once');
        $api->uploadFile(new File(substr($content, 1)));
    }

    /**
     * @testWith [429]
     *           [503]
     */
    public function testABusyServerIsAskedAgain(int $status): void
    {
        $key = bin2hex(random_bytes(8));
        self::assertSame(3, (new WireApi(Servers::wire()))->showBusyThing($key, 2, $status)->attempts);
        try {
            (new WireApi(Servers::wire(attempts: 1)))->showBusyThing("once $key", 1, $status);
            self::fail('Not refused');
        } catch (ApiException $e) {
            self::assertSame([$status, "WIRE.$status"], [$e->status, $e->errorCode]);
        }
    }

    public function testOtherRefusalsAreFinal(): void
    {
        $this->expectExceptionCode(500);
        (new WireApi(Servers::wire()))->showBusyThing(bin2hex(random_bytes(8)), 1, 500);
    }
}
