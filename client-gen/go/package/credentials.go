package postern

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/postern-dev/postern-client-go/iam"
	"github.com/postern-dev/postern-client-go/internal/signature"
)

// Credentials say who calls: [Token] or [AccessKey]. Printed, they show no secret.
type Credentials struct {
	// Closures, since these show nothing of what they know.
	authorize func(request *http.Request, body []byte)
	problem   string
}

// Token is sent as X-Auth-Token. [CreateToken] gets one; Postern takes any unless it is strict.
func Token(token string) Credentials {
	if token == "" {
		return Credentials{problem: "the token is empty; postern.CreateToken gets one, and Postern takes any unless it is strict"}
	}
	return Credentials{authorize: func(request *http.Request, _ []byte) {
		request.Header.Set("X-Auth-Token", token)
	}}
}

// AccessKey signs each request with the secret that belongs to an access key. The project is the one that the calls
// are about, and may be empty.
func AccessKey(accessKey, secretKey, projectID string) Credentials {
	if accessKey == "" || secretKey == "" {
		return Credentials{problem: "signing needs an access key and the secret key that belongs to it; one of them is empty"}
	}
	return Credentials{authorize: func(request *http.Request, body []byte) {
		if projectID != "" {
			request.Header.Set("X-Project-Id", projectID)
		}
		signature.Sign(request, body, accessKey, secretKey, time.Now())
	}}
}

// Login is what a token is got for. Printed, it does not show the password.
type Login struct {
	// Domain is the name of the account.
	Domain string
	// User is the user's name.
	User     string
	Password string `json:"-"`
	// ProjectID is the project that the token is for; without it, IAM decides what the token is for.
	ProjectID string
}

// Format prints everything but the password.
func (l Login) Format(state fmt.State, _ rune) {
	fmt.Fprintf(state, "{%s/%s project %s}", l.Domain, l.User, l.ProjectID)
}

// CreateToken gets a token for a user, as [Token] takes it.
func CreateToken(ctx context.Context, endpoint string, login Login, options ...Option) (string, error) {
	if login.Domain == "" || login.User == "" || login.Password == "" {
		return "", errors.New("postern: a login needs a domain, a user and a password; one of them is empty")
	}
	nobody := Credentials{authorize: func(*http.Request, []byte) {}}
	client, err := newClient(endpoint, nobody, options)
	if err != nil {
		return "", err
	}
	user := iam.TokenAuthUser{Name: &login.User, Password: login.Password, Domain: &iam.TokenAuthDomain{Name: &login.Domain}}
	auth := iam.TokenAuth{Identity: iam.TokenAuthIdentity{
		Methods:  []iam.TokenAuthMethod{iam.TOKENAUTHMETHOD_PASSWORD},
		Password: &iam.TokenAuthPassword{User: user},
	}}
	if login.ProjectID != "" {
		auth.Scope = &iam.TokenAuthScope{Project: &iam.TokenAuthProject{Id: &login.ProjectID}}
	}
	_, response, err := client.IAM.TokenAPI.KeystoneCreateUserTokenByPassword(ctx).
		KeystoneCreateUserTokenByPasswordRequestBody(iam.KeystoneCreateUserTokenByPasswordRequestBody{Auth: auth}).Execute()
	if err != nil {
		return "", err
	}
	token := response.Header.Get("X-Subject-Token")
	if token == "" {
		return "", errors.New("postern: the answer has no X-Subject-Token; does the endpoint serve IAM?")
	}
	return token, nil
}
