package no.dataverket.contract.api.inventory;

import java.util.List;
import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// What hangs together with a resource.
public record InventoryGraph(
        @Field("Key that the search began at.") String root,

        @Field("Resources that were reached, nearest first.")
        List<GraphNode> nodes,

        @Field("Relations between them.") List<GraphEdge> edges,

        @Field("Whether there was more than a graph may show; ask for less depth or fewer kinds of edge.")
        boolean truncated) {

    /// A resource of the graph.
    public record GraphNode(
            @Field(value = "Key.", example = "device.osl1.sw-1")
            String key,

            @Field(value = "Kind.", example = "DEVICE") String kind,
            @Field("Name.") String name,

            @Field("Datacenter, where it is in one.") @Nullable
            String datacenter,

            @Field("Edges between it and the root.") int distance) {}

    /// A relation. It reads from source to target, as in "device LOCATED_IN rack".
    public record GraphEdge(
            @Field("Key.") String source,

            @Field(value = "Kind of the relation.", example = "LOCATED_IN")
            String type,

            @Field("Key.") String target) {}
}
