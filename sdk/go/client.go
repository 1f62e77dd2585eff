// Package dataverket speaks the API of Dataverket: one method of [Client] for each operation, errors
// that carry the problem document, idempotency keys that outlive retries, and waiting for tasks.
package dataverket

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// The longest body that is read of an answer; the server's longest page is far below.
const longestBody = 64 << 20

// Client sends requests to one server. It is safe for many goroutines.
type Client struct {
	endpoint  string
	http      *http.Client
	token     string
	userAgent string
	retries   Retries
	timeout   time.Duration
}

// ClientOption sets up a client.
type ClientOption func(*Client) error

// New is a client of the server at the endpoint, as in https://dv.example.org. Nothing is sent yet.
func New(endpoint string, options ...ClientOption) (*Client, error) {
	parsed, err := url.Parse(endpoint)
	if err != nil {
		return nil, err
	}
	if parsed.Host == "" || (parsed.Scheme != "http" && parsed.Scheme != "https") {
		return nil, fmt.Errorf("not an endpoint with a scheme and a host: %q", endpoint)
	}
	client := &Client{
		endpoint:  strings.TrimRight(endpoint, "/"),
		http:      &http.Client{},
		userAgent: "dataverket-sdk-go",
		retries:   UsualRetries,
		timeout:   time.Minute,
	}
	for _, option := range options {
		if err := option(client); err != nil {
			return nil, err
		}
	}
	return client, nil
}

// WithToken sets the bearer token.
func WithToken(token string) ClientOption {
	return func(c *Client) error {
		c.token = token
		return nil
	}
}

// WithCA trusts the certificates, in PEM, and no others.
func WithCA(pem []byte) ClientOption {
	return func(c *Client) error {
		pool := x509.NewCertPool()
		if !pool.AppendCertsFromPEM(pem) {
			return errors.New("no certificate in what should be PEM")
		}
		transport := http.DefaultTransport.(*http.Transport).Clone()
		transport.TLSClientConfig = &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}
		c.http = &http.Client{Transport: transport}
		return nil
	}
}

// WithHTTPClient sends by a client that the caller has set up. It replaces what WithCA has set up.
func WithHTTPClient(client *http.Client) ClientOption {
	return func(c *Client) error {
		c.http = client
		return nil
	}
}

// WithUserAgent names the program and its version.
func WithUserAgent(name string) ClientOption {
	return func(c *Client) error {
		c.userAgent = name
		return nil
	}
}

// WithRetries bounds how often a request is repeated; UsualRetries if not set.
func WithRetries(retries Retries) ClientOption {
	return func(c *Client) error {
		c.retries = retries
		return nil
	}
}

// WithTimeout bounds how long each answer may take; a minute if not set. The context bounds the whole
// call, retries included.
func WithTimeout(limit time.Duration) ClientOption {
	return func(c *Client) error {
		c.timeout = limit
		return nil
	}
}

// sent sends a request whose answer has a body.
func sent[T any](ctx context.Context, c *Client, request *request) (*T, error) {
	body := new(T)
	if err := c.send(ctx, request, body); err != nil {
		return nil, err
	}
	return body, nil
}

// send repeats what may be repeated, and reads the answer of success into the body, if there is to be one.
func (c *Client) send(ctx context.Context, request *request, into any) error {
	content, err := request.content()
	if err != nil {
		return err
	}
	waited := time.Duration(0)
	for attempt := 1; ; attempt++ {
		reply, err := c.exchange(ctx, request, content)
		if err != nil {
			return err
		}
		if reply.Status < 400 {
			return request.read(reply, into)
		}
		refusal := readProblem(reply)
		wait, again := c.retries.after(refusal, attempt, waited)
		if !again {
			return refusal
		}
		timer := time.NewTimer(wait)
		select {
		case <-ctx.Done():
			timer.Stop()
			return refusal
		case <-timer.C:
			waited += wait
		}
	}
}

func (c *Client) exchange(ctx context.Context, request *request, content []byte) (*Reply, error) {
	limit := c.timeout
	if request.timeout > 0 {
		limit = request.timeout
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	broken := func(err error) error {
		return &ConnectionError{request.method, request.path, request.header.Get("Idempotency-Key"), err}
	}
	target := c.endpoint + request.path
	if query := request.query.Encode(); query != "" {
		target += "?" + query
	}
	wire, err := http.NewRequestWithContext(ctx, request.method, target, bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	wire.Header = request.header.Clone()
	wire.Header.Set("Accept", "application/json")
	wire.Header.Set("User-Agent", c.userAgent)
	if c.token != "" {
		wire.Header.Set("Authorization", "Bearer "+c.token)
	}
	answer, err := c.http.Do(wire)
	if err != nil {
		return nil, broken(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(io.LimitReader(answer.Body, longestBody))
	if err != nil {
		return nil, broken(err)
	}
	return &Reply{answer.StatusCode, answer.Header, body}, nil
}

func (r *request) read(reply *Reply, into any) error {
	if r.reply != nil {
		*r.reply = *reply
	}
	if into == nil {
		return nil
	}
	if err := json.Unmarshal(reply.Body, into); err != nil {
		return fmt.Errorf("%s %s answered %d with a body that is not of the API: %w", r.method, r.path, reply.Status, err)
	}
	return nil
}
