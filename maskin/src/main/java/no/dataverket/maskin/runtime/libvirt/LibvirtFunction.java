package no.dataverket.maskin.runtime.libvirt;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;

/// The functions of libvirt that the driver uses, and their C types on 64-bit Linux: pointers are `ADDRESS`,
/// `int` and `unsigned int` are `JAVA_INT`, `unsigned long long` and `size_t` are `JAVA_LONG`.
///
/// Source: libvirt's headers, version 9.0; none is newer than version 5.10, but for the kinds of
/// [#GUEST_INFO], which are older than 8.
enum LibvirtFunction {
    INITIALIZE("virInitialize", FunctionDescriptor.of(JAVA_INT)),
    SET_ERROR_HANDLER("virSetErrorFunc", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS)),
    LAST_ERROR("virGetLastError", FunctionDescriptor.of(ADDRESS)),
    RESET_LAST_ERROR("virResetLastError", FunctionDescriptor.ofVoid()),
    REGISTER_EVENT_LOOP("virEventRegisterDefaultImpl", FunctionDescriptor.of(JAVA_INT)),
    RUN_EVENT_LOOP("virEventRunDefaultImpl", FunctionDescriptor.of(JAVA_INT)),

    CONNECT("virConnectOpen", pointer(ADDRESS)),
    DISCONNECT("virConnectClose", number(ADDRESS)),
    KEEP_ALIVE("virConnectSetKeepAlive", number(ADDRESS, JAVA_INT, JAVA_INT)),
    IS_ALIVE("virConnectIsAlive", number(ADDRESS)),
    HOSTNAME("virConnectGetHostname", pointer(ADDRESS)),
    HYPERVISOR_TYPE("virConnectGetType", pointer(ADDRESS)),
    HYPERVISOR_VERSION("virConnectGetVersion", number(ADDRESS, ADDRESS)),
    LIBVIRT_VERSION("virConnectGetLibVersion", number(ADDRESS, ADDRESS)),
    CAPABILITIES("virConnectGetCapabilities", pointer(ADDRESS)),
    NODE_INFO("virNodeGetInfo", number(ADDRESS, ADDRESS)),
    REGISTER_EVENT("virConnectDomainEventRegisterAny", number(ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS)),
    DEREGISTER_EVENT("virConnectDomainEventDeregisterAny", number(ADDRESS, JAVA_INT)),
    REGISTER_CLOSE("virConnectRegisterCloseCallback", number(ADDRESS, ADDRESS, ADDRESS, ADDRESS)),
    UNREGISTER_CLOSE("virConnectUnregisterCloseCallback", number(ADDRESS, ADDRESS)),

    LIST_DOMAINS("virConnectListAllDomains", number(ADDRESS, ADDRESS, JAVA_INT)),
    FIND_DOMAIN("virDomainLookupByUUIDString", pointer(ADDRESS, ADDRESS)),
    DEFINE_DOMAIN("virDomainDefineXMLFlags", pointer(ADDRESS, ADDRESS, JAVA_INT)),
    RUN_TRANSIENT_DOMAIN("virDomainCreateXML", pointer(ADDRESS, ADDRESS, JAVA_INT)),
    FREE_DOMAIN("virDomainFree", number(ADDRESS)),
    DOMAIN_NAME("virDomainGetName", pointer(ADDRESS)),
    DOMAIN_UUID("virDomainGetUUIDString", number(ADDRESS, ADDRESS)),
    DOMAIN_STATE("virDomainGetState", number(ADDRESS, ADDRESS, ADDRESS, JAVA_INT)),
    DOMAIN_XML("virDomainGetXMLDesc", pointer(ADDRESS, JAVA_INT)),
    IS_PERSISTENT("virDomainIsPersistent", number(ADDRESS)),
    SET_METADATA("virDomainSetMetadata", number(ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_INT)),
    START("virDomainCreateWithFlags", number(ADDRESS, JAVA_INT)),
    RESUME("virDomainResume", number(ADDRESS)),
    SHUT_DOWN("virDomainShutdownFlags", number(ADDRESS, JAVA_INT)),
    DESTROY("virDomainDestroyFlags", number(ADDRESS, JAVA_INT)),
    UNDEFINE("virDomainUndefineFlags", number(ADDRESS, JAVA_INT)),
    ATTACH_DEVICE("virDomainAttachDeviceFlags", number(ADDRESS, ADDRESS, JAVA_INT)),
    DETACH_DEVICE("virDomainDetachDeviceFlags", number(ADDRESS, ADDRESS, JAVA_INT)),
    UPDATE_DEVICE("virDomainUpdateDeviceFlags", number(ADDRESS, ADDRESS, JAVA_INT)),
    RESIZE_DISK("virDomainBlockResize", number(ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT)),
    OPEN_CONSOLE("virDomainOpenConsole", number(ADDRESS, ADDRESS, ADDRESS, JAVA_INT)),
    NEW_STREAM("virStreamNew", pointer(ADDRESS, JAVA_INT)),
    STREAM_RECEIVE("virStreamRecv", number(ADDRESS, ADDRESS, JAVA_LONG)),
    STREAM_SEND("virStreamSend", number(ADDRESS, ADDRESS, JAVA_LONG)),
    WATCH_STREAM("virStreamEventAddCallback", number(ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS)),
    UNWATCH_STREAM("virStreamEventRemoveCallback", number(ADDRESS)),
    ABORT_STREAM("virStreamAbort", number(ADDRESS)),
    FREE_STREAM("virStreamFree", number(ADDRESS)),
    AGENT_PATIENCE("virDomainAgentSetResponseTimeout", number(ADDRESS, JAVA_INT, JAVA_INT)),
    GUEST_INFO("virDomainGetGuestInfo", number(ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT)),
    FREE_PARAMETERS("virTypedParamsFree", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT)),
    ALL_STATS("virConnectGetAllDomainStats", number(ADDRESS, JAVA_INT, ADDRESS, JAVA_INT)),
    FREE_STATS("virDomainStatsRecordListFree", FunctionDescriptor.ofVoid(ADDRESS));

    final String symbol;
    final FunctionDescriptor descriptor;

    LibvirtFunction(String symbol, FunctionDescriptor descriptor) {
        this.symbol = symbol;
        this.descriptor = descriptor;
    }

    private static FunctionDescriptor pointer(MemoryLayout... arguments) {
        return FunctionDescriptor.of(ADDRESS, arguments);
    }

    private static FunctionDescriptor number(MemoryLayout... arguments) {
        return FunctionDescriptor.of(JAVA_INT, arguments);
    }
}
