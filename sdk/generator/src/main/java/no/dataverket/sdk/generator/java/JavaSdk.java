package no.dataverket.sdk.generator.java;

import java.util.LinkedHashMap;
import java.util.Map;
import no.dataverket.sdk.generator.Contract;
import no.dataverket.sdk.generator.Language;

/// Java: records, one call class for each operation, and the table of operations that the command line is made
/// from.
public final class JavaSdk implements Language {

    @Override
    public String comment() {
        return "//";
    }

    @Override
    public Map<String, String> files(Contract contract) {
        var files = new LinkedHashMap<String, String>();
        new JavaModels(contract, files).write();
        new JavaCalls(contract, files).write();
        new JavaTables(contract, files).write();
        return files;
    }
}
