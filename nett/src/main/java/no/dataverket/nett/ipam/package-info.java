/// Promises prefixes, addresses and numbers, each to one owner, and takes them back once nobody realises them.
@NullMarked
package no.dataverket.nett.ipam;

import org.jspecify.annotations.NullMarked;
