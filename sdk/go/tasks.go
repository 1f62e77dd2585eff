package dataverket

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"
)

const (
	longestPoll = 30 * time.Second
	pollMargin  = 15 * time.Second
)

// AwaitTask waits until the task is in a final state, and gives it in whichever it is. The context says
// for how long; when it ends first, the error is a [TaskTimeoutError].
func (c *Client) AwaitTask(ctx context.Context, task string) (*Task, error) {
	var reply Reply
	seen, err := c.GetTask(ctx, task, ReplyTo(&reply))
	for err == nil && !isFinal(seen.State) {
		if ctx.Err() != nil {
			return nil, &TaskTimeoutError{*seen, ctx.Err()}
		}
		poll := longestPoll
		if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < poll {
			poll = time.Until(deadline)
		}
		seconds := int(poll / time.Second)
		if seconds < 1 {
			seconds = 1
		}
		params := &WaitTaskParams{Timeout: strconv.Itoa(seconds) + "s", ChangedSince: version(reply.ETag())}
		var now *Task
		now, err = c.WaitTask(ctx, task, params, ReplyTo(&reply), answerWithin(poll+pollMargin))
		if err != nil && ctx.Err() != nil {
			return nil, &TaskTimeoutError{*seen, ctx.Err()}
		}
		seen = now
	}
	return seen, err
}

// AwaitSuccess waits until the task has succeeded; if it failed or was cancelled, the error is a
// [TaskFailedError].
func (c *Client) AwaitSuccess(ctx context.Context, task string) (*Task, error) {
	ended, err := c.AwaitTask(ctx, task)
	if err != nil {
		return nil, err
	}
	if ended.State != TaskStateSucceeded {
		return ended, &TaskFailedError{*ended}
	}
	return ended, nil
}

// IsCode says whether the error is a refusal with the code, as in NAME_TAKEN.
func IsCode(err error, code string) bool {
	var refusal *APIError
	return errors.As(err, &refusal) && refusal.Code == code
}

func isFinal(state TaskState) bool {
	return state == TaskStateSucceeded || state == TaskStateFailed || state == TaskStateCancelled
}

// version is the number in an ETag like "g17"; 0 where it has none.
func version(etag string) int {
	number, err := strconv.Atoi(strings.Trim(etag, "\"g"))
	if err != nil {
		return 0
	}
	return number
}

func answerWithin(limit time.Duration) CallOption {
	return func(r *request) { r.timeout = limit }
}
