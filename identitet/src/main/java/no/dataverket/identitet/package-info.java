/// Who somebody is and what they may do: principals, their roles, and the tokens that prove them.
@NullMarked
package no.dataverket.identitet;

import org.jspecify.annotations.NullMarked;
