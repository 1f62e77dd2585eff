package no.dataverket.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// What operators decide about images holds for whatever is made from then on, and for nothing that was made before.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ImageCatalogueIntegrationTest {

    private static final String SCOPE = "?project=shop&environment=prod";

    private RunningServer server;
    private Site site;
    private Api api;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 1);
        api = server.api();
        site.datacenter("lab2");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aMachineKeepsTheVersionThatItsChannelLedTo() {
        site.image(Site.DATACENTER, "c1");
        site.image(Site.DATACENTER, "c2");
        assertThat(create("early", "tiny:calm").expect(422).code()).isEqualTo("INVALID_REFERENCE");
        var first = promote("c1", "calm").expect(200);
        assertThat(first.at("/name")).isEqualTo("tiny:calm");
        assertThat(first.json().path("missing").valueStream().map(JsonNode::asString))
                .containsExactly("lab2");
        var one = made("one", "tiny:calm");

        promote("c2", "calm").expect(200);
        var two = made("two", "tiny:calm");
        assertThat(image(one)).isEqualTo(id("c1"));
        assertThat(image(two)).isEqualTo(id("c2"));

        var back =
                api.post("/v1/operator/image-channels/tiny%3Acalm:revert", null).expect(200);
        assertThat(back.at("/version")).isEqualTo("c1");
        assertThat(image(made("three", "tiny:calm"))).isEqualTo(id("c1"));
        assertThat(back.json()
                        .path("history")
                        .valueStream()
                        .map(entry -> entry.path("version").asString()))
                .containsExactly("c1", "c2", "c1");
        assertThat(api.get("/v1/images/tiny%3Acalm").at("/version")).isEqualTo("c1");
        assertThat(api.get("/v1/images/tiny@c1")
                        .json()
                        .path("channels")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("tiny:calm");
        assertThat(api.send("DELETE", "/v1/operator/images/tiny@c1", null, Map.of())
                        .code())
                .isEqualTo("RESOURCE_IN_USE");

        var tenant = new Api(server, site.token("looks", Map.of("role", "TENANT_ADMIN", "tenant", "acme")));
        var seen = tenant.get("/v1/image-channels/tiny%3Acalm").expect(200);
        assertThat(seen.at("/version")).isEqualTo("c1");
        assertThat(seen.json().path("history")).isEmpty();
    }

    @Test
    void whatIsRetiredNamesItsMachinesAndMakesNoMore() {
        site.image(Site.DATACENTER, "r1");
        var user = made("user", "tiny@r1");
        promote("r1", "old").expect(200);
        var retire = "/v1/operator/images/tiny@r1:retire";
        var reason = Map.of("reason", "a hole in its kernel");
        assertThat(api.post(retire, reason).expect(409).text()).contains("RESOURCE_IN_USE", "tiny:old");
        api.send("DELETE", "/v1/operator/image-channels/tiny%3Aold", null, Map.of())
                .expect(204);
        for (int i = 0; i < 2; i++) {
            var report = api.post(retire, reason).expect(200);
            assertThat(report.at("/users/0/vm")).isEqualTo(user);
            assertThat(report.at("/more")).isEqualTo("false");
        }
        assertThat(api.list("/v1/operator/images/tiny@r1/users"))
                .singleElement()
                .satisfies(listed -> assertThat(listed.path("name").asString()).isEqualTo("user"));

        assertThat(api.get("/v1/operator/findings")
                        .json()
                        .path("findings")
                        .valueStream()
                        .map(finding -> finding.path("code").asString() + " "
                                + finding.path("detail").asString()))
                .contains("RETIRED_IMAGE_USED 1 × vm of tiny@r1 in lab1");

        assertThat(create("late", "tiny@r1").text()).contains("IMAGE_RETIRED", "a hole in its kernel");
        assertThat(create("late", id("r1")).code()).isEqualTo("IMAGE_RETIRED");
        assertThat(promote("r1", "old").code()).isEqualTo("IMAGE_RETIRED");
        assertThat(replicate("r1").code()).isEqualTo("IMAGE_RETIRED");
        assertThat(register("r1", "lab2").code()).isEqualTo("IMAGE_RETIRED");
        assertThat(api.get("/v1/images/tiny?datacenter=lab1").at("/version")).isNotEqualTo("r1");
        api.succeed(api.post("/v1/vms/user:stop" + SCOPE, Map.of()));
        api.succeed(api.post("/v1/vms/user:start" + SCOPE, null));

        api.post("/v1/operator/images/tiny@r1:reinstate", null).expect(200);
        made("again", "tiny@r1");
    }

    @Test
    void aVersionIsCopiedToWhereItIsMissingAndMeansTheSameThere() {
        site.image(Site.DATACENTER, "s1");
        promote("s1", "sites").expect(200);
        var accepted = replicate("s1");
        api.succeed(accepted);
        var copy = api.get("/v1/images/" + accepted.at("/resource/id")).expect(200);
        var original = api.get("/v1/images/tiny@s1?datacenter=lab1").expect(200);
        assertThat(copy.at("/digest")).isEqualTo(original.at("/digest")).hasSize(64);
        assertThat(copy.at("/datacenter")).isEqualTo("lab2");
        assertThat(Stream.of(copy, original))
                .allSatisfy(image -> assertThat(image.json()
                                .path("replicas")
                                .valueStream()
                                .map(replica -> replica.path("datacenter").asString() + " "
                                        + replica.path("phase").asString()))
                        .containsExactly("lab1 READY", "lab2 READY"));
        assertThat(api.get("/v1/image-channels/tiny%3Asites").json().path("missing"))
                .isEmpty();
        assertThat(replicate("s1").code()).isEqualTo("NAME_TAKEN");
        assertThat(api.get("/v1/images/tiny@s1").code()).isEqualTo("AMBIGUOUS_SCOPE");
        assertThat(api.list("/v1/images?name=tiny&datacenter=lab2"))
                .extracting(image -> image.path("version").asString())
                .contains("s1");

        var retired = api.post("/v1/operator/images/tiny@s1:retire", Map.of("reason", "both"));
        assertThat(retired.code()).isEqualTo("RESOURCE_IN_USE");
        api.send("DELETE", "/v1/operator/image-channels/tiny%3Asites", null, Map.of())
                .expect(204);
        api.post("/v1/operator/images/tiny@s1:retire", Map.of("reason", "both")).expect(200);
        assertThat(api.get("/v1/images/" + copy.at("/id")).at("/retired")).isEqualTo("true");
    }

    @Test
    void whereSignaturesAreNeededNothingElseIsRegisteredPromotedOrUsed() throws Exception {
        site.image(Site.DATACENTER, "u1");
        var unsigned = api.get("/v1/images/tiny@u1").expect(200);
        assertThat(unsigned.at("/signature/trust")).isEqualTo("UNSIGNED");
        assertThat(api.get("/v1/operator/image-policy").at("/required")).isEqualTo("false");
        var release = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        trust("release", release).expect(201);
        try {
            assertThat(trust("twice", release).code()).isEqualTo("NAME_TAKEN");
            assertThat(api.get("/v1/operator/image-policy").at("/required")).isEqualTo("true");
            assertThat(create("unsigned", "tiny@u1").code()).isEqualTo("IMAGE_UNSIGNED");
            assertThat(promote("u1", "signed").code()).isEqualTo("IMAGE_UNSIGNED");
            var refused = register("u2", Site.DATACENTER).expect(202);
            var failed = api.await(refused.task());
            assertThat(failed.path("state").asString()).isEqualTo("FAILED");
            assertThat(failed.at("/error/code").asString()).isEqualTo("IMAGE_UNSIGNED");

            sign(Site.imageDirectory(server.state(), "u3"), release);
            api.succeed(register("u3", Site.DATACENTER));
            var signed = api.get("/v1/images/tiny@u3").expect(200);
            assertThat(signed.at("/signature/trust")).isEqualTo("TRUSTED");
            assertThat(signed.at("/signature/key")).isEqualTo("release");
            promote("u3", "signed").expect(200);
            made("signed", "tiny:signed");

            policy("OPTIONAL");
            made("allowed", "tiny@u1");
            policy("REQUIRED");
            assertThat(create("forbidden", "tiny@u1").code()).isEqualTo("IMAGE_UNSIGNED");
        } finally {
            api.send("DELETE", "/v1/operator/image-keys/release", null, Map.of())
                    .expect(204);
        }
        assertThat(api.get("/v1/images/tiny@u3").at("/signature/trust")).isEqualTo("UNTRUSTED");
        assertThat(create("orphan", "tiny@u3").code()).isEqualTo("IMAGE_UNSIGNED");
        policy("WHEN_KEYS_EXIST");
        made("free", "tiny@u3");
    }

    @Test
    void aKeyIsAPublicOneAndNoOther() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        for (var text : List.of(
                "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----",
                "-----BEGIN PUBLIC KEY-----\n" + secret + "\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(rsa.getEncoded())
                        + "\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n?\n-----END PUBLIC KEY-----",
                "ssh-ed25519 AAAA")) {
            var refused = api.post("/v1/operator/image-keys", Map.of("name", "bad", "public_key", text))
                    .expect(422);
            assertThat(refused.text()).contains("/public_key").doesNotContain(secret);
        }
    }

    private Reply register(String version, String datacenter) {
        var source = Site.imageDirectory(server.state(), version).toString();
        return api.post(
                "/v1/operator/images",
                Map.of("name", "tiny", "version", version, "datacenter", datacenter, "source", source));
    }

    private Reply promote(String version, String channel) {
        return api.post("/v1/operator/images/tiny@" + version + ":promote", Map.of("channel", channel));
    }

    private Reply replicate(String version) {
        return api.post("/v1/operator/images/tiny@" + version + ":replicate", Map.of("datacenter", "lab2"));
    }

    private void policy(String signatures) {
        var etag = api.get("/v1/operator/image-policy").expect(200).etag();
        api.patch("/v1/operator/image-policy", etag, Map.of("signatures", signatures))
                .expect(200);
    }

    private Reply trust(String name, KeyPair pair) {
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
        return api.post("/v1/operator/image-keys", Map.of("name", name, "public_key", pem));
    }

    private static void sign(Path directory, KeyPair pair) throws IOException, GeneralSecurityException {
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(Files.readAllBytes(directory.resolve("image.json")));
        Files.write(directory.resolve("image.json.sig"), signer.sign());
    }

    private Reply create(String name, String image) {
        var body = Site.vm(name);
        body.put("image", image);
        return api.post("/v1/vms", body);
    }

    private String made(String name, String image) {
        var accepted = create(name, image);
        api.succeed(accepted);
        return accepted.at("/resource/id");
    }

    private String image(String vm) {
        return api.get("/v1/vms/" + vm).at("/image");
    }

    private String id(String version) {
        return api.get("/v1/images/tiny@" + version + "?datacenter=lab1").at("/id");
    }
}
