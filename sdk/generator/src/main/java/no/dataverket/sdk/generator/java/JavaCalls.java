package no.dataverket.sdk.generator.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.dataverket.sdk.generator.Contract;
import no.dataverket.sdk.generator.Contract.Kind;
import no.dataverket.sdk.generator.Contract.Operation;
import no.dataverket.sdk.generator.Contract.Parameter;
import no.dataverket.sdk.generator.Prose;

/// Writes a call class for each operation, and the class with one method for each.
final class JavaCalls {

    private final Contract contract;
    private final Map<String, String> files;

    JavaCalls(Contract contract, Map<String, String> files) {
        this.contract = contract;
        this.files = files;
    }

    void write() {
        files.put("no/dataverket/sdk/call/package-info.java", """
                /// One class for each operation of the API: what it takes, and how it is sent.
                @org.jspecify.annotations.NullMarked
                package no.dataverket.sdk.call;
                """);
        var methods = new StringBuilder();
        for (var operation : contract.operations()) {
            files.put("no/dataverket/sdk/call/" + name(operation) + ".java", call(operation));
            methods.append(method(operation));
        }
        files.put("no/dataverket/sdk/OperationCalls.java", """
                package no.dataverket.sdk;

                import no.dataverket.sdk.call.*;
                import no.dataverket.sdk.model.*;

                /// One method for each operation of the API. A call is sent by `send()`; until then it can be
                /// told more.
                abstract sealed class OperationCalls permits DataverketClient {

                    abstract Connection link();
                """ + methods + "}\n");
    }

    private static String name(Operation operation) {
        return JavaText.capital(operation.id()) + "Call";
    }

    private static String response(Operation operation) {
        return operation.response() == null ? "Void" : operation.response();
    }

    private static List<String> declared(Operation operation) {
        var parameters = new ArrayList<String>();
        for (var parameter : operation.in("path")) {
            parameters.add("String " + JavaText.camel(parameter.name()));
        }
        if (operation.request() != null) {
            parameters.add(operation.request() + " body");
        }
        return parameters;
    }

    private static String method(Operation operation) {
        var names = new ArrayList<>(List.of("link()"));
        declared(operation).forEach(parameter -> names.add(parameter.substring(parameter.indexOf(' ') + 1)));
        return """

                    /// %s.
                    public %s %s(%s) {
                        return new %s(%s);
                    }
                """.formatted(
                        operation.summary(),
                        name(operation),
                        operation.id(),
                        String.join(", ", declared(operation)),
                        name(operation),
                        String.join(", ", names));
    }

    private String call(Operation operation) {
        var page = operation.isPage();
        var base = page
                ? "PageCall<" + response(operation) + ", " + contract.item(operation) + ">"
                : "Call<" + response(operation) + ">";
        var parameters = new ArrayList<>(List.of("Connection connection"));
        parameters.addAll(declared(operation));
        var text = new StringBuilder("package no.dataverket.sdk.call;\n\nimport java.time.Duration;\n");
        text.append("import java.util.List;\nimport no.dataverket.sdk.*;\nimport no.dataverket.sdk.model.*;\n");
        text.append("import org.jspecify.annotations.Nullable;\n\n/// ")
                .append(operation.summary())
                .append(".\n");
        text.append("public final class ")
                .append(name(operation))
                .append(" extends ")
                .append(base)
                .append(" {\n");
        text.append("\n    public ").append(name(operation)).append("(").append(String.join(", ", parameters));
        text.append(") {\n        super(connection, ")
                .append(JavaText.literal(operation.method()))
                .append(", ");
        text.append(path(operation)).append(", ").append(response(operation)).append(".class);\n");
        if (operation.request() != null) {
            text.append("        body(").append(operation.request()).append(".class, body, ");
            text.append(operation.mergePatch()).append(");\n");
        }
        text.append("    }\n");
        for (var parameter : operation.choices()) {
            text.append(setter(operation, parameter));
        }
        if (operation.method().equals("POST")) {
            text.append(option(operation, "idempotencyKey", "String", "Instead of a fresh one for each call."));
        }
        if (operation.hasHeader("If-Match")) {
            text.append(option(operation, "ifMatch", "String", "ETag of the resource as it was read."));
        }
        text.append(option(operation, "answerWithin", "Duration", "How long the answer may take."));
        if (operation.previewable()) {
            text.append("\n    /// What would happen; writes nothing.\n    public Preview preview() {\n");
            text.append("        return preview(Preview.class);\n    }\n");
        }
        if (page) {
            text.append("\n    @Override\n    protected List<")
                    .append(contract.item(operation))
                    .append("> items(");
            text.append(response(operation)).append(" page) {\n        return page.items();\n    }\n");
            text.append("\n    @Override\n    protected @Nullable String next(").append(response(operation));
            text.append(" page) {\n        return page.nextPageToken();\n    }\n");
        }
        return text.append("}\n").toString();
    }

    private static String setter(Operation operation, Parameter parameter) {
        var java = JavaText.camel(parameter.name());
        return """

                    /// %s
                    public %s %s(%s value) {
                        query(%s, %s);
                        return this;
                    }
                """.formatted(
                        Prose.sentence(parameter.description()),
                        name(operation),
                        java,
                        parameter.type().kind() == Kind.INTEGER ? "long" : JavaText.type(parameter.type(), false),
                        JavaText.literal(parameter.name()),
                        parameter.type().kind() == Kind.STRING ? "value" : "String.valueOf(value)");
    }

    private static String option(Operation operation, String name, String type, String description) {
        return """

                    /// %s
                    public %s %s(%s value) {
                        option%s(value);
                        return this;
                    }
                """.formatted(description, name(operation), name, type, JavaText.capital(name));
    }

    private static String path(Operation operation) {
        var text = JavaText.literal(operation.path());
        for (var parameter : operation.in("path")) {
            text = text.replace(
                    "{" + parameter.name() + "}", "\" + segment(" + JavaText.camel(parameter.name()) + ") + \"");
        }
        return text.endsWith(" + \"\"") ? text.substring(0, text.length() - 5) : text;
    }
}
