// Package postern makes clients of API Gateway as Huawei Cloud and Postern serve it: an endpoint and credentials in,
// the APIs of the packages apig, secmaster and iam out. All of them sign or carry a token, repeat what the server was
// too busy for, and give an [Error] for what it refuses.
package postern

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/postern-dev/postern-client-go/apig"
	"github.com/postern-dev/postern-client-go/iam"
	"github.com/postern-dev/postern-client-go/secmaster"
)

const version = "{{client.version}}"

// Client holds all APIs, ready for use, by several goroutines too.
type Client struct {
	// APIG is API Gateway: dedicated gateways and everything in them.
	APIG *apig.APIClient
	// SecMaster is the orders of SecMaster.
	SecMaster *secmaster.APIClient
	// IAM is what clients need of Identity and Access Management.
	IAM *iam.APIClient
}

type settings struct {
	timeout   time.Duration
	attempts  int
	delay     time.Duration
	transport http.RoundTripper
}

// Option changes how a client sends its requests.
type Option func(*settings)

// WithTimeout limits how long one attempt may take, answer included; 0 is no limit. It is 30 seconds unless set.
func WithTimeout(timeout time.Duration) Option {
	return func(s *settings) { s.timeout = timeout }
}

// WithRetry sets how often a request is sent while the server answers 429 or 503, and how long to wait before the
// second attempt; each further wait is twice as long, and all are cut by chance to as little as half. If the answer says
// in Retry-After how long to wait, that counts. What would have to wait for more than a minute is not repeated.
// It is 3 attempts and half a second unless set; 1 attempt is no repetition.
func WithRetry(attempts int, delay time.Duration) Option {
	return func(s *settings) { s.attempts, s.delay = attempts, delay }
}

// WithTransport sets what sends the requests, for a proxy or certificates; [http.DefaultTransport] unless set.
func WithTransport(transport http.RoundTripper) Option {
	return func(s *settings) { s.transport = transport }
}

// New makes a client of the server at an endpoint such as http://localhost:8080, which may have a path.
func New(endpoint string, credentials Credentials, options ...Option) (*Client, error) {
	if credentials.problem != "" {
		return nil, errors.New("postern: " + credentials.problem)
	}
	if credentials.authorize == nil {
		return nil, errors.New("postern: the credentials are empty; make them with postern.Token or postern.AccessKey")
	}
	return newClient(endpoint, credentials, options)
}

func newClient(endpoint string, credentials Credentials, options []Option) (*Client, error) {
	base, err := baseURL(endpoint)
	if err != nil {
		return nil, err
	}
	s := settings{timeout: 30 * time.Second, attempts: 3, delay: 500 * time.Millisecond, transport: http.DefaultTransport}
	for _, option := range options {
		option(&s)
	}
	if s.attempts < 1 || s.delay < 0 || s.timeout < 0 || s.transport == nil {
		return nil, errors.New("postern: there has to be 1 attempt at least, no negative time, and a transport")
	}
	// An API does not redirect; whoever else does may not have the credentials.
	httpClient := &http.Client{Transport: &transport{s, credentials}, CheckRedirect: stay}
	userAgent := "postern-client-go/" + version

	forAPIG := apig.NewConfiguration()
	forAPIG.Servers = apig.ServerConfigurations{{URL: base}}
	forAPIG.HTTPClient, forAPIG.UserAgent, forAPIG.ResponseMiddleware = httpClient, userAgent, refusal

	forSecMaster := secmaster.NewConfiguration()
	forSecMaster.Servers = secmaster.ServerConfigurations{{URL: base}}
	forSecMaster.HTTPClient, forSecMaster.UserAgent, forSecMaster.ResponseMiddleware = httpClient, userAgent, refusal

	forIAM := iam.NewConfiguration()
	forIAM.Servers = iam.ServerConfigurations{{URL: base}}
	forIAM.HTTPClient, forIAM.UserAgent, forIAM.ResponseMiddleware = httpClient, userAgent, refusal

	return &Client{
		APIG:      apig.NewAPIClient(forAPIG),
		SecMaster: secmaster.NewAPIClient(forSecMaster),
		IAM:       iam.NewAPIClient(forIAM),
	}, nil
}

func stay(*http.Request, []*http.Request) error {
	return http.ErrUseLastResponse
}

// baseURL gives the endpoint encoded and without a slash at its end: the generated code adds its paths to it.
func baseURL(endpoint string) (string, error) {
	if strings.Contains(endpoint, "@") {
		// Not printed, since it may hold a password.
		return "", errors.New("postern: the endpoint has an @; give one such as http://localhost:8080, and say by the credentials who you are")
	}
	address, err := url.Parse(endpoint)
	if err != nil || address.Scheme != "http" && address.Scheme != "https" || address.Hostname() == "" ||
		address.RawQuery != "" || address.ForceQuery || address.Fragment != "" {
		return "", fmt.Errorf("postern: %q is no endpoint such as http://localhost:8080", endpoint)
	}
	return strings.TrimRight(address.String(), "/"), nil
}
