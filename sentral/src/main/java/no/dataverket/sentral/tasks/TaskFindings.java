package no.dataverket.sentral.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.dataverket.contract.RunbookLibrary;
import no.dataverket.contract.api.Finding;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;

/// What is wrong with the tasks now.
public final class TaskFindings {

    private static final int SHOWN = 10;

    private TaskFindings() {}

    private record Found(
            String what,
            long count,
            List<String> subjects,
            @Nullable Instant since) {
        static Found of(Row row) {
            return new Found(
                    row.text("what"),
                    row.number("n"),
                    row.json("subjects", Names.class).names(),
                    row.instantOrNull("since"));
        }
    }

    private record Names(List<String> names) {}

    public static List<Finding> look(Transaction transaction) {
        var findings = new ArrayList<Finding>();
        blocked(transaction)
                .forEach(found -> findings.add(finding(
                        FindingCode.TASKS_BLOCKED,
                        found.count() + " " + (found.count() == 1 ? "task waits" : "tasks wait") + " for "
                                + found.what(),
                        found)));
        stuck(transaction)
                .forEach(found -> findings.add(finding(
                        FindingCode.TASKS_STUCK,
                        found.count() + (found.count() == 1 ? " task makes" : " tasks make") + " no progress: "
                                + found.what(),
                        found)));
        failed(transaction)
                .forEach(found ->
                        findings.add(finding(FindingCode.TASKS_FAILED, found.count() + " × " + found.what(), found)));
        undoFailed(transaction)
                .forEach(found -> findings.add(
                        finding(FindingCode.UNDO_FAILED, "the undoing of " + found.what() + " failed", found)));
        deadLetters(transaction)
                .forEach(found -> findings.add(finding(
                        FindingCode.DEAD_LETTERS, found.count() + " could not be taken by " + found.what(), found)));
        unsent(transaction)
                .forEach(found -> findings.add(
                        finding(FindingCode.MESSAGES_NOT_SENT, found.count() + " messages wait for the bus", found)));
        return findings;
    }

    private static List<Found> blocked(Transaction transaction) {
        return transaction.query("""
                SELECT (blocker ->> 'dependency') || ': ' || max(blocker ->> 'cause') AS what, count(*) AS n,
                    min((blocker ->> 'since')::timestamptz) AS since,
                    jsonb_build_object('names', (array_agg(DISTINCT target_name))[1:%d])::text AS subjects
                FROM tasks.task WHERE state = 'BLOCKED_DEPENDENCY' AND blocker ->> 'kind' IS DISTINCT FROM 'DEAD_LETTER'
                GROUP BY blocker ->> 'dependency' ORDER BY n DESC
                """.formatted(SHOWN), Found::of);
    }

    private static List<Found> stuck(Transaction transaction) {
        return transaction.query("""
                SELECT what, count(*) AS n, min(created_at) AS since,
                    jsonb_build_object('names', (array_agg(DISTINCT target_name))[1:%d])::text AS subjects
                FROM (SELECT created_at, target_name, %s AS what FROM tasks.task WHERE %s) AS stuck
                GROUP BY what ORDER BY n DESC
                """.formatted(SHOWN, Stuck.WHY, Stuck.CONDITION), Found::of);
    }

    /// Failures that nobody has made good since: no later task of the same resource succeeded. What somebody
    /// refused to approve did not fail.
    private static List<Found> failed(Transaction transaction) {
        return transaction.query("""
                SELECT kind || ' failed with ' || (error ->> 'code') AS what, count(*) AS n, min(finished_at) AS since,
                    jsonb_build_object('names', (array_agg(DISTINCT target_name))[1:%d])::text AS subjects
                FROM tasks.task t
                WHERE state = 'FAILED' AND finished_at > now() - interval '1 day' AND error ->> 'code' NOT LIKE 'APPROVAL%%'
                    AND NOT EXISTS (
                    SELECT 1 FROM tasks.task later
                    WHERE later.target = t.target AND later.id > t.id AND later.state = 'SUCCEEDED')
                GROUP BY 1 ORDER BY n DESC LIMIT 20
                """.formatted(SHOWN), Found::of);
    }

    private static List<Found> undoFailed(Transaction transaction) {
        return transaction.query("""
                SELECT t.kind || ' in step ' || s.name AS what, count(*) AS n, min(t.finished_at) AS since,
                    jsonb_build_object('names', (array_agg(DISTINCT t.target_name))[1:%d])::text AS subjects
                FROM tasks.step s JOIN tasks.task t ON t.id = s.task
                WHERE s.state = 'UNDO_FAILED' AND NOT EXISTS (
                    SELECT 1 FROM tasks.task later
                    WHERE later.target = t.target AND later.id > t.id AND later.state = 'SUCCEEDED')
                GROUP BY 1 ORDER BY n DESC LIMIT 20
                """.formatted(SHOWN), Found::of);
    }

    private static List<Found> deadLetters(Transaction transaction) {
        return transaction.query("""
                SELECT service AS what, count(*) AS n, min(first_seen) AS since,
                    jsonb_build_object('names', (array_agg(DISTINCT subject))[1:%d])::text AS subjects
                FROM tasks.reported_dead_letter WHERE state = 'OPEN' GROUP BY service ORDER BY n DESC
                """.formatted(SHOWN), Found::of);
    }

    private static List<Found> unsent(Transaction transaction) {
        return transaction.query("""
                SELECT 'messages' AS what, count(*) AS n, min(created_at) AS since,
                    '{"names": []}' AS subjects
                FROM tasks.outbox WHERE created_at < now() - interval '30 seconds' HAVING count(*) > 0
                """, Found::of);
    }

    private static Finding finding(FindingCode code, String detail, Found found) {
        return RunbookLibrary.packaged().finding(code, detail, found.count(), found.subjects(), found.since());
    }
}
