package dataverket

// Iterator goes through the items of a list:
//
//	for items := client.IterateVMs(ctx, nil); items.Next(); {
//		fmt.Println(items.Item().Name)
//	}
//
// and tells by Err whether it came to the end. It is for one goroutine.
type Iterator[T any] struct {
	fetch       func(pageToken *string) (page[T], error)
	current     page[T]
	index       int
	begun       bool
	err         error
	unreachable []string
}

type page[T any] struct {
	items       []T
	next        *string
	unreachable []string
}

func newIterator[T any](fetch func(pageToken *string) (page[T], error)) *Iterator[T] {
	return &Iterator[T]{fetch: fetch, index: -1}
}

// Next goes to the next item, if there is one.
func (i *Iterator[T]) Next() bool {
	i.index++
	for i.err == nil && i.index >= len(i.current.items) {
		if i.begun && i.current.next == nil {
			return false
		}
		i.current, i.err = i.fetch(i.current.next)
		i.begun, i.index = true, 0
		i.unreachable = append(i.unreachable, i.current.unreachable...)
	}
	return i.err == nil
}

// Item is where Next has gone to.
func (i *Iterator[T]) Item() T { return i.current.items[i.index] }

// Err is what ended the iteration early, if anything did.
func (i *Iterator[T]) Err() error { return i.err }

// Unreachable is what did not answer, so that the list may be incomplete.
func (i *Iterator[T]) Unreachable() []string { return i.unreachable }
