package postern

import (
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

const longestWait = time.Minute

// transport sends a request with credentials, and again if the server was too busy.
type transport struct {
	settings
	credentials Credentials
}

func (t *transport) RoundTrip(request *http.Request) (*http.Response, error) {
	var body []byte
	if request.Body != nil {
		var err error
		body, err = io.ReadAll(request.Body)
		request.Body.Close()
		if err != nil {
			return nil, err
		}
		if string(body) == "null\n" {
			// What the generated code makes of a body that may be left out, and is.
			body = nil
			request = request.Clone(request.Context())
			request.Body, request.ContentLength = nil, 0
			request.Header.Del("Content-Type")
		}
	}
	for attempt := 1; ; attempt++ {
		response, err := t.try(request, body)
		if err != nil || attempt >= t.attempts {
			return response, err
		}
		wait := t.wait(response, attempt)
		if wait < 0 {
			return response, nil
		}
		select {
		case <-time.After(wait):
		case <-request.Context().Done():
			return nil, request.Context().Err()
		}
	}
}

// try reads the whole answer, so that the timeout holds for all of it.
func (t *transport) try(request *http.Request, body []byte) (*http.Response, error) {
	ctx, cancel := request.Context(), context.CancelFunc(func() {})
	if t.timeout > 0 {
		ctx, cancel = context.WithTimeout(ctx, t.timeout)
	}
	defer cancel()
	attempt := request.Clone(ctx)
	if request.Body != nil {
		attempt.Body = io.NopCloser(bytes.NewReader(body))
	}
	t.credentials.authorize(attempt, body)
	response, err := t.transport.RoundTrip(attempt)
	if err != nil {
		return nil, err
	}
	answer, err := io.ReadAll(response.Body)
	response.Body.Close()
	if err != nil {
		return nil, err
	}
	response.Body = io.NopCloser(bytes.NewReader(answer))
	// The one without credentials.
	response.Request = request
	return response, nil
}

// wait says how long to wait before the next attempt; less than nothing is that there is none.
func (t *transport) wait(response *http.Response, attempt int) time.Duration {
	if response.StatusCode != http.StatusTooManyRequests && response.StatusCode != http.StatusServiceUnavailable {
		return -1
	}
	wait := t.delay
	for i := 1; i < attempt && wait <= longestWait; i++ {
		wait *= 2
	}
	wait -= time.Duration(rand.Int64N(int64(wait/2) + 1))
	if seconds, err := strconv.ParseUint(response.Header.Get("Retry-After"), 10, 31); err == nil {
		wait = time.Duration(seconds) * time.Second
	}
	if wait > longestWait {
		return -1
	}
	return wait
}
