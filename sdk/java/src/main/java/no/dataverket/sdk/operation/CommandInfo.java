package no.dataverket.sdk.operation;

import java.util.List;

/// How the command line offers an operation: `<tool> <noun> <verb> [NAME]`.
///
/// @param columns of the table, as `HEADER=path.into.the.resource`
/// @param examples complete commands
public record CommandInfo(String tool, String noun, String verb, List<String> columns, List<String> examples) {}
