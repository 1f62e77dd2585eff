package no.dataverket.cli;

/// Answers in the shape in which the server gives them.
final class Samples {

    static final String VM = """
            {"id":"vm_1","name":"web-1","tenant":"acme","project":"shop","environment":"prod","datacenter":"lab1",
             "labels":{"tier":"web"},"image":"debian-12@20261121","vcpus":2,"memory_mib":1024,"disk_gib":4,
             "interfaces":[{"index":0,"network":"app-net","mac":"02:00:00:00:00:01","address":"10.20.4.17"}],
             "ssh_authorized_keys":[],"running":true,"deletion_protection":false,"generation":3,
             "created_at":"2026-11-21T10:00:00Z","a_later_field":{"x":9007199254740993},
             "status":{"phase":"RUNNING","conditions":[],"addresses":["10.20.4.17"],"power":"RUNNING",
                       "observed_generation":3,"reconciling":false,"placement":{"datacenter":"lab1"},"blocked_on":[]}}""";

    static final String VM_2 = VM.replace("vm_1", "vm_2")
            .replace("web-1", "db-1")
            .replace("\"RUNNING\",\"conditions\"", "\"PROVISIONING\",\"conditions\"")
            .replace("[\"10.20.4.17\"]", "[]");

    static final String VMS = "{\"items\":[" + VM + "," + VM_2 + "]}";

    static final String WHO = """
            {"id":"prn_1","name":"dev","token":"tok_1","token_expires_at":"2027-02-19T10:00:00Z",
             "roles":[{"role":"PROJECT_EDITOR","tenant":"acme","project":"shop"}],
             "tenants":[{"id":"ten_1","name":"acme"}],"projects":[{"id":"prj_1","name":"shop"}],
             "server_version":"0.1.0"}""";

    static final String PREVIEW = """
            {"would_create":["vm web-1"],"would_change":["network app-net"],"would_delete":["vm web-1 and its disk"],
             "steps":["place","start"],"quota_after":{"vms":"3/40"},"blocked_on":["nett"]}""";

    private Samples() {}

    static String problem(int status, String code) {
        return """
                {"type":"about:blank","title":"That does not go","status":%d,"code":"%s","detail":"because of that",
                 "hint":"do something else","retryable":false,"runbook":"rb-1",
                 "violations":[{"pointer":"/image","code":"PATTERN","detail":"is not an image"}],
                 "dependents":["web-1","web-2"]}""".formatted(status, code);
    }

    static String accepted(String task) {
        return "{\"resource\":" + VM + ",\"task\":" + task + "}";
    }

    static String task(String state, String step, String more) {
        return """
                {"id":"task_1","kind":"vm.create","state":"%s","target":"vm_1","target_name":"web-1",
                 "steps":[{"name":"quota","title":"quota checked","service":"sentral","state":"SUCCEEDED","attempts":1,
                           "started_at":"2026-11-21T10:00:00Z","finished_at":"2026-11-21T10:00:00.120Z"},
                          {"name":"start","title":"start vm","service":"maskin","state":"%s","attempts":1}],
                 "steps_done":1,"created_by":"dev","request_id":"req_1","correlation_id":"c",
                 "created_at":"2026-11-21T10:00:00Z","finished_at":"2026-11-21T10:00:06.800Z",
                 "deadline_at":"2026-11-21T10:10:00Z","blocked_on":[],"cancellable":true%s}""".formatted(state, step, more);
    }

    static String blockedTask() {
        return task("BLOCKED_DEPENDENCY", "BLOCKED", "").replace("\"blocked_on\":[]", """
                        "blocked_on":[{"dependency":"nett","cause":"segment new-net is not realised",
                        "since":"2026-11-21T09:12:00Z","retry_meaningful":false,"runbook":"rb-net-003"}]""");
    }
}
