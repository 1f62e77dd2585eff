package dataverket

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Retries bounds how often a request is repeated, and how long is waited altogether.
type Retries struct {
	Most    int
	Longest time.Duration
}

// UsualRetries are three in half a minute.
var UsualRetries = Retries{Most: 3, Longest: 30 * time.Second}

// NoRetries never repeats.
var NoRetries = Retries{}

// after says how long to wait before the request is repeated, and whether it may be: only where the first
// of the same key is still going on, and on 429 and 503 where the server says when.
func (r Retries) after(refusal *APIError, attempt int, waited time.Duration) (time.Duration, bool) {
	asked, told := retryAfter(refusal.Header)
	switch {
	case refusal.Status == http.StatusConflict && refusal.Code == "IDEMPOTENCY_IN_PROGRESS":
		if asked < time.Second {
			asked = time.Second
		}
	case refusal.Status == http.StatusTooManyRequests || refusal.Status == http.StatusServiceUnavailable:
		if !told {
			return 0, false
		}
	default:
		return 0, false
	}
	return asked, attempt <= r.Most && waited+asked <= r.Longest
}

// retryAfter reads seconds; a date (RFC 9110 §10.2.3) is not what our servers send.
func retryAfter(header http.Header) (time.Duration, bool) {
	seconds, err := strconv.Atoi(strings.TrimSpace(header.Get("Retry-After")))
	return time.Duration(seconds) * time.Second, err == nil && seconds >= 0
}
