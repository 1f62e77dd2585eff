package dataverket

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// CallOption changes how one call is sent.
type CallOption func(*request)

// IdempotencyKey is sent in place of a fresh one. Within 24 hours the same key and body give the same
// answer, and nothing is done twice.
func IdempotencyKey(key string) CallOption {
	return func(r *request) { r.header.Set("Idempotency-Key", key) }
}

// ReplyTo is given the status and the headers of the answer of success.
func ReplyTo(reply *Reply) CallOption {
	return func(r *request) { r.reply = reply }
}

// Reply is what the server answered.
type Reply struct {
	Status int
	Header http.Header
	Body   []byte
}

// ETag of the resource, as it is sent back to say which state of it a change is meant for.
func (r *Reply) ETag() string { return r.Header.Get("ETag") }

// RequestID is for support.
func (r *Reply) RequestID() string { return r.Header.Get("X-Request-Id") }

// Replayed says whether a stored answer was given, the idempotency key having been used before.
func (r *Reply) Replayed() bool { return r.Header.Get("Idempotency-Replayed") == "true" }

// ETag of a resource of this generation.
func ETag(generation int64) string { return fmt.Sprintf("%q", "g"+strconv.FormatInt(generation, 10)) }

// Ptr points to a value, for fields that may be left out.
func Ptr[T any](value T) *T { return &value }

type request struct {
	method     string
	path       string
	query      url.Values
	header     http.Header
	body       any
	mergePatch bool
	timeout    time.Duration
	reply      *Reply
}

func newRequest(method, path string, options []CallOption) *request {
	r := &request{method: method, path: path, query: url.Values{}, header: http.Header{}}
	if method == http.MethodPost {
		r.header.Set("Idempotency-Key", newKey())
	}
	for _, option := range options {
		option(r)
	}
	return r
}

// content is what every attempt sends.
func (r *request) content() ([]byte, error) {
	if r.body == nil {
		return nil, nil
	}
	media := "application/json"
	if r.mergePatch {
		media = "application/merge-patch+json"
	}
	r.header.Set("Content-Type", media)
	return json.Marshal(r.body)
}

// newKey is a random UUID (RFC 9562).
func newKey() string {
	var b [16]byte
	if _, err := rand.Read(b[:]); err != nil {
		panic(err) // the system has no randomness: nothing can be kept apart
	}
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[0:4], b[4:6], b[6:8], b[8:10], b[10:])
}

func setText[T ~string](query url.Values, name string, value T) {
	if value != "" {
		query.Set(name, string(value))
	}
}

func setNumber[T int | int64](query url.Values, name string, value T) {
	if value != 0 {
		query.Set(name, strconv.FormatInt(int64(value), 10))
	}
}

func setTruth(query url.Values, name string, value *bool) {
	if value != nil {
		query.Set(name, strconv.FormatBool(*value))
	}
}

func setTime(query url.Values, name string, value time.Time) {
	if !value.IsZero() {
		query.Set(name, value.UTC().Format(time.RFC3339Nano))
	}
}
