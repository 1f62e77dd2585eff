package dataverket

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

const longestDetail = 200

// APIError says that the server refused, and why (RFC 9457). Its Code is stable, as in NAME_TAKEN.
type APIError struct {
	Problem
	Header http.Header
}

func (e *APIError) Error() string { return e.Code + ": " + e.Detail }

// ConnectionError says that no answer came. Whether the server did the work is not known: send a POST
// again under the same key, and it is done once.
type ConnectionError struct {
	Method         string
	Path           string
	IdempotencyKey string // of a POST
	Err            error
}

func (e *ConnectionError) Error() string { return e.Method + " " + e.Path + ": " + e.Err.Error() }

// Unwrap gives the cause.
func (e *ConnectionError) Unwrap() error { return e.Err }

// TaskFailedError says that a task ended without doing what it was asked.
type TaskFailedError struct{ Task Task }

func (e *TaskFailedError) Error() string {
	text := fmt.Sprintf("task %s (%s %s) is %s", e.Task.ID, e.Task.Kind, e.Task.TargetName, e.Task.State)
	if problem := e.Task.Error; problem != nil {
		text += ": " + problem.Code + ": " + problem.Detail
	}
	return text
}

// TaskTimeoutError says that the context ended before the task did. The task goes on.
type TaskTimeoutError struct {
	Task Task // as it was seen last
	Err  error
}

func (e *TaskTimeoutError) Error() string {
	return fmt.Sprintf("task %s (%s %s) is still %s: %v", e.Task.ID, e.Task.Kind, e.Task.TargetName, e.Task.State, e.Err)
}

// Unwrap gives what ended the context.
func (e *TaskTimeoutError) Unwrap() error { return e.Err }

// readProblem reads a problem document, also where something between us and the server answered otherwise.
func readProblem(reply *Reply) *APIError {
	refusal := &APIError{Header: reply.Header}
	if strings.Contains(reply.Header.Get("Content-Type"), "json") &&
		json.Unmarshal(reply.Body, &refusal.Problem) == nil && refusal.Code != "" {
		refusal.Status = reply.Status
		return refusal
	}
	detail := []rune(strings.TrimSpace(string(reply.Body)))
	if len(detail) > longestDetail {
		detail = append(detail[:longestDetail], '…')
	}
	refusal.Problem = Problem{
		Type:      "about:blank",
		Title:     fmt.Sprintf("The server answered %d", reply.Status),
		Status:    reply.Status,
		Code:      fmt.Sprintf("HTTP_%d", reply.Status),
		Detail:    string(detail),
		Hint:      "Check that the endpoint is a Dataverket server.",
		Retryable: reply.Status == http.StatusTooManyRequests || reply.Status == http.StatusServiceUnavailable,
	}
	if id := reply.RequestID(); id != "" {
		refusal.RequestID = &id
	}
	return refusal
}
