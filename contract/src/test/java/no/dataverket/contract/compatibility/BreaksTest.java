package no.dataverket.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each kind of change that breaks a client is found, and additions are none.
final class BreaksTest {

    private static final String BEFORE = """
            paths:
              /v1/things:
                get:
                  operationId: listThings
                  x-dv-access: VIEWER
                  security: []
                  parameters:
                    - {name: state, in: query, required: false, schema: {type: string, maxLength: 10}}
                  responses:
                    '200':
                      description: Done.
                      headers:
                        ETag: {schema: {type: string}}
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Thing'}
                post:
                  operationId: createThing
                  x-dv-access: EDITOR
                  requestBody:
                    required: no
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/ThingCreate'}
                  responses:
                    '201':
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Thing'}
              /v1/others:
                get:
                  operationId: listOthers
                  x-dv-access: VIEWER
                  responses: {}
            components:
              schemas:
                Thing:
                  type: object
                  properties:
                    id: {type: string}
                    size: {type: integer, format: int32}
                    colour: {type: string, enum: [RED, BLUE]}
                    parts: {type: array, items: {type: string}}
                  required: [id, size]
                ThingCreate:
                  type: object
                  properties:
                    name: {type: string}
                    count: {type: integer, minimum: 1, maximum: 9}
                    labels: {type: object, additionalProperties: {type: string}}
                  required: [name]
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/others: | /v1/renamed: | /v1/others: the path is gone",
                "post: | put: | POST /v1/things: the operation is gone",
                "operationId: listThings | operationId: all | GET /v1/things: operationId was listThings and is all",
                "x-dv-access: EDITOR | x-dv-access: OPERATOR | x-dv-access was EDITOR and is OPERATOR",
                "security: [] | x-note: a | GET /v1/things: needs a token now",
                "name: state | name: phase | query.state: the parameter is gone",
                "in: query, required: false | in: query, required: true | query.state: is required now",
                "maxLength: 10 | maxLength: 9 | query.state: maxLength was 10 and is 9",
                "schema: {type: string, maxLength: 10} | schema: {type: boolean} | type was string and is boolean",
                "required: false, schema | required: false}, {name: new, in: query, required: true, schema"
                        + " | query.new: is new and required",
                "'201': | '202': | POST /v1/things 201: the answer is gone",
                "'201': | '202': | POST /v1/things 202: is a new way to succeed",
                "ETag: | Other: | the header ETag is gone",
                "required: no | required: yes | POST /v1/things body: is required now",
                "id: {type: string} | key: {type: string} | GET /v1/things 200.id: the field is gone",
                "format: int32 | format: int64 | size: format was int32 and is int64",
                "[RED, BLUE] | [RED] | colour: the value BLUE is gone",
                "items: {type: string} | items: {type: integer} | parts[]: type was string and is integer",
                "required: [id, size] | required: [id] | size: may be missing now",
                "required: [name] | required: [name, count] | body.count: is required now",
                "name: {type: string} | name: {type: string, pattern: a} | body.name: pattern was open and is a",
                "name: {type: string} | name: {type: string, enum: [A]} | body.name: takes certain values only",
                "minimum: 1 | minimum: 2 | body.count: minimum was 1 and is 2",
                "maximum: 9 | maximum: 8 | body.count: maximum was 9 and is 8",
                "additionalProperties: {type: string} | additionalProperties: {type: integer} | body.labels{}: type",
                "id: {type: string} | id: {type: [string, 'null']} | GET /v1/things 200.id: may be null now"
            })
    void aChangeThatBreaksIsFound(String was, String is, String said) {
        var after = is.contains("{name: new")
                ? BEFORE.replace(
                        "- {name: state",
                        "- {name: new, in: query, required: true, schema: {type: string}}\n        - {name: state")
                : BEFORE.replaceFirst(java.util.regex.Pattern.quote(was), is);
        assertThat(after).isNotEqualTo(BEFORE);

        assertThat(Breaks.between(BEFORE, after))
                .anySatisfy(line -> assertThat(line).contains(said));
    }

    @Test
    void whatIsTheSameOrWiderOrNewBreaksNothing() {
        var after = BEFORE.replace("maximum: 9", "maximum: 90")
                .replace("minimum: 1,", "")
                .replace("[RED, BLUE]", "[RED, BLUE, GREEN]")
                .replace("id: {type: string}", "id: {type: string}\n        more: {type: string}")
                .replace("name: {type: string}", "name: {type: [string, 'null']}\n        note: {type: string}")
                .replace("labels: {type: object,", "labels: {anyOf: [{type: object}, {type: 'null'}],")
                .replace("/v1/others:", "/v1/news:\n    get: {operationId: news, responses: {}}\n  /v1/others:");

        assertThat(Breaks.between(BEFORE, BEFORE)).isEmpty();
        assertThat(Breaks.between(BEFORE, after)).isEmpty();
        assertThat(Breaks.additions(BEFORE, after)).containsExactly("get /v1/news");
    }
}
