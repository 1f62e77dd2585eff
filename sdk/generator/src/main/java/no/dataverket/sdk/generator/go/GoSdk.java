package no.dataverket.sdk.generator.go;

import java.util.LinkedHashMap;
import java.util.Map;
import no.dataverket.sdk.generator.Contract;
import no.dataverket.sdk.generator.Language;

/// Go: structs, and methods of the client that take a context.
public final class GoSdk implements Language {

    @Override
    public String comment() {
        return "//";
    }

    @Override
    public Map<String, String> files(Contract contract) {
        var files = new LinkedHashMap<String, String>();
        files.put("models.go", new GoModels(contract).text());
        files.put("operations.go", new GoOperations(contract).text());
        return files;
    }
}
