// Firstvm makes a machine, waits until it runs, says where it is, and deletes it.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	dataverket "dataverket.no/sdk/go"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	client, err := dataverket.New(os.Getenv("DV_ENDPOINT"), dataverket.WithToken(os.Getenv("DV_TOKEN")))
	if err != nil {
		return err
	}
	accepted, err := client.CreateVM(ctx, dataverket.VMCreate{
		Name: "first-go", Project: "shop", Environment: "prod", Datacenter: "lab1", Image: os.Getenv("DV_IMAGE"),
		Networks: []dataverket.NetworkAttachment{{Network: "net"}},
	}, nil)
	if err != nil {
		return err
	}
	if _, err := client.AwaitSuccess(ctx, accepted.Task.ID); err != nil {
		return err
	}
	vm, err := client.GetVM(ctx, accepted.Resource.ID, nil)
	if err != nil {
		return err
	}
	fmt.Println(vm.Name, vm.Status.Phase, vm.Status.Addresses)
	deleted, err := client.DeleteVM(ctx, vm.ID, dataverket.ETag(vm.Generation), nil)
	if err != nil {
		return err
	}
	_, err = client.AwaitSuccess(ctx, deleted.Task.ID)
	return err
}
