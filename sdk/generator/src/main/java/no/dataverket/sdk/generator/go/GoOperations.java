package no.dataverket.sdk.generator.go;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.dataverket.sdk.generator.Contract;
import no.dataverket.sdk.generator.Contract.Kind;
import no.dataverket.sdk.generator.Contract.Operation;
import no.dataverket.sdk.generator.Contract.Parameter;
import no.dataverket.sdk.generator.Prose;

/// Writes a method of the client for each operation, with what may be chosen of its query as a struct.
final class GoOperations {

    private final Contract contract;

    GoOperations(Contract contract) {
        this.contract = contract;
    }

    String text() {
        var text = new StringBuilder("""
                package dataverket

                import (
                	"context"
                	"net/http"
                	"net/url"
                )
                """);
        for (var operation : contract.operations()) {
            if (!operation.choices().isEmpty()) {
                text.append(params(operation));
            }
            text.append(method(operation, false));
            if (operation.previewable()) {
                text.append(method(operation, true));
            }
            if (operation.isPage()) {
                text.append(iterator(operation));
            }
        }
        return text.toString();
    }

    private static String params(Operation operation) {
        var name = GoText.exported(operation.id());
        var text = new StringBuilder("\n// " + name + "Params is what may be asked of [Client." + name
                + "]; what is empty is left out.\ntype " + name + "Params struct {\n");
        for (var parameter : operation.choices()) {
            text.append(Prose.lines("\t// ", Prose.sentence(parameter.description())));
            text.append('\t').append(GoText.exported(parameter.name())).append(' ');
            text.append(parameter.type().kind() == Kind.BOOLEAN ? "*bool" : GoText.type(parameter.type()));
            text.append('\n');
        }
        text.append("}\n\nfunc (p *").append(name).append("Params) query() url.Values {\n\tquery := url.Values{}\n");
        text.append("\tif p == nil {\n\t\treturn query\n\t}\n");
        for (var parameter : operation.choices()) {
            text.append('\t').append(setter(parameter)).append('\n');
        }
        return text.append("\treturn query\n}\n").toString();
    }

    private static String setter(Parameter parameter) {
        var kind = parameter.type().kind();
        var function = switch (kind) {
            case INTEGER, LONG -> "setNumber";
            case BOOLEAN -> "setTruth";
            case STRING -> "setText";
            case TIME -> "setTime";
            case OBJECT, LIST, MAP ->
                throw new IllegalArgumentException("The SDK can't put into a query: " + parameter);
        };
        return function + "(query, " + GoText.literal(parameter.name()) + ", p." + GoText.exported(parameter.name())
                + ")";
    }

    private static String method(Operation operation, boolean preview) {
        var name = (preview ? "Preview" : "") + GoText.exported(operation.id());
        var response = preview ? "Preview" : operation.response();
        var result = response == null ? "error" : "(*" + GoText.exported(response) + ", error)";
        var text = new StringBuilder("\n");
        text.append(
                preview
                        ? "// " + name + " says what [Client." + GoText.exported(operation.id())
                                + "] would do; it writes nothing.\n"
                        : Prose.lines("// ", name + ": " + Prose.sentence(operation.summary())));
        text.append("func (c *Client) ").append(name).append('(');
        text.append(String.join(", ", declared(operation, "options ...CallOption")));
        text.append(") ").append(result).append(" {\n");
        text.append("\trequest := newRequest(http.Method")
                .append(operation.method().charAt(0))
                .append(operation.method().substring(1).toLowerCase(java.util.Locale.ROOT))
                .append(", ")
                .append(path(operation))
                .append(", options)\n");
        if (!operation.choices().isEmpty()) {
            text.append("\trequest.query = params.query()\n");
        }
        if (preview) {
            text.append("\trequest.query.Set(\"validate_only\", \"true\")\n");
        }
        if (operation.hasHeader("If-Match")) {
            text.append("\trequest.header.Set(\"If-Match\", ifMatch)\n");
        }
        if (operation.request() != null) {
            text.append("\trequest.body, request.mergePatch = body, ")
                    .append(operation.mergePatch())
                    .append('\n');
        }
        text.append(
                response == null
                        ? "\treturn c.send(ctx, request, nil)\n"
                        : "\treturn sent[" + GoText.exported(response) + "](ctx, c, request)\n");
        return text.append("}\n").toString();
    }

    private String iterator(Operation operation) {
        var list = GoText.exported(operation.id());
        var name = "Iterate" + list.replaceFirst("^List", "");
        var item = GoText.exported(contract.item(operation));
        var arguments = new ArrayList<String>();
        arguments.add("ctx");
        operation.in("path").forEach(parameter -> arguments.add(GoText.local(parameter.name())));
        arguments.add("&asked");
        arguments.add("options...");
        return """

                // %s goes through every item of [Client.%s], fetching pages as they are needed.
                func (c *Client) %s(%s) *Iterator[%s] {
                	asked := %sParams{}
                	if params != nil {
                		asked = *params
                	}
                	return newIterator(func(pageToken *string) (page[%s], error) {
                		if pageToken != nil {
                			asked.PageToken = *pageToken
                		}
                		read, err := c.%s(%s)
                		if err != nil {
                			return page[%s]{}, err
                		}
                		return page[%s]{read.Items, read.NextPageToken, read.Unreachable}, nil
                	})
                }
                """.formatted(
                        name,
                        list,
                        name,
                        String.join(", ", declared(operation, "options ...CallOption")),
                        item,
                        list,
                        item,
                        list,
                        String.join(", ", arguments),
                        item,
                        item);
    }

    private static List<String> declared(Operation operation, String last) {
        var declared = new ArrayList<>(List.of("ctx context.Context"));
        operation.in("path").forEach(parameter -> declared.add(GoText.local(parameter.name()) + " string"));
        if (operation.hasHeader("If-Match")) {
            declared.add("ifMatch string");
        }
        if (operation.request() != null) {
            declared.add("body " + GoText.exported(Objects.requireNonNull(operation.request())));
        }
        if (!operation.choices().isEmpty()) {
            declared.add("params *" + GoText.exported(operation.id()) + "Params");
        }
        declared.add(last);
        return declared;
    }

    private static String path(Operation operation) {
        var parts = new ArrayList<String>();
        var segments = operation.segments();
        for (var i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            parts.add(i % 2 == 0 ? GoText.literal(segment) : "url.PathEscape(" + GoText.local(segment) + ")");
        }
        return String.join("+", parts);
    }
}
