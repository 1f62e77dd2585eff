package no.dataverket.sdk.generator.python;

import java.util.Comparator;
import no.dataverket.sdk.generator.Contract;
import no.dataverket.sdk.generator.Contract.Property;
import no.dataverket.sdk.generator.Contract.Schema;

/// Writes a dataclass for each schema and a holder of constants for each enum. Enums stay open: their fields are
/// strings, so that the value of a later server survives.
final class PythonModels {

    private final Contract contract;

    PythonModels(Contract contract) {
        this.contract = contract;
    }

    String text() {
        var text = new StringBuilder("""
                \"""The resources and bodies of the API.\"""

                from __future__ import annotations

                from dataclasses import dataclass
                from datetime import datetime
                from typing import Final

                #: The version of the API that this package speaks.
                API_VERSION: Final = %s
                """.formatted(PythonText.literal(contract.version())));
        for (var schema : contract.schemas().values()) {
            text.append("\n\n").append(schema.isEnum() ? constants(schema) : dataclass(schema));
        }
        return text.toString();
    }

    private static String constants(Schema schema) {
        var text = new StringBuilder("class " + schema.name() + ":\n");
        text.append(PythonText.doc("    ", "Known values; later servers may send others."));
        text.append('\n');
        for (var value : schema.values()) {
            text.append("    ").append(value).append(": Final = ");
            text.append(PythonText.literal(value)).append('\n');
        }
        return text.toString();
    }

    private static String dataclass(Schema schema) {
        var text = new StringBuilder("@dataclass(frozen=True, slots=True, kw_only=True)\nclass ")
                .append(schema.name())
                .append(":\n")
                .append(PythonText.doc("    ", "`" + schema.name() + "` of the API."));
        schema.properties().stream()
                .sorted(Comparator.comparing((Property property) -> !property.required()))
                .forEach(property -> text.append("\n    ")
                        .append(PythonText.name(property.name()))
                        .append(": ")
                        .append(PythonText.type(property.type(), ""))
                        .append(property.required() ? "" : " | None = None")
                        .append('\n')
                        .append(PythonText.doc("    ", property.description())));
        return text.toString();
    }
}
