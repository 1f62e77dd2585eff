package no.dataverket.maskin.evaluation;

import java.time.Duration;
import java.util.List;

/// How a check went.
///
/// @param evidence what was seen, in order, up to the end or to what was wrong
public record Result(Check check, Verdict verdict, List<String> evidence, Duration took) {}
