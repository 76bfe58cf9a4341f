package tests

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	postern "github.com/postern-dev/postern-client-go"
	"github.com/postern-dev/postern-client-go/apig"
)

// stub answers as a test wants it and gives a client of it.
func stub(t *testing.T, path string, answer http.HandlerFunc, options ...postern.Option) *postern.Client {
	t.Helper()
	server := httptest.NewServer(answer)
	t.Cleanup(server.Close)
	return newClient(t, server.URL+path, postern.Token("any"), options...)
}

func TestWhatCannotBeAClientIsRefusedAtOnce(t *testing.T) {
	for _, endpoint := range []string{"", "localhost:8080", "localhost", "ftp://localhost", "http://", "http://:8080", "http:///v2",
		"http://localhost?a=b", "http://localhost/#a", "http://local host", "https//localhost", " http://localhost"} {
		_, err := postern.New(endpoint, postern.Token("any"))
		want := fmt.Sprintf("postern: %q is no endpoint such as http://localhost:8080", endpoint)
		if err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	for _, endpoint := range []string{"http://me:secret@localhost", "me:secret@localhost:8080"} {
		if _, err := postern.New(endpoint, postern.Token("any")); err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", endpoint, err)
		}
	}
	for _, credentials := range []postern.Credentials{{}, postern.Token(""), postern.AccessKey("", "secret", "p"), postern.AccessKey("key", "", "p")} {
		if _, err := postern.New("http://localhost", credentials); err == nil || !strings.Contains(err.Error(), "empty") {
			t.Errorf("%v", err)
		}
	}
	for _, login := range []postern.Login{{User: "u", Password: "p"}, {Domain: "d", Password: "p"}, {Domain: "d", User: "u"}} {
		if _, err := postern.CreateToken(ctx, "http://localhost:1", login); err == nil || !strings.Contains(err.Error(), "empty") {
			t.Errorf("%v", err)
		}
	}
	for _, option := range []postern.Option{postern.WithRetry(0, 0), postern.WithRetry(1, -1), postern.WithTimeout(-1), postern.WithTransport(nil)} {
		if _, err := postern.New("http://localhost", postern.Token("any"), option); err == nil {
			t.Error("taken")
		}
	}
}

func TestNoSecretIsPrinted(t *testing.T) {
	const secret = "hush"
	login := postern.Login{Domain: "company", User: "alice", Password: secret}
	key, token := postern.AccessKey("key", secret, ""), postern.Token(secret)
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	withKey, withToken := newClient(t, server.URL, key), newClient(t, server.URL, token)
	_, response, err := withToken.APIG.GatewayAPI.ListInstancesV2(ctx, "project").Execute()
	for _, value := range []any{login, &login, key, &key, token, withKey, withToken, *withKey, withKey.APIG.GetConfig(),
		*withToken.APIG.GetConfig().HTTPClient, withToken.APIG.GetConfig().HTTPClient.Transport,
		withKey.APIG.GetConfig().HTTPClient.Transport, err, response, *response.Request} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
			if text := fmt.Sprintf(verb, value); strings.Contains(text, secret) || strings.Contains(text, fmt.Sprintf("%x", secret)) {
				t.Errorf("%s of %T: %s", verb, value, text)
			}
		}
	}
	if text, err := json.Marshal([]any{login, key, token}); err != nil || strings.Contains(string(text), secret) {
		t.Errorf("%s, %v", text, err)
	}
}

func TestWhatIsSent(t *testing.T) {
	var got *http.Request
	var body string
	client := stub(t, "/behind/a proxy/", func(w http.ResponseWriter, r *http.Request) {
		content, _ := io.ReadAll(r.Body)
		got, body = r, string(content)
		fmt.Fprint(w, "{}")
	})
	client.APIG.CredentialAPI.ResettingAppSecretV2(ctx, "p/1", "g", "a").Execute()
	equal(t, "path", got.RequestURI, "/behind/a%20proxy/v2/p%2F1/apigw/instances/g/apps/secret/a")
	equal(t, "token", got.Header.Get("X-Auth-Token"), "any")
	equal(t, "user agent", got.UserAgent(), "postern-client-go/{{client.version}}")
	equal(t, "body that is left out", body, "")
	equal(t, "its type", got.Header.Get("Content-Type"), "")
	client.APIG.CredentialAPI.ResettingAppSecretV2(ctx, "p", "g", "a").AppResetCreate(apig.AppResetCreate{}).Execute()
	equal(t, "body", body, "{}\n")
}

