package no.dataverket.sdk.generator.typescript;

import java.util.ArrayList;
import java.util.List;
import no.dataverket.sdk.generator.Contract;
import no.dataverket.sdk.generator.Contract.Operation;
import no.dataverket.sdk.generator.Words;

/// Writes a method for each operation. What goes into the query is called as on the wire; the SDK's own options
/// beside it are in camel case.
final class TypeScriptOperations {

    private final Contract contract;

    TypeScriptOperations(Contract contract) {
        this.contract = contract;
    }

    String text() {
        var text = new StringBuilder("""
                import type * as models from "./models.js";
                import { Items } from "./items.js";
                import type { CallOptions, IfMatch, Keyed, Request } from "./request.js";
                import { segment } from "./request.js";

                /** One method for each operation of the API. */
                export abstract class Operations {
                  protected abstract send<T>(request: Request, options: CallOptions): Promise<T>;
                """);
        for (var operation : contract.operations()) {
            text.append(method(operation, false));
            if (operation.previewable()) {
                text.append(method(operation, true));
            }
            if (operation.isPage()) {
                text.append(iterator(operation));
            }
        }
        text.append("}\n");
        contract.operations().stream()
                .filter(operation -> !operation.choices().isEmpty())
                .forEach(operation -> text.append(query(operation)));
        return text.toString();
    }

    private static String query(Operation operation) {
        var name = Words.capital(operation.id());
        var text = new StringBuilder(
                "\n/** What may be asked of `" + operation.id() + "`. */\nexport interface " + name + "Query {\n");
        for (var parameter : operation.choices()) {
            text.append(TypeScriptText.comment("  ", parameter.description()));
            text.append("  ").append(parameter.name()).append("?: ");
            text.append(TypeScriptText.type(parameter.type())).append(";\n");
        }
        return text.append("}\n").toString();
    }

    private static String method(Operation operation, boolean preview) {
        var response = preview ? "models.Preview" : model(operation.response());
        var name = preview ? "preview" + Words.capital(operation.id()) : operation.id();
        var text = new StringBuilder("\n");
        text.append(TypeScriptText.comment(
                "  ", preview ? "What `" + operation.id() + "` would do; writes nothing." : operation.summary()));
        text.append("  ").append(name).append('(').append(String.join(", ", declared(operation)));
        text.append("): Promise<").append(response).append("> {\n");
        text.append("    return this.send({\n      method: ").append(TypeScriptText.literal(operation.method()));
        text.append(",\n      path: ").append(path(operation)).append(",\n");
        if (!operation.choices().isEmpty() || preview) {
            var query = new ArrayList<String>();
            operation.choices().forEach(parameter -> query.add(parameter.name() + ": options." + parameter.name()));
            if (preview) {
                query.add("validate_only: true");
            }
            text.append("      query: { ").append(String.join(", ", query)).append(" },\n");
        }
        if (operation.hasHeader("If-Match")) {
            text.append("      ifMatch: options.ifMatch,\n");
        }
        if (operation.isKeyed()) {
            text.append("      idempotencyKey: options.idempotencyKey,\n");
        }
        if (operation.request() != null) {
            text.append("      body,\n      mergePatch: ")
                    .append(operation.mergePatch())
                    .append(",\n");
        }
        return text.append("    }, options);\n  }\n").toString();
    }

    private String iterator(Operation operation) {
        var arguments = new ArrayList<String>();
        operation.in("path").forEach(parameter -> arguments.add(TypeScriptText.local(parameter.name())));
        arguments.add("{ ...options, page_token: pageToken ?? options.page_token }");
        return """

                  /** Every item of `%s`, page after page as they are needed. */
                  iterate%s(%s): Items<models.%s> {
                    return new Items((pageToken) => this.%s(%s));
                  }
                """.formatted(
                        operation.id(),
                        Words.capital(operation.id()).replaceFirst("^List", ""),
                        String.join(", ", declared(operation)),
                        contract.item(operation),
                        operation.id(),
                        String.join(", ", arguments));
    }

    private static List<String> declared(Operation operation) {
        var declared = new ArrayList<String>();
        operation.in("path").forEach(parameter -> declared.add(TypeScriptText.local(parameter.name()) + ": string"));
        if (operation.request() != null) {
            declared.add("body: " + model(operation.request()));
        }
        var options = new ArrayList<String>();
        if (!operation.choices().isEmpty()) {
            options.add(Words.capital(operation.id()) + "Query");
        }
        if (operation.hasHeader("If-Match")) {
            options.add("IfMatch");
        }
        if (operation.isKeyed()) {
            options.add("Keyed");
        }
        options.add("CallOptions");
        declared.add("options: " + String.join(" & ", options) + (operation.hasHeader("If-Match") ? "" : " = {}"));
        return declared;
    }

    private static String model(@org.jspecify.annotations.Nullable String schema) {
        return schema == null ? "void" : "models." + schema;
    }

    private static String path(Operation operation) {
        var text = new StringBuilder("`");
        var segments = operation.segments();
        for (var i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            text.append(i % 2 == 0 ? segment : "${segment(" + TypeScriptText.local(segment) + ")}");
        }
        return text.append('`').toString();
    }
}
