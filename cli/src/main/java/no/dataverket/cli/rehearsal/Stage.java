package no.dataverket.cli.rehearsal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A server of canned answers for the rehearsal, on a port of this machine.
public final class Stage implements AutoCloseable {

    private static final String TIME = "\"2026-11-21T10:00:00.125Z\"";

    private static final String VM = """
            {"id":"vm_1","name":"web-1","tenant":"acme","project":"shop","environment":"prod","datacenter":"lab1",
            "labels":{"tier":"web"},"image":"debian-12@1","vcpus":1,"memory_mib":512,"disk_gib":2,
            "interfaces":[{"index":0,"network":"app-net","mac":"02:00:00:00:00:01","address":"10.20.0.5"}],
            "ssh_authorized_keys":[],"running":true,"deletion_protection":false,"generation":3,"created_at":%s,
            "status":{"phase":"RUNNING","conditions":[],"addresses":["10.20.0.5"],"power":"RUNNING",
            "observed_generation":3,"reconciling":false,"placement":{"datacenter":"lab1"},"blocked_on":[]}}""".replace("%s", TIME);

    private static final String TASK = """
            {"id":"task_1","kind":"vm.create","state":"%state","target":"vm_1","target_name":"web-1",
            "steps":[{"name":"place","title":"place the machine","service":"maskin","state":"%step","attempts":1,
            "started_at":%time,"message":"hv-1"}],"steps_done":0,"created_by":"dev","request_id":"req_1",
            "correlation_id":"c","created_at":%time,"finished_at":%time,"deadline_at":%time,"blocked_on":[],
            "cancellable":true}""".replace("%time", TIME);

    private static final String WHO = """
            {"id":"prn_1","name":"dev","token":"tok_1","token_expires_at":%s,"roles":[{"role":"PLATFORM_OPERATOR"}],
            "tenants":[{"id":"ten_1","name":"acme"}],"projects":[],"server_version":"0.1.0"}""".replace("%s", TIME);

    private static final String PROBLEM = """
            {"type":"about:blank","title":"There is no such resource","status":404,"code":"RESOURCE_NOT_FOUND",
            "detail":"no machine","hint":"list them","retryable":false,"violations":[],"request_id":"req_2"}""";

    private final ServerSocket socket;

    public Stage() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    /// Plays alone until it is ended, and prints its root: for measurements.
    public static void main(String... arguments) throws IOException, InterruptedException {
        try (var stage = new Stage()) {
            System.out.println(stage.endpoint());
            Thread.currentThread().join();
        }
    }

    /// Its root.
    public String endpoint() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var guest = socket.accept();
                Thread.ofPlatform().daemon().start(() -> entertain(guest));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void entertain(Socket guest) {
        try (guest) {
            var in = new BufferedInputStream(guest.getInputStream());
            for (var request = line(in); !request.isEmpty(); request = line(in)) {
                var length = 0;
                for (var header = line(in); !header.isEmpty(); header = line(in)) {
                    if (header.startsWith("Content-Length: ")) {
                        length = Integer.parseInt(header.substring(16));
                    }
                }
                in.readNBytes(length);
                guest.getOutputStream().write(answer(request));
            }
        } catch (IOException e) {
            // The guest has left.
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static byte[] answer(String request) {
        var words = request.split(" ");
        var path = words[1].split("\\?")[0];
        var running = TASK.replace("%state", "RUNNING").replace("%step", "RUNNING");
        return switch (words[0] + " " + path) {
            case "GET /v1/vms" -> reply(200, "{\"items\":[" + VM + "," + VM + "]}");
            case "GET /v1/vms/web-1", "GET /v1/vms/vm_1" -> reply(200, VM);
            case "POST /v1/vms", "DELETE /v1/vms/web-1" ->
                reply(202, "{\"resource\":" + VM + ",\"task\":" + running + "}");
            case "GET /v1/tasks/task_1" -> reply(200, running);
            case "GET /v1/tasks/task_1:wait" ->
                reply(200, TASK.replace("%state", "SUCCEEDED").replace("%step", "SUCCEEDED"));
            case "GET /v1/whoami" -> reply(200, WHO);
            default -> reply(404, PROBLEM);
        };
    }

    private static byte[] reply(int status, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var kind = status < 400 ? "json" : "problem+json";
        var head = "HTTP/1.1 " + status + " X\r\nContent-Type: application/" + kind
                + "\r\nX-Request-Id: req_1\r\nETag: \"g1\"\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }
}
