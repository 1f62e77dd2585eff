package no.dataverket.sdk.generator.python;

import java.util.LinkedHashMap;
import java.util.Map;
import no.dataverket.sdk.generator.Contract;
import no.dataverket.sdk.generator.Language;

/// Python: frozen dataclasses, and methods that take keywords.
public final class PythonSdk implements Language {

    @Override
    public String comment() {
        return "#";
    }

    @Override
    public Map<String, String> files(Contract contract) {
        var files = new LinkedHashMap<String, String>();
        files.put("models.py", new PythonModels(contract).text());
        files.put("operations.py", new PythonOperations(contract).text());
        return files;
    }
}
