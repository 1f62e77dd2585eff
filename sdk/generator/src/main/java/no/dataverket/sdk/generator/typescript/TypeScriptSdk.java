package no.dataverket.sdk.generator.typescript;

import java.util.LinkedHashMap;
import java.util.Map;
import no.dataverket.sdk.generator.Contract;
import no.dataverket.sdk.generator.Language;

/// TypeScript: interfaces whose fields are called as on the wire, and methods that answer by promise.
public final class TypeScriptSdk implements Language {

    @Override
    public String comment() {
        return "//";
    }

    @Override
    public Map<String, String> files(Contract contract) {
        var files = new LinkedHashMap<String, String>();
        files.put("models.ts", new TypeScriptModels(contract).text());
        files.put("operations.ts", new TypeScriptOperations(contract).text());
        return files;
    }
}
