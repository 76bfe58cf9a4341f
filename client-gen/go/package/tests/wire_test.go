package tests

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	postern "github.com/postern-dev/postern-client-go"
	"github.com/postern-dev/postern-client-go/apig"
	"github.com/postern-dev/postern-client-go/tests/wire"
)

// wireAPI is what is generated for the wire server with the same settings, and set up as the client sets up the rest.
func wireAPI(t *testing.T, options ...postern.Option) *wire.WireAPIService {
	t.Helper()
	like := newClient(t, env(t, "WIRE_ENDPOINT"), postern.Token("any"), options...).IAM.GetConfig()
	configuration := wire.NewConfiguration()
	configuration.Servers = wire.ServerConfigurations{{URL: like.Servers[0].URL}}
	configuration.HTTPClient, configuration.UserAgent = like.HTTPClient, like.UserAgent
	configuration.ResponseMiddleware = wire.ResponseMiddlewareFunction(like.ResponseMiddleware)
	return wire.NewAPIClient(configuration).WireAPI
}

func TestValuesAtTheEdgesComeAndGo(t *testing.T) {
	api := wireAPI(t)
	thing, _, err := api.ShowThing(ctx, "edges").Execute()
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "name", thing.Name, "网关 ½ 🙂")
	equal(t, "kind", thing.Kind, wire.THINGKIND_SEVENTH)
	equal(t, "state", thing.GetState(), wire.THINGSTATE_UN_REGISTER_FAILED)
	equal(t, "note there", thing.Note.IsSet(), true)
	equal(t, "note", thing.Note.Get(), nil)
	equal(t, "remark", thing.Remark, nil)
	equal(t, "big", thing.GetBig(), 1<<53+1)
	equal(t, "biggest", thing.GetBiggest(), 1<<63-1)
	equal(t, "ratio", thing.GetRatio(), 0.5)
	if want := time.Date(2020, 8, 3, 12, 25, 52, 257957000, time.UTC); !thing.GetCreated().Equal(want) {
		t.Errorf("created %v", thing.GetCreated())
	}
	equal(t, "day", thing.GetDay(), "2024-02-29")
	equal(t, "tags there", thing.Tags != nil, true)
	equal(t, "tags", len(thing.Tags), 0)
	equal(t, "labels there", thing.Labels != nil, false)

	if _, _, err := api.UpdateThing(ctx, "edges").Thing(*thing).Execute(); err != nil {
		t.Error(err)
	}
	made := wire.Thing{Name: "网关 ½ 🙂", Kind: 7, State: wire.THINGSTATE_UN_REGISTER_FAILED.Ptr(), Big: wire.PtrInt64(1<<53 + 1),
		Biggest: wire.PtrInt64(1<<63 - 1), Ratio: wire.PtrFloat64(0.5), Created: thing.Created, Day: wire.PtrString("2024-02-29"),
		Tags: []string{}}
	if _, _, err := api.UpdateThing(ctx, "edges").Thing(made).Execute(); err != nil {
		t.Error(err)
	}
	made.Big = wire.PtrInt64(1 << 53)
	_, _, err = api.UpdateThing(ctx, "edges").Thing(made).Execute()
	if refusal := err.(*postern.Error); refusal.Status != 400 || refusal.Code != "WIRE.400" {
		t.Errorf("another thing is not refused: %v", err)
	}
}

func TestANewerServerIsUnderstood(t *testing.T) {
	thing, _, err := wireAPI(t).ShowThing(ctx, "newer").Execute()
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "kind", thing.Kind, 99)
	equal(t, "kind known", thing.Kind.IsValid(), false)
	equal(t, "state", thing.GetState(), "Sleeping")
	sent, err := json.Marshal(thing)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "sent", string(sent), `{"kind":99,"name":"newer","state":"Sleeping","tags":["a"]}`)

	client := newClient(t, env(t, "WIRE_ENDPOINT"), postern.Token("any"))
	gateway, _, err := client.APIG.GatewayAPI.ShowDetailsOfInstanceV2(ctx, "project", "newer").Execute()
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "status", gateway.GetStatus(), "Sleeping")
	equal(t, "status number", gateway.GetInstanceStatus(), 99)
	equal(t, "spec", gateway.GetSpec(), apig.InstanceSpec("TITANIUM"))
	equal(t, "charging", gateway.GetChargingMode(), 7)
	equal(t, "created", gateway.GetCreateTime(), 1<<53+1)
	equal(t, "lock", gateway.GetCbcOperationLocks()[0].GetLockScene(), "NEW_LOCK")
}

func TestFilesComeAndGoByteForByte(t *testing.T) {
	var bytes0To255 []byte
	for i := range 256 {
		bytes0To255 = append(bytes0To255, byte(i))
	}
	api := wireAPI(t)
	got, _, err := api.DownloadFile(ctx).Execute()
	if err != nil {
		t.Fatal(err)
	}
	defer os.Remove(got.Name())
	defer got.Close()
	if content, err := io.ReadAll(got); err != nil || !bytes.Equal(content, bytes0To255) {
		t.Errorf("downloaded %x, %v", content, err)
	}

	name := filepath.Join(t.TempDir(), "all bytes.bin")
	if err := os.WriteFile(name, bytes0To255, 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	upload, _, err := api.UploadFile(ctx).File(file).GroupId("group ½").Execute()
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "size", upload.GetSize(), 256)
	equal(t, "name", upload.GetFileName(), "all bytes.bin")
}

func TestWhatTheServerIsTooBusyForIsRepeated(t *testing.T) {
	for _, status := range []int32{429, 503} {
		t.Run(fmt.Sprint(status), func(t *testing.T) {
			key := fmt.Sprintf("go-%d-%d", status, time.Now().UnixNano())
			busy := func(key string, status int32, options ...postern.Option) (*wire.Attempts, error) {
				attempts, _, err := wireAPI(t, options...).ShowBusyThing(ctx).Key(key).Times(2).Status(status).Execute()
				return attempts, err
			}
			attempts, err := busy(key, status, postern.WithRetry(3, time.Millisecond))
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "attempts", attempts.GetAttempts(), 3)

			_, err = busy(key+"-twice", status, postern.WithRetry(2, time.Millisecond))
			refused(t, err, int(status), fmt.Sprintf("WIRE.%d", status), "Refused for the time being")

			for attempt := range 2 {
				_, err = busy(key+"-once", status, postern.WithRetry(1, 0))
				if err == nil {
					t.Fatalf("attempt %d is not refused", attempt)
				}
			}
			attempts, err = busy(key+"-once", status, postern.WithRetry(1, 0))
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "attempts that were made one by one", attempts.GetAttempts(), 3)
		})
	}
	key := fmt.Sprintf("go-500-%d", time.Now().UnixNano())
	_, _, err := wireAPI(t).ShowBusyThing(ctx).Key(key).Times(1).Status(500).Execute()
	refused(t, err, 500, "WIRE.500", "Refused for the time being")
}
