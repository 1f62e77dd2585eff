package no.dataverket.sdk.generator.python;

import java.util.ArrayList;
import java.util.List;
import no.dataverket.sdk.generator.Contract;
import no.dataverket.sdk.generator.Contract.Operation;
import org.jspecify.annotations.Nullable;

/// Writes a method for each operation. What may be left out is given by keyword.
final class PythonOperations {

    private final Contract contract;

    PythonOperations(Contract contract) {
        this.contract = contract;
    }

    String text() {
        var text = new StringBuilder("""
                \"""One method for each operation of the API.\"""

                from __future__ import annotations

                from abc import ABC, abstractmethod
                from collections.abc import Callable
                from datetime import datetime
                from typing import TypeVar

                from . import models
                from .items import Items
                from .request import Reply, Request, segment

                _T = TypeVar("_T")


                class Operations(ABC):
                    \"""One method for each operation of the API.

                    Every method takes `on_reply`, which is given status and headers, and `answer_within`, the seconds
                    that the answer may take.
                    \"""

                    @abstractmethod
                    def _send(self, request: Request, kind: type[_T]) -> _T: ...
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
        return text.toString();
    }

    private static String method(Operation operation, boolean preview) {
        var response = preview ? "models.Preview" : model(operation.response());
        var text = new StringBuilder();
        text.append(head((preview ? "preview_" : "") + PythonText.name(operation.id()), operation, response));
        text.append(PythonText.doc(
                "        ",
                preview
                        ? "What `" + PythonText.name(operation.id()) + "` would do; writes nothing."
                        : operation.summary()));
        var call = new ArrayList<>(List.of(PythonText.literal(operation.method()), path(operation)));
        if (!operation.choices().isEmpty() || preview) {
            var query = new ArrayList<String>();
            operation
                    .choices()
                    .forEach(parameter ->
                            query.add(PythonText.literal(parameter.name()) + ": " + PythonText.name(parameter.name())));
            if (preview) {
                query.add("\"validate_only\": True");
            }
            call.add("query={" + String.join(", ", query) + "}");
        }
        if (operation.request() != null) {
            call.add("body=body");
            call.add("merge_patch=" + (operation.mergePatch() ? "True" : "False"));
        }
        if (operation.hasHeader("If-Match")) {
            call.add("if_match=if_match");
        }
        if (operation.isKeyed()) {
            call.add("idempotency_key=idempotency_key");
        }
        call.add("on_reply=on_reply");
        call.add("answer_within=answer_within");
        text.append("        request = Request(\n");
        call.forEach(part -> text.append("            ").append(part).append(",\n"));
        text.append("        )\n        return self._send(request, ").append(kind(response));
        return text.append(")\n").toString();
    }

    private String iterator(Operation operation) {
        var item = "models." + contract.item(operation);
        var name = PythonText.name(operation.id());
        var text =
                new StringBuilder(head("iterate_" + name.replaceFirst("^list_", ""), operation, "Items[" + item + "]"));
        text.append(PythonText.doc("        ", "Every item of `" + name + "`, page after page as they are needed."));
        text.append("        return Items(\n            lambda following: self.")
                .append(name)
                .append("(\n");
        operation
                .in("path")
                .forEach(parameter -> text.append("                ")
                        .append(PythonText.name(parameter.name()))
                        .append(",\n"));
        operation
                .choices()
                .forEach(parameter -> text.append("                ")
                        .append(PythonText.name(parameter.name()))
                        .append('=')
                        .append(parameter.name().equals("page_token") ? "following or " : "")
                        .append(PythonText.name(parameter.name()))
                        .append(",\n"));
        text.append("                on_reply=on_reply,\n                answer_within=answer_within,\n");
        return text.append("            )\n        )\n").toString();
    }

    private static String head(String name, Operation operation, String result) {
        var text = new StringBuilder("\n    def " + name + "(\n        self,\n");
        operation
                .in("path")
                .forEach(parameter -> text.append("        ")
                        .append(PythonText.name(parameter.name()))
                        .append(": str,\n"));
        if (operation.request() != null) {
            text.append("        body: ").append(model(operation.request())).append(",\n");
        }
        text.append("        *,\n");
        if (operation.hasHeader("If-Match")) {
            text.append("        if_match: str,\n");
        }
        for (var parameter : operation.choices()) {
            text.append("        ").append(PythonText.name(parameter.name())).append(": ");
            text.append(PythonText.type(parameter.type(), "models.")).append(" | None = None,\n");
        }
        if (operation.isKeyed()) {
            text.append("        idempotency_key: str | None = None,\n");
        }
        text.append("        on_reply: Callable[[Reply], None] | None = None,\n");
        text.append("        answer_within: float | None = None,\n");
        return text.append("    ) -> ").append(result).append(":\n").toString();
    }

    private static String model(@Nullable String schema) {
        return schema == null ? "None" : "models." + schema;
    }

    private static String kind(String response) {
        return response.equals("None") ? "type(None)" : response;
    }

    private static String path(Operation operation) {
        var text = new StringBuilder();
        var segments = operation.segments();
        for (var i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            text.append(i % 2 == 0 ? segment : "{segment(" + PythonText.name(segment) + ")}");
        }
        return (segments.size() > 1 ? "f" : "") + '"' + text + '"';
    }
}
