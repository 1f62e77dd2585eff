/// The inventory as operators see it: what is there, how it hangs together, and what was observed of it.
@NullMarked
package no.dataverket.contract.api.inventory;

import org.jspecify.annotations.NullMarked;
