package no.dataverket.contract.api.inventory;

import java.time.Instant;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A port of a device.
public record DevicePort(
        @Field("Identifier.") Id id,

        @Field(value = "Key, as the graph names it.", example = "port.osl1.sw-1.eth1")
        String key,

        @Field(value = "Name, unique on the device.", example = "eth1")
        String name,

        @Field("Datacenter.") String datacenter,
        @Field("Device.") String device,

        @Field("Form, as in RJ45, SFP28, QSFP28, C13.") @Nullable
        String form,

        @Field("Speed, Mbit/s.") @Nullable Integer speedMbps,
        @Field("Hardware address.") @Nullable String mac,
        @Field("How far this may be relied on.") Trust trust,

        @Field("When a complete observation last agreed.") @Nullable
        Instant confirmedAt) {}