func TestErrorsOfAllForms(t *testing.T) {
	for _, c := range []struct {
		status              int
		body, code, message string
		id, text            string
	}{
		{404, `{"error_code": "APIG.1", "error_msg": "gone", "request_id": "r1"}`, "APIG.1", "gone", "r1", "404 Not Found: APIG.1 gone (request r1)"},
		{401, `{"error": {"code": 401, "message": "who?", "title": "Unauthorized"}}`, "401", "who?", "h1", "401 Unauthorized: 401 who? (request h1)"},
		{400, `{"error": {"code": "IAM.1", "message": "no", "title": "Bad Request"}}`, "IAM.1", "no", "h1", "400 Bad Request: IAM.1 no (request h1)"},
		{502, `<html>Bad Gateway</html>`, "", "", "h1", "502 Bad Gateway: the answer has no error code (request h1)"},
		{500, ``, "", "", "h1", "500 Internal Server Error: the answer has no error code (request h1)"},
		{400, `{"error": "no object", "error_code": 5, "error_msg": null}`, "", "", "h1", "400 Bad Request: the answer has no error code (request h1)"},
		{400, `[1]`, "", "", "h1", "400 Bad Request: the answer has no error code (request h1)"},
		{302, ``, "", "", "h1", "302 Found: the answer has no error code (request h1)"},
	} {
		t.Run(fmt.Sprint(c.status, c.body), func(t *testing.T) {
			calls := 0
			client := stub(t, "", func(w http.ResponseWriter, r *http.Request) {
				calls++
				w.Header().Set("X-Request-Id", "h1")
				w.Header().Set("Location", "/elsewhere")
				w.WriteHeader(c.status)
				fmt.Fprint(w, c.body)
			})
			_, response, err := client.APIG.GatewayAPI.ListInstancesV2(ctx, "p").Execute()
			refusal := refused(t, err, c.status, c.code, c.message)
			equal(t, "request id", refusal.RequestID, c.id)
			equal(t, "body", string(refusal.Body), c.body)
			equal(t, "calls", calls, 1)
			equal(t, "answer", response.StatusCode, c.status)
			if !strings.HasPrefix(err.Error(), "GET http://127.0.0.1:") || !strings.HasSuffix(err.Error(), "/v2/p/apigw/instances?limit=20&offset=0: "+c.text) {
				t.Errorf("%s", err)
			}
		})
	}
}

func TestWaitingBeforeTheNextAttempt(t *testing.T) {
	for _, c := range []struct {
		name, retryAfter string
		delay            time.Duration
		calls            int
		least, most      time.Duration
	}{
		{"twice as long each time", "", 80 * time.Millisecond, 3, 120 * time.Millisecond, time.Second},
		{"as long as the server says", "1", time.Millisecond, 3, 2 * time.Second, 4 * time.Second},
		{"not for a date", "Fri, 31 Dec 2099 23:59:59 GMT", time.Millisecond, 3, 0, time.Second},
		{"not for long", "61", time.Millisecond, 1, 0, time.Second},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			calls := 0
			client := stub(t, "", func(w http.ResponseWriter, r *http.Request) {
				calls++
				w.Header().Set("Retry-After", c.retryAfter)
				w.WriteHeader(503)
			}, postern.WithRetry(3, c.delay))
			start := time.Now()
			_, _, err := client.APIG.GatewayAPI.ListInstancesV2(ctx, "p").Execute()
			refused(t, err, 503, "", "")
			equal(t, "calls", calls, c.calls)
			if took := time.Since(start); took < c.least || took > c.most {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestEachAttemptIsSignedAnewAndHasItsBody(t *testing.T) {
	signatures := map[string]bool{}
	var bodies []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		signatures[r.Header.Get("Authorization")] = true
		body, _ := io.ReadAll(r.Body)
		bodies = append(bodies, string(body))
		w.Header().Set("Retry-After", "1")
		w.WriteHeader(429)
	}))
	defer server.Close()
	client := newClient(t, server.URL, postern.AccessKey("key", "secret", ""), postern.WithRetry(2, 0))
	client.APIG.ThrottleAPI.CreateRequestThrottlingPolicyV2(ctx, "p", "g").ThrottleBaseInfo(apig.ThrottleBaseInfo{Name: "a"}).Execute()
	equal(t, "signatures", len(signatures), 2)
	if len(bodies) != 2 || bodies[0] != bodies[1] || !strings.Contains(bodies[0], `"name":"a"`) {
		t.Errorf("bodies %q", bodies)
	}
}

func TestTimeouts(t *testing.T) {
	answer := make(chan struct{})
	slow := func(w http.ResponseWriter, r *http.Request) {
		// The head comes at once, the rest does not.
		w.(http.Flusher).Flush()
		select {
		case <-answer:
		case <-time.After(5 * time.Second):
		}
	}
	client := stub(t, "", slow, postern.WithTimeout(50*time.Millisecond))
	_, _, err := client.APIG.GatewayAPI.ListInstancesV2(ctx, "p").Execute()
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
	close(answer)

	client = stub(t, "", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(503) }, postern.WithRetry(2, 30*time.Second))
	short, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	defer cancel()
	start := time.Now()
	_, _, err = client.APIG.GatewayAPI.ListInstancesV2(short, "p").Execute()
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 5*time.Second {
		t.Errorf("%v", err)
	}
}
