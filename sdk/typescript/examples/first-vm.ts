// Makes a machine, waits until it runs, says where it is, and deletes it.
import { Client, etag } from "../src/index.js";

const client = new Client({ endpoint: process.env["DV_ENDPOINT"]!, token: process.env["DV_TOKEN"]! });
const accepted = await client.createVm({
  name: "first-typescript",
  project: "shop",
  environment: "prod",
  datacenter: "lab1",
  image: process.env["DV_IMAGE"]!,
  networks: [{ network: "net" }],
});
await client.awaitSuccess(accepted.task.id);
const vm = await client.getVm(accepted.resource.id);
console.log(vm.name, vm.status.phase, vm.status.addresses);
const deleted = await client.deleteVm(vm.id, { ifMatch: etag(vm) });
await client.awaitSuccess(deleted.task.id);
