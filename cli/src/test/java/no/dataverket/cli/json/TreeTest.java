package no.dataverket.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

final class TreeTest {

    private static final String DOCUMENT = """
            {"a":[1,{"b":"x","c":[]},[2,[3]],null],"d":{},"e":-9007199254740993,"f":1.50,"g":123456789012345678901234567890,
             "h":true,"i":"a\\nb: #\\"\\u00e6","j":"","k":{"l":{"m":"n"}}}""";

    @Test
    void numbersKeepTheirDigits() {
        var tree = Json.read(DOCUMENT);
        assertThat(tree.at("e").text()).isEqualTo("-9007199254740993");
        assertThat(tree.at("f").text()).isEqualTo("1.50");
        assertThat(tree.at("g").text()).isEqualTo("123456789012345678901234567890");
        assertThat(Json.compact(tree.value())).contains("\"e\":-9007199254740993", "\"f\":1.50");
    }

    @Test
    void whatIsWrittenReadsTheSame() {
        var tree = Json.read(DOCUMENT);
        assertThat(Json.read(Json.pretty(tree))).isEqualTo(tree);
        assertThat(Json.read(Json.compact(tree.value()))).isEqualTo(tree);
    }

    @Test
    void yamlMeansTheSame() {
        Object yaml = new Yaml().load(no.dataverket.cli.json.Yaml.write(Json.read(DOCUMENT)));
        Object json = new Yaml().load(DOCUMENT);
        assertThat(yaml).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yes", "null", "1e3", "- a", "a: b", "#c", "~", "*x", "a:", " a", "2026-11-21", "é", "a #b"})
    void yamlLeavesNoTextToBeMistaken(String text) {
        var written = no.dataverket.cli.json.Yaml.write(new Node(java.util.Map.of("k", text)));
        Object read = new Yaml().load(written);
        assertThat(read).isEqualTo(java.util.Map.of("k", text));
    }

    @Test
    void aPathGoesThroughLists() {
        var tree = Json.read("{\"items\":[{\"n\":\"a\"},{\"n\":\"b\"},{}]}");
        assertThat(tree.at("items.n").text()).isEqualTo("a,b");
        assertThat(tree.at("nothing.here").text()).isEmpty();
    }

    @Test
    void jsonPathFindsWhatScriptsAskFor() {
        var tree = Json.read("{\"items\":[{\"n\":\"a\",\"x.y\":1},{\"n\":\"b\"}]}");
        assertThat(texts("$.items[*].n", tree)).containsExactly("a", "b");
        assertThat(texts("{.items[0]['x.y']}", tree)).containsExactly("1");
        assertThat(texts("items[-1].n", tree)).containsExactly("b");
        assertThat(texts(".items[5].n", tree)).isEmpty();
        assertThat(texts(".items[0].*", tree)).containsExactly("a", "1");
        assertThatThrownBy(() -> JsonPath.find(".items[x]", tree)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonPath.find(".items[0", tree)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> texts(String path, Node tree) {
        return JsonPath.find(path, tree).stream().map(Node::text).toList();
    }
}
