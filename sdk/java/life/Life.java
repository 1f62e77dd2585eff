import java.io.FileInputStream;
import java.net.URI;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.Connection;
import no.dataverket.sdk.DataverketClient;
import no.dataverket.sdk.TaskFailedException;
import no.dataverket.sdk.TaskTimeoutException;
import no.dataverket.sdk.model.EnvironmentCreate;
import no.dataverket.sdk.model.NetworkAttachment;
import no.dataverket.sdk.model.NetworkCreate;
import no.dataverket.sdk.model.Phase;
import no.dataverket.sdk.model.ProjectCreate;
import no.dataverket.sdk.model.Role;
import no.dataverket.sdk.model.Task;
import no.dataverket.sdk.model.TenantCreate;
import no.dataverket.sdk.model.VmCreate;
import no.dataverket.sdk.model.VmPatch;
import no.dataverket.sdk.model.VmStop;

/// Drives one machine's life against a running server, and prints each step when it is done. The build runs it;
/// the steps and their order are those of SdkIntegrationTest, in every language.
final class Life {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String KEY = "0c9e8d8e-7d3f-4f57-9a3b-6f2d8c1b4a04";

    private Life() {}

    public static void main(String... arguments) throws Exception {
        var connection = Connection.to(URI.create(System.getenv("DV_ENDPOINT")))
                .token(System.getenv("DV_TOKEN"))
                .tls(trusting(System.getenv("DV_CA")))
                .open();
        try (var client = new DataverketClient(connection)) {
            live(client);
        }
    }

    private static void live(DataverketClient client) {
        var me = client.whoAmI().send();
        check(me.roles().getFirst().role().equals(Role.PLATFORM_OPERATOR), me);
        done("who am I");

        var tenant = client.createTenant(TenantCreate.of("life-java")).send();
        var project = client.createProject(ProjectCreate.of("shop").withTenant(tenant.id())).send();
        var environment = client.createEnvironment(EnvironmentCreate.of("prod", project.id()).withTenant(tenant.id()))
                .send();
        done("tenant, project, environment");

        var network = client.createNetwork(NetworkCreate.of("net", project.id(), environment.id(), "lab1")
                        .withTenant(tenant.id()))
                .send();
        await(client, network.task());
        done("network");

        var networks = List.of(NetworkAttachment.of(network.resource().id()));
        var body = VmCreate.of("web", project.id(), environment.id(), "lab1", "tiny", networks)
                .withTenant(tenant.id())
                .withLabels(Map.of("tier", "web"));
        var wrong = VmCreate.of("Not A Name", project.id(), environment.id(), "lab1", "tiny", networks)
                .withTenant(tenant.id())
                .withVcpus(0);
        var invalid = refusal(() -> client.createVm(wrong).send(), 422, "VALIDATION_FAILED");
        var violations = invalid.problem().violations();
        check(violations != null && violations.size() == 2 && violations.getFirst().pointer().equals("/name"), violations);
        check(!invalid.problem().retryable() && !invalid.problem().hint().isEmpty(), invalid.problem());
        check(String.valueOf(invalid.reply().requestId()).equals(invalid.problem().requestId()), invalid.problem());
        done("validation error");

        var preview = client.createVm(body).preview();
        check(!preview.wouldCreate().isEmpty() && !preview.steps().isEmpty(), preview);
        check(client.listVms().tenant(tenant.id()).send().items().isEmpty(), "a machine");
        done("preview");

        var created = client.createVm(body).idempotencyKey(KEY).send();
        await(client, created.task());
        var id = created.resource().id();
        var vm = client.getVm(id).send();
        check(vm.status().phase().equals(Phase.RUNNING) && vm.labels().get("tier").equals("web"), vm);
        check(vm.createdAt().isAfter(Instant.now().minus(Duration.ofHours(1))), vm.createdAt());
        done("create");

        var again = client.createVm(body).idempotencyKey(KEY).answer();
        check(again.body().task().id().equals(created.task().id()) && again.replayed(), again);
        done("same key");

        refusal(() -> client.createVm(body).send(), 409, "NAME_TAKEN");
        done("conflict");

        var read = client.getVm("web").tenant(tenant.id()).project(project.id()).environment(environment.id()).answer();
        var old = String.valueOf(read.etag());
        check(old.equals("\"g" + vm.generation() + "\"") && read.reply().requestId() != null, read);
        var front = new VmPatch(Map.of("tier", "front"), null);
        var changed = client.updateVm(id, front).ifMatch(old).send();
        check(changed.labels().get("tier").equals("front") && changed.generation() > vm.generation(), changed);
        done("update");

        var guarded = new VmPatch(null, true);
        refusal(() -> client.updateVm(id, guarded).ifMatch(old).send(), 412, "IF_MATCH_FAILED");
        done("stale ETag");

        await(client, client.stopVm(id, new VmStop(null)).send().task());
        check(client.getVm(id).send().status().phase().equals(Phase.STOPPED), id);
        done("stop");

        await(client, client.startVm(id).send().task());
        var started = client.getVm(id).answer();
        check(started.body().status().phase().equals(Phase.RUNNING), started);
        done("start");

        var tasks = client.listTasks().pageSize(1).target(id).all();
        check(tasks.size() == 3, tasks);
        done("pages");

        await(client, client.deleteVm(id).ifMatch(String.valueOf(started.etag())).send().task());
        refusal(() -> client.getVm(id).send(), 404, "RESOURCE_NOT_FOUND");
        done("delete");

        var unsaid = refusal(() -> client.getDatacenter("without-retry-after").send(), 503, "DEPENDENCY_UNAVAILABLE");
        check(unsaid.problem().retryable(), unsaid);
        done("503 without Retry-After");

        check(client.getTask("task_later").send().state().equals("HIBERNATING"), "another state");
        done("answer of a later server");

        try {
            client.awaitSuccess("task_later", Duration.ofSeconds(1));
            throw new AssertionError("it ended");
        } catch (TaskTimeoutException timeout) {
            check(timeout.task().state().equals("HIBERNATING"), timeout);
        }
        done("task that does not end in time");

        try {
            client.awaitSuccess("task_failed", LIMIT);
            throw new AssertionError("it succeeded");
        } catch (TaskFailedException failed) {
            var error = failed.task().error();
            check(error != null && error.code().equals("NO_CAPACITY"), failed);
        }
        done("task that failed");

        await(client, client.deleteNetwork(network.resource().id())
                .ifMatch("\"g" + network.resource().generation() + "\"")
                .send()
                .task());
        client.deleteEnvironment(environment.id()).ifMatch("\"g" + environment.generation() + "\"").send();
        client.deleteProject(project.id()).ifMatch("\"g" + project.generation() + "\"").send();
        client.deleteTenant(tenant.id()).ifMatch("\"g" + tenant.generation() + "\"").send();
        done("nothing is left");
    }

    private static void await(DataverketClient client, Task task) {
        client.awaitSuccess(task.id(), LIMIT);
    }

    private static void done(String step) {
        System.out.println(step);
    }

    private static void check(boolean holds, Object seen) {
        if (!holds) {
            throw new AssertionError("unexpected: " + seen);
        }
    }

    /// What the call is refused with.
    private static ApiException refusal(Runnable call, int status, String code) {
        try {
            call.run();
        } catch (ApiException refusal) {
            check(refusal.status() == status && refusal.code().equals(code), refusal);
            return refusal;
        }
        throw new AssertionError("not refused");
    }

    private static SSLSocketFactory trusting(String file) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var pem = new FileInputStream(file)) {
            store.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
