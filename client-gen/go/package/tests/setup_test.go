// Package tests tries the client against the servers that the environment names.
package tests

import (
	"context"
	"errors"
	"os"
	"testing"

	postern "github.com/postern-dev/postern-client-go"
)

var ctx = context.Background()

// env is part of what the build tells its servers by.
func env(t *testing.T, name string) string {
	t.Helper()
	value := os.Getenv("POSTERN_" + name)
	if value == "" {
		t.Fatalf("POSTERN_%s is not set", name)
	}
	return value
}

func alice(t *testing.T) postern.Login {
	t.Helper()
	return postern.Login{Domain: env(t, "DOMAIN"), User: env(t, "USER"), Password: env(t, "PASSWORD"), ProjectID: env(t, "PROJECT_ID")}
}

func newClient(t *testing.T, endpoint string, credentials postern.Credentials, options ...postern.Option) *postern.Client {
	t.Helper()
	client, err := postern.New(endpoint, credentials, options...)
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// refused checks that a call gave an error of the client, and which.
func refused(t *testing.T, err error, status int, code, message string) *postern.Error {
	t.Helper()
	var refusal *postern.Error
	if !errors.As(err, &refusal) {
		t.Fatalf("no refusal: %v", err)
	}
	if refusal.Status != status || refusal.Code != code || refusal.Message != message {
		t.Errorf("got %d %s %q, want %d %s %q", refusal.Status, refusal.Code, refusal.Message, status, code, message)
	}
	return refusal
}
