package no.dataverket.contract.api;

/// How much room there is for machines: `PLENTY`; `SCARCE`, where little stays free after the loss of a hypervisor;
/// `NONE`, where no machine of any size finds a place.
public enum Supply {
    PLENTY,
    SCARCE,
    NONE
}
