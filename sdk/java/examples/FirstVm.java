import java.net.URI;
import java.time.Duration;
import java.util.List;
import no.dataverket.sdk.DataverketClient;
import no.dataverket.sdk.model.NetworkAttachment;
import no.dataverket.sdk.model.VmCreate;

/// Makes a machine, waits until it runs, says where it is, and deletes it.
void main() {
    var limit = Duration.ofMinutes(5);
    var endpoint = URI.create(System.getenv("DV_ENDPOINT"));
    try (var client = DataverketClient.connect(endpoint, System.getenv("DV_TOKEN"))) {
        var networks = List.of(NetworkAttachment.of("net"));
        var body = VmCreate.of("first-java", "shop", "prod", "lab1", System.getenv("DV_IMAGE"), networks);
        var accepted = client.createVm(body).send();
        client.awaitSuccess(accepted.task().id(), limit);
        var vm = client.getVm(accepted.resource().id()).answer();
        IO.println(vm.body().name() + " " + vm.body().status().phase() + " " + vm.body().status().addresses());
        var deleted = client.deleteVm(vm.body().id()).ifMatch(String.valueOf(vm.etag())).send();
        client.awaitSuccess(deleted.task().id(), limit);
    }
}
