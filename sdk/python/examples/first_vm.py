"""Makes a machine, waits until it runs, says where it is, and deletes it."""

import os

from dataverket import Client, etag
from dataverket.models import NetworkAttachment, VmCreate

client = Client(os.environ["DV_ENDPOINT"], os.environ["DV_TOKEN"])
accepted = client.create_vm(
    VmCreate(
        name="first-python",
        project="shop",
        environment="prod",
        datacenter="lab1",
        image=os.environ["DV_IMAGE"],
        networks=[NetworkAttachment(network="net")],
    )
)
client.await_success(accepted.task.id)
vm = client.get_vm(accepted.resource.id)
print(vm.name, vm.status.phase, vm.status.addresses)
client.await_success(client.delete_vm(vm.id, if_match=etag(vm)).task.id)
