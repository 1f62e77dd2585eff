package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Id;

/// Ends a session at a console.
public record ConsoleClose(@Field("Session.") Id session) {}
