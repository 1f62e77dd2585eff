package no.dataverket.maskin.placement;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.maskin.placement.decision.Decision;
import no.dataverket.maskin.placement.decision.Decision.Example;
import no.dataverket.maskin.placement.decision.Decision.Refusal;
import no.dataverket.maskin.placement.decision.Filter;

/// Says why no host will do: of each, the first filter that it failed.
final class Rejections {

    private static final int NAMED = 20;

    private record Named(Filter filter, Example example) {}

    private Rejections() {}

    static Failure failure(Decision decision) {
        return Failure.of(ProblemCode.NO_CAPACITY, detail(decision));
    }

    /// The first hosts by name, each with its reason, and the others in numbers.
    static String detail(Decision decision) {
        var wanted = decision.wanted();
        var room = wanted.vcpus() + " vcpus and " + wanted.memoryMib() + " MiB";
        if (decision.considered() == 0) {
            return "No hypervisor is registered in " + wanted.datacenter() + "; " + room + " were asked for.";
        }
        var named = decision.refusals().stream()
                .flatMap(refusal -> refusal.examples().stream().map(example -> new Named(refusal.filter(), example)))
                .sorted(Comparator.comparing(one -> one.example().host()))
                .limit(NAMED)
                .toList();
        Map<Filter, Integer> others =
                new EnumMap<>(decision.refusals().stream().collect(Collectors.toMap(Refusal::filter, Refusal::hosts)));
        named.forEach(one -> others.merge(one.filter(), -1, Integer::sum));
        int more = decision.considered() - named.size();
        return "No hypervisor in " + wanted.datacenter() + " has room for " + room + ": "
                + named.stream().map(one -> one.example().detail()).collect(Collectors.joining("; "))
                + (more == 0 ? "" : "; and " + more + " more: " + inNumbers(others))
                + ".";
    }

    private static String inNumbers(Map<Filter, Integer> others) {
        return others.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
    }
}
