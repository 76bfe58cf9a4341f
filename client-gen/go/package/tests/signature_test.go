package tests

import (
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/postern-dev/postern-client-go/internal/signature"
)

func TestSignatures(t *testing.T) {
	file, err := os.ReadFile(env(t, "SIGNATURES"))
	if err != nil {
		t.Fatal(err)
	}
	type vector struct {
		Name, Method, URL, Body, Date, Authorization string
		Headers                                      map[string]string
		AccessKey                                    string `json:"access_key"`
		SecretKey                                    string `json:"secret_key"`
	}
	var vectors []vector
	if err := json.Unmarshal(file, &vectors); err != nil {
		t.Fatal(err)
	}
	vectors = append(vectors, vector{
		Name: "a name that has to be encoded", Method: "GET", URL: "https://gw.example.test/orders?b=2&a=1&c+d=x%2Fy",
		Date: "20240416T095341Z", AccessKey: "demo-app-key", SecretKey: "demo-app-secret",
		Authorization: "SDK-HMAC-SHA256 Access=demo-app-key, SignedHeaders=host;x-sdk-date, " +
			"Signature=fd256a864574c79d611fa4d538012889c34bde64aa11a41748a5cf73342deda9",
	})
	if len(vectors) < 10 {
		t.Errorf("only %d signatures", len(vectors))
	}
	for _, vector := range vectors {
		t.Run(vector.Name, func(t *testing.T) {
			request, err := http.NewRequest(vector.Method, vector.URL, strings.NewReader(vector.Body))
			if err != nil {
				t.Fatal(err)
			}
			for name, value := range vector.Headers {
				request.Header.Set(name, value)
			}
			now, err := time.Parse("20060102T150405Z", vector.Date)
			if err != nil {
				t.Fatal(err)
			}
			signature.Sign(request, []byte(vector.Body), vector.AccessKey, vector.SecretKey, now)
			equal(t, "authorization", request.Header.Get("Authorization"), vector.Authorization)
			equal(t, "date", request.Header.Get("X-Sdk-Date"), vector.Date)
		})
	}
}
