package no.dataverket.cli.config;

/// A setting's value, and where it comes from, so that a person can be told.
public record Setting(String value, String source) {}
