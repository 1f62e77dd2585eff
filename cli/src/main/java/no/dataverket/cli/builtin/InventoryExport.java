package no.dataverket.cli.builtin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.Call;
import no.dataverket.sdk.ConnectionException;

/// Writes the inventory as the document that imports to it.
final class InventoryExport implements BuiltIn {

    @Override
    public String line() {
        return "dv inventory export";
    }

    @Override
    public String summary() {
        return "Write the inventory as a document that can be imported again";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "dv inventory export",
                "dv inventory export --datacenter osl1 > osl1.yaml",
                "dv inventory export -o json");
    }

    @Override
    public List<String> globalFlags() {
        return List.of("--datacenter");
    }

    @Override
    public ExitCode run(Session session) {
        try {
            Map<String, String> query = new LinkedHashMap<>();
            var datacenter = session.settings().explicit("datacenter");
            if (datacenter != null && !datacenter.value().isEmpty()) {
                query.put("datacenter", datacenter.value());
            }
            var answer = session.get(Call.target("/v1/operator/inventory/document", query));
            if (session.format().isForPeople()) {
                session.surroundings().out().print(answer.field("document").text());
            } else {
                session.printer().document(answer);
            }
            return ExitCode.DONE;
        } catch (ApiException e) {
            throw ErrorText.of(e, "export the inventory");
        } catch (ConnectionException e) {
            throw ErrorText.of(
                    e, "export the inventory", session.settings().endpoint().toString());
        }
    }
}
