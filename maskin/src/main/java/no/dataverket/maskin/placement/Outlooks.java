package no.dataverket.maskin.placement;

import java.util.Optional;
import no.dataverket.contract.api.CapacityLimit;
import no.dataverket.contract.api.CapacityOutlook;
import no.dataverket.maskin.placement.decision.Headroom;
import no.dataverket.maskin.placement.decision.Outlook;
import no.dataverket.maskin.placement.decision.Outlook.Growth;
import no.dataverket.maskin.placement.decision.Outlook.Limit;

/// Outlooks as people read them.
final class Outlooks {

    private static final int DAYS_IN_A_WEEK = 7;

    private Outlooks() {}

    static CapacityOutlook document(Outlook outlook, Headroom.Sum room) {
        var first = outlook.first();
        return new CapacityOutlook(
                first.map(Growth::days).orElse(null),
                first.map(growth -> CapacityLimit.valueOf(growth.limit().name()))
                        .orElse(null),
                perWeek(outlook, Limit.VCPUS).orElse(null),
                perWeek(outlook, Limit.MEMORY).orElse(null),
                outlook.days(),
                explanation(outlook, room));
    }

    private static Optional<Long> perWeek(Outlook outlook, Limit limit) {
        return outlook.growths().stream()
                .filter(growth -> growth.limit() == limit)
                .map(growth -> Math.round(growth.perDay() * DAYS_IN_A_WEEK))
                .findFirst();
    }

    private static String explanation(Outlook outlook, Headroom.Sum room) {
        if (outlook.days() < Outlook.LEAST_DAYS) {
            return "There are " + outlook.days() + " whole days of history; " + Outlook.LEAST_DAYS + " are needed.";
        }
        var basis = " over " + outlook.days() + " days, by least squares of what was reserved as a mean of each day.";
        if (outlook.growths().isEmpty()) {
            return "What is reserved did not clearly grow" + basis;
        }
        return outlook.first()
                .map(growth -> switch (growth.limit()) {
                    case VCPUS -> free(room.vcpus() - room.vcpusReserved(), "vcpus") + rate(growth, "vcpus") + basis;
                    case MEMORY ->
                        free(room.memoryMib() - room.memoryMibReserved(), "MiB") + rate(growth, "MiB") + basis;
                })
                .orElse("What is free lasts for more than " + Outlook.HORIZON_DAYS + " days at the rate" + basis);
    }

    private static String free(long free, String unit) {
        return "Usable hypervisors have " + free + " " + unit + " free; ";
    }

    private static String rate(Growth growth, String unit) {
        return Math.round(growth.perDay() * DAYS_IN_A_WEEK) + " " + unit + " more were reserved each week";
    }
}
