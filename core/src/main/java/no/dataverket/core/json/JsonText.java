package no.dataverket.core.json;

import tools.jackson.databind.JsonNode;

/// JSON as it is stored. It is parsed into what is asked for, when it is asked for, with no tree in between: of most
/// that is read from the database only one form is ever needed.
public record JsonText(String text) {

    /// The text of a value.
    public static JsonText of(Object value) {
        return new JsonText(Json.write(value));
    }

    public JsonNode tree() {
        return Json.tree(text);
    }

    public <T> T as(Class<T> type) {
        return Json.read(text, type);
    }
}
