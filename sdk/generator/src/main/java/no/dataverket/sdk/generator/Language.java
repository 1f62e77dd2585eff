package no.dataverket.sdk.generator;

import java.util.Map;

/// A language that the SDK exists in: how it spells what is in the contract. What the contract says is read
/// once, by [Contract]; a language adds nothing to it.
public interface Language {

    /// What begins a comment that ends with its line.
    String comment();

    /// The text of each generated file, by its path below the directory of the generated half.
    Map<String, String> files(Contract contract);
}
