package tests

import (
	"fmt"
	"net/http"
	"reflect"
	"testing"

	postern "github.com/postern-dev/postern-client-go"
	"github.com/postern-dev/postern-client-go/apig"
)

// listing answers with as many gateways as it has, and counts its calls; it breaks off at one of them.
func listing(t *testing.T, total, breaksAt int, calls *[]string) *postern.Client {
	return stub(t, "", func(w http.ResponseWriter, r *http.Request) {
		var offset, limit int
		fmt.Sscan(r.URL.Query().Get("offset"), &offset)
		fmt.Sscan(r.URL.Query().Get("limit"), &limit)
		*calls = append(*calls, r.URL.RawQuery)
		if len(*calls) == breaksAt {
			w.WriteHeader(500)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprintf(w, `{"total": %d, "instances": [`, total)
		for i := offset; i < min(total, offset+limit); i++ {
			if i > offset {
				fmt.Fprint(w, ",")
			}
			fmt.Fprintf(w, `{"id": "%d"}`, i)
		}
		fmt.Fprint(w, "]}")
	})
}

func TestAllPages(t *testing.T) {
	for _, c := range []struct{ total, calls int }{{0, 1}, {1, 1}, {4, 1}, {5, 2}, {8, 2}, {9, 3}} {
		var calls []string
		client := listing(t, c.total, 0, &calls)
		var ids []string
		for gateway, err := range postern.All(client.APIG.GatewayAPI.ListInstancesV2(ctx, "p").Limit(4), (*apig.ListInstancesV2Response).GetInstances) {
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, gateway.GetId())
		}
		equal(t, fmt.Sprint("calls for ", c.total), len(calls), c.calls)
		equal(t, "items", len(ids), c.total)
		for i, id := range ids {
			equal(t, "id", id, fmt.Sprint(i))
		}
	}
}

func TestPagesAreAskedForWhenTheyAreComeTo(t *testing.T) {
	var calls []string
	gateways := postern.All(listing(t, 20, 0, &calls).APIG.GatewayAPI.ListInstancesV2(ctx, "p").InstanceName("n").Limit(4), (*apig.ListInstancesV2Response).GetInstances)
	equal(t, "calls before", len(calls), 0)
	seen := 0
	for range gateways {
		if seen++; seen == 6 {
			break
		}
	}
	equal(t, "calls", fmt.Sprint(calls), "[instance_name=n&limit=4&offset=0 instance_name=n&limit=4&offset=4]")
}

func TestAnErrorEndsThePages(t *testing.T) {
	var calls []string
	seen := 0
	var last error
	for _, err := range postern.All(listing(t, 20, 2, &calls).APIG.GatewayAPI.ListInstancesV2(ctx, "p").Limit(4), (*apig.ListInstancesV2Response).GetInstances) {
		seen, last = seen+1, err
	}
	equal(t, "seen", seen, 5)
	refused(t, last, 500, "", "")
}

// All has to take whatever operation has an offset; which ones do is seen at run time only.
func TestAllTakesEachListOperation(t *testing.T) {
	client := reflect.ValueOf(*newClient(t, "http://localhost", postern.Token("any")).APIG)
	lists := 0
	for i := range client.NumField() {
		if !client.Type().Field(i).IsExported() {
			continue
		}
		api := client.Field(i).Type()
		for j := range api.NumMethod() {
			operation := api.Method(j)
			request := operation.Type.Out(0)
			offset, is := request.MethodByName("Offset")
			if !is {
				continue
			}
			lists++
			execute, _ := request.MethodByName("Execute")
			answer := execute.Type.Out(0)
			_, pages := reflect.New(answer).Elem().Interface().(interface{ GetTotal() int64 })
			if offset.Type.In(1).Kind() != reflect.Int64 || offset.Type.Out(0) != request || !pages {
				t.Errorf("%s cannot be paged", operation.Name)
			}
		}
	}
	if lists < 40 {
		t.Errorf("only %d list operations", lists)
	}
}
