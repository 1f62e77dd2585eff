package no.dataverket.cli.builtin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the commands that are written by hand; only the one that is asked for is made.
public final class BuiltIns {

    private BuiltIns() {}

    /// Every line, in the order of the help.
    public static List<String> lines() {
        return List.of(
                "dvid login",
                "dvid logout",
                "dv whoami",
                "dv doctor",
                "dv now",
                "dv context list",
                "dv context use",
                "dv context set",
                "dv context get",
                "dv task wait",
                "dv approval approve",
                "dv audit export",
                "dv audit verify",
                "dvce vm console",
                "dvce runtime evaluate",
                "dvce runtime scorecard",
                "dv inventory import",
                "dv inventory export",
                "dv usage check",
                "dv runbook show",
                "dv runbook check",
                "dv support collect",
                "dv explain",
                "dv api",
                "dv completion",
                "dv docs",
                "dv version");
    }

    /// The command with the line, if there is one.
    public static @Nullable BuiltIn of(String line) {
        return switch (line) {
            case "dvid login" -> new Login();
            case "dvid logout" -> new Logout();
            case "dv whoami" -> new WhoAmI();
            case "dv doctor" -> new Doctor();
            case "dv now" -> new Now();
            case "dv context list" -> new ContextList();
            case "dv context use" -> new ContextUse();
            case "dv context set" -> new ContextSet();
            case "dv context get" -> new ContextGet();
            case "dv task wait" -> new TaskWait();
            case "dv approval approve" -> new ApprovalApprove();
            case "dv audit export" -> new AuditExport();
            case "dv audit verify" -> new AuditVerify();
            case "dvce vm console" -> new VmConsole();
            case "dvce runtime evaluate" -> new RuntimeEvaluate();
            case "dvce runtime scorecard" -> new RuntimeScorecard();
            case "dv inventory import" -> new InventoryImport();
            case "dv inventory export" -> new InventoryExport();
            case "dv usage check" -> new UsageCheck();
            case "dv runbook show" -> new Runbook();
            case "dv runbook check" -> new RunbookCheck();
            case "dv support collect" -> new SupportCollect();
            case "dv explain" -> new Explain();
            case "dv api" -> new ApiCall();
            case "dv completion" -> new CompletionScript();
            case "dv docs" -> new Docs();
            case "dv version" -> new Version();
            default -> null;
        };
    }
}
