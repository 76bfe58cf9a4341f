package postern

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// What an [Error] is about, for [errors.Is].
var (
	ErrUnauthenticated = errors.New("postern: unauthenticated")
	ErrForbidden       = errors.New("postern: forbidden")
	ErrNotFound        = errors.New("postern: not found")
	ErrConflict        = errors.New("postern: conflict")
)

// Error is a refusal: an answer of the server, or of something between, that is no success. [errors.As] finds it in
// the error of any call.
type Error struct {
	// Status is the HTTP status.
	Status int
	// Code is the error_code, e.g. APIG.3018; IAM has a number here. It is empty if the answer has none.
	Code string
	// Message is the error_msg; empty if the answer has none.
	Message string
	// RequestID is what the server calls the request; empty if the answer has none.
	RequestID string
	// Body is the whole answer.
	Body []byte

	request string
}

// Error gives all of it but the body.
func (e *Error) Error() string {
	says := strings.TrimSpace(e.Code + " " + e.Message)
	if says == "" {
		says = "the answer has no error code"
	}
	if e.RequestID != "" {
		says += " (request " + e.RequestID + ")"
	}
	return fmt.Sprintf("%s: %d %s: %s", e.request, e.Status, http.StatusText(e.Status), says)
}

// Is tells by the status what the refusal is about.
func (e *Error) Is(target error) bool {
	switch target {
	case ErrUnauthenticated:
		return e.Status == http.StatusUnauthorized
	case ErrForbidden:
		return e.Status == http.StatusForbidden
	case ErrNotFound:
		return e.Status == http.StatusNotFound
	case ErrConflict:
		return e.Status == http.StatusConflict
	}
	return false
}

// refusal makes an error of an answer that is no success, and nothing of one that is.
func refusal(response *http.Response, body []byte) error {
	if response.StatusCode < 300 {
		return nil
	}
	var answer struct {
		Code      string `json:"error_code"`
		Message   string `json:"error_msg"`
		RequestID string `json:"request_id"`
		// The form of IAM.
		Error struct {
			Code    json.RawMessage `json:"code"`
			Message string          `json:"message"`
		} `json:"error"`
	}
	// What is no JSON, or other JSON, has none of this.
	_ = json.Unmarshal(body, &answer)
	refused := &Error{
		Status:    response.StatusCode,
		Code:      answer.Code,
		Message:   answer.Message,
		RequestID: answer.RequestID,
		Body:      body,
		request:   response.Request.Method + " " + response.Request.URL.String(),
	}
	if refused.Code == "" && refused.Message == "" {
		refused.Code, refused.Message = strings.Trim(string(answer.Error.Code), `"`), answer.Error.Message
	}
	if refused.RequestID == "" {
		refused.RequestID = response.Header.Get("X-Request-Id")
	}
	return refused
}
