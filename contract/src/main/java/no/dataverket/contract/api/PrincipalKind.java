package no.dataverket.contract.api;

/// Whether somebody is a person or a program.
public enum PrincipalKind {
    /// A person. Only persons approve.
    HUMAN,
    /// A program: it may ask for what its role allows, and approves nothing.
    MACHINE
}
