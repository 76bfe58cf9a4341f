package tests

import (
	"errors"
	"fmt"
	"testing"
	"time"

	postern "github.com/postern-dev/postern-client-go"
	"github.com/postern-dev/postern-client-go/apig"
)

const (
	bobsPassword = "only looking around"
	othersID     = "00000000000000000000000000000000"
)

func TestScenarioWithAToken(t *testing.T) {
	token, err := postern.CreateToken(ctx, env(t, "STRICT_ENDPOINT"), alice(t))
	if err != nil {
		t.Fatal(err)
	}
	scenario(t, postern.Token(token))
}

func TestScenarioWithAnAccessKey(t *testing.T) {
	scenario(t, postern.AccessKey(env(t, "ACCESS_KEY"), env(t, "SECRET_KEY"), env(t, "PROJECT_ID")))
}

func scenario(t *testing.T, credentials postern.Credentials) {
	project := env(t, "PROJECT_ID")
	client := newClient(t, env(t, "STRICT_ENDPOINT"), credentials)
	gateways, throttles := client.APIG.GatewayAPI, client.APIG.ThrottleAPI

	order := apig.NewInstanceCreateReq(fmt.Sprintf("go-%x", time.Now().UnixNano()), apig.INSTANCESPECID_BASIC,
		"vpc", "subnet", "group", []string{"zone"})
	order.SetDescription("网关 ½ 🙂")
	ordered, _, err := gateways.CreateInstanceV2(ctx, project).InstanceCreateReq(*order).Execute()
	if err != nil {
		t.Fatal(err)
	}
	id := ordered.GetInstanceId()
	t.Cleanup(func() { gateways.DeleteInstancesV2(ctx, project, id).Execute() })
	gateway := waitUntilRunning(t, client, project, id)
	equal(t, "name", gateway.GetInstanceName(), order.InstanceName)
	equal(t, "description", gateway.GetDescription(), "网关 ½ 🙂")
	equal(t, "spec", gateway.GetSpec(), apig.INSTANCESPEC_BASIC)

	wanted := apig.NewThrottleBaseInfo("first", apig.TIMEUNIT_SECOND, 1, 100)
	policy, _, err := throttles.CreateRequestThrottlingPolicyV2(ctx, project, id).ThrottleBaseInfo(*wanted).Execute()
	if err != nil {
		t.Fatal(err)
	}
	wanted.TimeUnit, wanted.Name, wanted.Type = apig.TIMEUNIT_MINUTE, "限流策略", apig.THROTTLETYPE_SHARED.Ptr()
	policy, _, err = throttles.UpdateRequestThrottlingPolicyV2(ctx, project, id, policy.GetId()).ThrottleBaseInfo(*wanted).Execute()
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "name", policy.GetName(), "限流策略")
	equal(t, "unit", policy.GetTimeUnit(), apig.TIMEUNIT_MINUTE)
	equal(t, "type", policy.GetType(), apig.THROTTLETYPE_SHARED)
	equal(t, "remark set", policy.HasRemark(), false)
	if age := time.Since(policy.GetCreateTime()); age < -time.Minute || age > time.Hour {
		t.Errorf("created %v", policy.GetCreateTime())
	}

	for i := range 24 {
		more := apig.NewThrottleBaseInfo(fmt.Sprintf("policy_%02d", i), apig.TIMEUNIT_HOUR, 1, 100)
		if _, _, err := throttles.CreateRequestThrottlingPolicyV2(ctx, project, id).ThrottleBaseInfo(*more).Execute(); err != nil {
			t.Fatal(err)
		}
	}
	names := map[string]bool{}
	list := throttles.ListRequestThrottlingPolicyV2(ctx, project, id)
	for policy, err := range postern.All(list.Limit(10), (*apig.ListRequestThrottlingPolicyV2Response).GetThrottles) {
		if err != nil {
			t.Fatal(err)
		}
		names[policy.GetName()] = true
	}
	equal(t, "policies on all pages", len(names), 25)

	// A query that has to be encoded, and signed so.
	found, _, err := list.Name("限流").Execute()
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "policies with such a name", found.GetTotal(), 1)
	_, _, err = list.Name("a b+c/d&e=f%20*~½").Execute()
	refused(t, err, 400, "APIG.2012", "Invalid parameter value,parameterName:name. Please refer to the support documentation")

	// A body that may be left out is, and is signed so.
	app, _, err := client.APIG.CredentialAPI.CreateAnAppV2(ctx, project, id).AppCreate(*apig.NewAppCreate("app")).Execute()
	if err != nil {
		t.Fatal(err)
	}
	reset, _, err := client.APIG.CredentialAPI.ResettingAppSecretV2(ctx, project, id, app.GetId()).Execute()
	if err != nil {
		t.Fatal(err)
	}
	if reset.GetAppSecret() == app.GetAppSecret() {
		t.Error("the secret of the app stays")
	}

	wrong := apig.NewThrottleBaseInfo("1st", apig.TIMEUNIT_DAY, 1, 1)
	_, _, err = throttles.CreateRequestThrottlingPolicyV2(ctx, project, id).ThrottleBaseInfo(*wrong).Execute()
	refused(t, err, 400, "APIG.2011", "Invalid parameter value,parameterName:name. Please refer to the support documentation")
	_, _, err = throttles.CreateRequestThrottlingPolicyV2(ctx, project, id).ThrottleBaseInfo(*wanted).Execute()
	refused(t, err, 400, "APIG.3204", "The request throttling policy name already exists")
	_, _, err = gateways.CreateInstanceV2(ctx, project).InstanceCreateReq(*order).Execute()
	refused(t, err, 400, "APIC.7500", "The gateway name already exists")
	_, err = throttles.DeleteRequestThrottlingPolicyV2(ctx, project, id, "none").Execute()
	refusal := refused(t, err, 404, "APIG.3005", "Request throttling policy none does not exist")
	if !errors.Is(err, postern.ErrNotFound) || refusal.RequestID == "" {
		t.Errorf("not said to be not found, or no request id: %v", err)
	}
	_, _, err = gateways.ListInstancesV2(ctx, othersID).Execute()
	refused(t, err, 403, "APIC.7106", "No permissions to request for the method")
	if !errors.Is(err, postern.ErrForbidden) {
		t.Errorf("not said to be forbidden: %v", err)
	}

	resize := apig.ResizeInstanceReq{SpecId: apig.PtrString("PROFESSIONAL")}
	if _, _, err := gateways.CreatePostPayResizeOrder(ctx, project, id).ResizeInstanceReq(resize).Execute(); err != nil {
		t.Fatal(err)
	}
	resized := waitUntilRunning(t, client, project, id)
	equal(t, "spec", resized.GetSpec(), apig.INSTANCESPEC_PROFESSIONAL)
	_, _, err = gateways.CreatePostPayResizeOrder(ctx, project, id).ResizeInstanceReq(resize).Execute()
	refused(t, err, 409, "APIC.7707", "Scaling up to the same specifications is not allowed")
	if !errors.Is(err, postern.ErrConflict) {
		t.Errorf("not said to be a conflict: %v", err)
	}

	if _, err := gateways.DeleteInstancesV2(ctx, project, id).Execute(); err != nil {
		t.Fatal(err)
	}
	for range 100 {
		if _, _, err = gateways.ShowDetailsOfInstanceV2(ctx, project, id).Execute(); err != nil {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	refused(t, err, 404, "APIC.7302", "Instance not found")
}

func waitUntilRunning(t *testing.T, client *postern.Client, project, id string) *apig.ShowDetailsOfInstanceV2Response {
	t.Helper()
	for range 100 {
		gateway, _, err := client.APIG.GatewayAPI.ShowDetailsOfInstanceV2(ctx, project, id).Execute()
		if err != nil {
			t.Fatal(err)
		}
		if gateway.GetStatus() == apig.INSTANCESTATUS_RUNNING {
			return gateway
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("the gateway does not come to run")
	return nil
}

func TestWhoMayNot(t *testing.T) {
	endpoint, project := env(t, "STRICT_ENDPOINT"), env(t, "PROJECT_ID")
	for _, c := range []struct {
		name, message string
		credentials   postern.Credentials
	}{
		{"a wrong token", "", postern.Token("wrong")},
		{"an unknown key", ": the access key NOBODYSACCESSKEY0001 does not exist or is inactive",
			postern.AccessKey("NOBODYSACCESSKEY0001", env(t, "SECRET_KEY"), project)},
		{"a wrong secret", ": the signature does not match the request",
			postern.AccessKey(env(t, "ACCESS_KEY"), "wrong", project)},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := newClient(t, endpoint, c.credentials).APIG.GatewayAPI.ListInstancesV2(ctx, project).Execute()
			refused(t, err, 401, "APIC.7102", "Incorrect token or token resolution failed"+c.message)
			if !errors.Is(err, postern.ErrUnauthenticated) {
				t.Errorf("not said to be unauthenticated: %v", err)
			}
		})
	}

	elsewhere := postern.AccessKey(env(t, "ACCESS_KEY"), env(t, "SECRET_KEY"), othersID)
	_, _, err := newClient(t, endpoint, elsewhere).APIG.GatewayAPI.ListInstancesV2(ctx, project).Execute()
	refused(t, err, 403, "APIC.7106", "No permissions to request for the method")

	bob := alice(t)
	bob.User, bob.Password = "bob", bobsPassword
	token, err := postern.CreateToken(ctx, endpoint, bob)
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = newClient(t, endpoint, postern.Token(token)).APIG.GatewayAPI.CreateInstanceV2(ctx, project).
		InstanceCreateReq(*apig.NewInstanceCreateReq("bobs", apig.INSTANCESPECID_BASIC, "v", "s", "g", []string{"z"})).Execute()
	refused(t, err, 403, "APIC.7106", "No permissions to request for the method")

	bob.Password = "wrong"
	_, err = postern.CreateToken(ctx, endpoint, bob)
	refused(t, err, 401, "401", "The username or password is wrong.")
}
