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
	var vectors []struct {
		Name, Method, URL, Body, Date, Authorization string
		Headers                                      map[string]string
		AccessKey                                    string `json:"access_key"`
		SecretKey                                    string `json:"secret_key"`
	}
	if err := json.Unmarshal(file, &vectors); err != nil {
		t.Fatal(err)
	}
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
