// Package signature signs requests with SDK-HMAC-SHA256.
package signature

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"sort"
	"strings"
	"time"
)

const algorithm = "SDK-HMAC-SHA256"

// Sign gives a request the headers X-Sdk-Date and Authorization. The other headers and the body have to be as they are sent.
func Sign(request *http.Request, body []byte, accessKey, secretKey string, now time.Time) {
	date := now.UTC().Format("20060102T150405Z")
	request.Header.Set("X-Sdk-Date", date)
	canonical, signed := canonicalRequest(request, body)
	hash := sha256.Sum256([]byte(canonical))
	mac := hmac.New(sha256.New, []byte(secretKey))
	mac.Write([]byte(algorithm + "\n" + date + "\n" + hex.EncodeToString(hash[:])))
	request.Header.Set("Authorization", algorithm+" Access="+accessKey+", SignedHeaders="+signed+
		", Signature="+hex.EncodeToString(mac.Sum(nil)))
}

func canonicalRequest(request *http.Request, body []byte) (canonical, signed string) {
	headers, signed := canonicalHeaders(request)
	hash := sha256.Sum256(body)
	return strings.Join([]string{request.Method, canonicalPath(request.URL), canonicalQuery(request.URL.RawQuery),
		headers, signed, hex.EncodeToString(hash[:])}, "\n"), signed
}

// The final slash is for the signature only.
func canonicalPath(address *url.URL) string {
	segments := strings.Split(address.Path, "/")
	for i, segment := range segments {
		segments[i] = encode(segment)
	}
	return strings.TrimSuffix(strings.Join(segments, "/"), "/") + "/"
}

func canonicalQuery(query string) string {
	var pairs [][2]string
	for _, pair := range strings.Split(query, "&") {
		if pair != "" {
			name, value, _ := strings.Cut(pair, "=")
			pairs = append(pairs, [2]string{encode(decode(name)), encode(decode(value))})
		}
	}
	sort.Slice(pairs, func(i, j int) bool {
		if pairs[i][0] != pairs[j][0] {
			return pairs[i][0] < pairs[j][0]
		}
		return pairs[i][1] < pairs[j][1]
	})
	texts := make([]string, len(pairs))
	for i, pair := range pairs {
		texts[i] = pair[0] + "=" + pair[1]
	}
	return strings.Join(texts, "&")
}

func canonicalHeaders(request *http.Request) (block, signed string) {
	host := request.Host
	if host == "" {
		host = request.URL.Host
	}
	var names []string
	for _, name := range []string{"content-type", "host", "x-project-id", "x-sdk-date"} {
		value := request.Header.Get(name)
		if name == "host" {
			value = host
		}
		if value != "" {
			names = append(names, name)
			block += name + ":" + strings.TrimSpace(value) + "\n"
		}
	}
	return block, strings.Join(names, ";")
}

// encode is percent-encoding as RFC 3986 has it: everything but letters, digits and -_.~
func encode(text string) string {
	return strings.ReplaceAll(url.QueryEscape(text), "+", "%20")
}

func decode(text string) string {
	if decoded, err := url.QueryUnescape(text); err == nil {
		return decoded
	}
	return text
}
