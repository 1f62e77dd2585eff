// Drives one machine's life against a running server, and prints each step when it is done. The build runs
// it; the steps and their order are those of SdkIntegrationTest, in every language.
import assert from "node:assert/strict";
import { ApiError, Client, Reply, TaskFailedError, TaskTimeoutError, etag, type VmCreate } from "../src/index.js";

const client = new Client({ endpoint: process.env["DV_ENDPOINT"]!, token: process.env["DV_TOKEN"]! });

function done(step: string) {
  console.log(step);
}

/** What the call is refused with. */
async function refusal(call: Promise<unknown>, status: number, code: string): Promise<ApiError> {
  const error = await call.then(
    () => assert.fail("not refused"),
    (thrown: unknown) => thrown,
  );
  assert(error instanceof ApiError, String(error));
  assert.deepEqual([error.status, error.code], [status, code]);
  return error;
}

const me = await client.whoAmI();
assert.equal(me.roles[0]?.role, "PLATFORM_OPERATOR");
done("who am I");

const tenant = await client.createTenant({ name: "life-typescript" });
const project = await client.createProject({ name: "shop", tenant: tenant.id });
const environment = await client.createEnvironment({ name: "prod", tenant: tenant.id, project: project.id });
done("tenant, project, environment");

const scope = { tenant: tenant.id, project: project.id, environment: environment.id };
const network = await client.createNetwork({ ...scope, name: "net", datacenter: "lab1" });
await client.awaitSuccess(network.task.id);
done("network");

const body: VmCreate = {
  ...scope,
  name: "web",
  datacenter: "lab1",
  image: "tiny",
  networks: [{ network: network.resource.id }],
  labels: { tier: "web" },
};
const invalid = await refusal(
  client.createVm({ ...body, name: "Not A Name", vcpus: 0 }),
  422,
  "VALIDATION_FAILED",
);
assert.equal(invalid.retryable, false);
assert.equal(invalid.problem.violations?.length, 2);
assert.equal(invalid.problem.violations[0]?.pointer, "/name");
assert.notEqual(invalid.hint, "");
assert.equal(invalid.requestId, invalid.reply.requestId);
done("validation error");

const preview = await client.previewCreateVm(body);
assert(preview.would_create.length > 0 && preview.steps.length > 0);
assert.deepEqual((await client.listVms({ tenant: tenant.id })).items, []);
done("preview");

const idempotencyKey = "0c9e8d8e-7d3f-4f57-9a3b-6f2d8c1b4a02";
const created = await client.createVm(body, { idempotencyKey });
await client.awaitSuccess(created.task.id);
const id = created.resource.id;
let vm = await client.getVm(id);
assert.equal(vm.status.phase, "RUNNING");
assert.equal(vm.labels["tier"], "web");
assert(Date.now() - Date.parse(vm.created_at) < 3_600_000);
done("create");

let reply: Reply | undefined;
const onReply = (answered: Reply) => {
  reply = answered;
};
const again = await client.createVm(body, { idempotencyKey, onReply });
assert.equal(again.task.id, created.task.id);
assert(reply?.replayed);
done("same key");

await refusal(client.createVm(body), 409, "NAME_TAKEN");
done("conflict");

const old = etag(vm);
await client.getVm("web", { ...scope, onReply });
assert.equal(reply.etag, old);
assert(reply.requestId);
const changed = await client.updateVm(id, { labels: { tier: "front" } }, { ifMatch: old });
assert.equal(changed.labels["tier"], "front");
assert(changed.generation > vm.generation);
done("update");

await refusal(client.updateVm(id, { deletion_protection: true }, { ifMatch: old }), 412, "IF_MATCH_FAILED");
done("stale ETag");

await client.awaitSuccess((await client.stopVm(id, {})).task.id);
assert.equal((await client.getVm(id)).status.phase, "STOPPED");
done("stop");

await client.awaitSuccess((await client.startVm(id)).task.id);
vm = await client.getVm(id);
assert.equal(vm.status.phase, "RUNNING");
done("start");

const tasks = client.iterateTasks({ page_size: 1, target: id });
const kinds = (await tasks.all()).map((task) => task.kind);
assert.equal(kinds.length, 3, kinds.join());
assert.deepEqual(tasks.unreachable, []);
done("pages");

await client.awaitSuccess((await client.deleteVm(id, { ifMatch: etag(vm) })).task.id);
await refusal(client.getVm(id), 404, "RESOURCE_NOT_FOUND");
done("delete");

const unsaid = await refusal(client.getDatacenter("without-retry-after"), 503, "DEPENDENCY_UNAVAILABLE");
assert(unsaid.retryable);
done("503 without Retry-After");

assert.equal((await client.getTask("task_later")).state, "HIBERNATING");
done("answer of a later server");

await assert.rejects(
  client.awaitSuccess("task_later", 1000),
  (error) => error instanceof TaskTimeoutError && error.task.state === "HIBERNATING",
);
done("task that does not end in time");

await assert.rejects(
  client.awaitSuccess("task_failed"),
  (error) => error instanceof TaskFailedError && error.task.error?.code === "NO_CAPACITY",
);
done("task that failed");

const removed = await client.deleteNetwork(network.resource.id, { ifMatch: etag(network.resource) });
await client.awaitSuccess(removed.task.id);
await client.deleteEnvironment(environment.id, { ifMatch: etag(environment) });
await client.deleteProject(project.id, { ifMatch: etag(project) });
await client.deleteTenant(tenant.id, { ifMatch: etag(tenant) });
done("nothing is left");
