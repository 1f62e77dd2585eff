package no.dataverket.nett.ipam;

/// What an address is for. One owner may have one of each in a prefix.
enum Purpose {
    GATEWAY,
    PORT
}
