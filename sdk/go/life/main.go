// Life drives one machine's life against a running server, and prints each step when it is done. The
// build runs it; the steps and their order are those of SdkIntegrationTest, in every language.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"time"

	dataverket "dataverket.no/sdk/go"
)

func main() {
	log.SetFlags(log.Lshortfile)
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	ca, err := os.ReadFile(os.Getenv("DV_CA"))
	must(err)
	client, err := dataverket.New(os.Getenv("DV_ENDPOINT"),
		dataverket.WithToken(os.Getenv("DV_TOKEN")), dataverket.WithCA(ca))
	must(err)

	me, err := client.WhoAmI(ctx)
	must(err)
	check(me.Roles[0].Role == dataverket.RolePlatformOperator, me.Roles)
	done("who am I")

	tenant, err := client.CreateTenant(ctx, dataverket.TenantCreate{Name: "life-go"})
	must(err)
	project, err := client.CreateProject(ctx, dataverket.ProjectCreate{Name: "shop", Tenant: &tenant.ID})
	must(err)
	environment, err := client.CreateEnvironment(ctx,
		dataverket.EnvironmentCreate{Name: "prod", Tenant: &tenant.ID, Project: project.ID})
	must(err)
	done("tenant, project, environment")

	network, err := client.CreateNetwork(ctx, dataverket.NetworkCreate{
		Name: "net", Tenant: &tenant.ID, Project: project.ID, Environment: environment.ID, Datacenter: "lab1"}, nil)
	must(err)
	_, err = client.AwaitSuccess(ctx, network.Task.ID)
	must(err)
	done("network")

	body := dataverket.VMCreate{
		Name: "web", Tenant: &tenant.ID, Project: project.ID, Environment: environment.ID, Datacenter: "lab1",
		Image: "tiny", Networks: []dataverket.NetworkAttachment{{Network: network.Resource.ID}},
		Labels: map[string]string{"tier": "web"}}
	wrong := body
	wrong.Name, wrong.VCPUs = "Not A Name", dataverket.Ptr(0)
	_, err = client.CreateVM(ctx, wrong, nil)
	refusal := refused(err)
	check(refusal.Status == 422 && refusal.Code == "VALIDATION_FAILED" && !refusal.Retryable, refusal)
	check(len(refusal.Violations) == 2 && refusal.Violations[0].Pointer == "/name", refusal.Violations)
	check(refusal.Hint != "" && *refusal.RequestID == refusal.Header.Get("X-Request-Id"), refusal.Problem)
	done("validation error")

	preview, err := client.PreviewCreateVM(ctx, body, nil)
	must(err)
	check(len(preview.WouldCreate) > 0 && len(preview.Steps) > 0, preview)
	page, err := client.ListVMs(ctx, &dataverket.ListVMsParams{Tenant: tenant.ID})
	must(err)
	check(len(page.Items) == 0, page.Items)
	done("preview")

	const key = "0c9e8d8e-7d3f-4f57-9a3b-6f2d8c1b4a01"
	created, err := client.CreateVM(ctx, body, nil, dataverket.IdempotencyKey(key))
	must(err)
	_, err = client.AwaitSuccess(ctx, created.Task.ID)
	must(err)
	id := created.Resource.ID
	vm, err := client.GetVM(ctx, id, nil)
	must(err)
	check(vm.Status.Phase == dataverket.PhaseRunning && vm.Labels["tier"] == "web", vm)
	check(time.Since(vm.CreatedAt) < time.Hour, vm.CreatedAt)
	done("create")

	var reply dataverket.Reply
	again, err := client.CreateVM(ctx, body, nil, dataverket.IdempotencyKey(key), dataverket.ReplyTo(&reply))
	must(err)
	check(again.Task.ID == created.Task.ID && reply.Replayed(), again.Task.ID)
	done("same key")

	_, err = client.CreateVM(ctx, body, nil)
	check(refused(err).Status == 409 && dataverket.IsCode(err, "NAME_TAKEN"), err)
	done("conflict")

	old := dataverket.ETag(vm.Generation)
	_, err = client.GetVM(ctx, "web", &dataverket.GetVMParams{
		Tenant: tenant.ID, Project: project.ID, Environment: environment.ID}, dataverket.ReplyTo(&reply))
	must(err)
	check(reply.ETag() == old && reply.RequestID() != "", reply.Header)
	changed, err := client.UpdateVM(ctx, id, old,
		dataverket.VMPatch{Labels: &map[string]string{"tier": "front"}}, nil)
	must(err)
	check(changed.Labels["tier"] == "front" && changed.Generation > vm.Generation, changed)
	done("update")

	_, err = client.UpdateVM(ctx, id, old, dataverket.VMPatch{DeletionProtection: dataverket.Ptr(true)}, nil)
	check(refused(err).Status == 412 && dataverket.IsCode(err, "IF_MATCH_FAILED"), err)
	done("stale ETag")

	stopped, err := client.StopVM(ctx, id, dataverket.VMStop{}, nil)
	must(err)
	_, err = client.AwaitSuccess(ctx, stopped.Task.ID)
	must(err)
	vm, err = client.GetVM(ctx, id, nil)
	must(err)
	check(vm.Status.Phase == dataverket.PhaseStopped, vm.Status)
	done("stop")

	started, err := client.StartVM(ctx, id, nil)
	must(err)
	_, err = client.AwaitSuccess(ctx, started.Task.ID)
	must(err)
	vm, err = client.GetVM(ctx, id, nil)
	must(err)
	check(vm.Status.Phase == dataverket.PhaseRunning, vm.Status)
	done("start")

	var kinds []string
	tasks := client.IterateTasks(ctx, &dataverket.ListTasksParams{PageSize: 1, Target: id})
	for tasks.Next() {
		kinds = append(kinds, tasks.Item().Kind)
	}
	must(tasks.Err())
	check(len(kinds) == 3 && len(tasks.Unreachable()) == 0, kinds)
	done("pages")

	deleted, err := client.DeleteVM(ctx, id, dataverket.ETag(vm.Generation), nil)
	must(err)
	_, err = client.AwaitSuccess(ctx, deleted.Task.ID)
	must(err)
	_, err = client.GetVM(ctx, id, nil)
	check(refused(err).Status == 404 && dataverket.IsCode(err, "RESOURCE_NOT_FOUND"), err)
	done("delete")

	_, err = client.GetDatacenter(ctx, "without-retry-after")
	check(refused(err).Status == 503 && refused(err).Retryable, err)
	done("503 without Retry-After")

	later, err := client.GetTask(ctx, "task_later")
	must(err)
	check(later.State == "HIBERNATING", later.State)
	done("answer of a later server")

	short, cancelShort := context.WithTimeout(ctx, time.Second)
	defer cancelShort()
	_, err = client.AwaitSuccess(short, "task_later")
	var timeout *dataverket.TaskTimeoutError
	check(errors.As(err, &timeout) && timeout.Task.State == "HIBERNATING", err)
	done("task that does not end in time")

	_, err = client.AwaitSuccess(ctx, "task_failed")
	var failed *dataverket.TaskFailedError
	check(errors.As(err, &failed) && failed.Task.Error.Code == "NO_CAPACITY", err)
	done("task that failed")

	removed, err := client.DeleteNetwork(ctx, network.Resource.ID, dataverket.ETag(network.Resource.Generation), nil)
	must(err)
	_, err = client.AwaitSuccess(ctx, removed.Task.ID)
	must(err)
	must(client.DeleteEnvironment(ctx, environment.ID, dataverket.ETag(environment.Generation), nil))
	must(client.DeleteProject(ctx, project.ID, dataverket.ETag(project.Generation), nil))
	must(client.DeleteTenant(ctx, tenant.ID, dataverket.ETag(tenant.Generation)))
	done("nothing is left")
}

func done(step string) { fmt.Println(step) }

func must(err error) {
	if err != nil {
		_ = log.Output(2, err.Error())
		os.Exit(1)
	}
}

func check(holds bool, seen any) {
	if !holds {
		_ = log.Output(2, fmt.Sprintf("unexpected: %+v", seen))
		os.Exit(1)
	}
}

func refused(err error) *dataverket.APIError {
	var refusal *dataverket.APIError
	if !errors.As(err, &refusal) {
		_ = log.Output(2, fmt.Sprintf("not refused: %v", err))
		os.Exit(1)
	}
	return refusal
}
