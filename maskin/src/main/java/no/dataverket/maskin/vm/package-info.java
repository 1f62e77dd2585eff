/// Machines: the commands that change them and the loop that holds hosts to what was decided.
///
/// A command first writes down what is wanted, then makes it so, then looks. Whatever is cut off on the way, the
/// command when it comes again, or the loop, goes on from what is written. Commands and repairs of one machine wait for
/// each other; a command that is older than the last one is refused.
///
/// What the loop does about a machine that is not as it was decided:
///
/// | found | wanted running | wanted off |
/// |---|---|---|
/// | off, by its guest or at the host | started again | |
/// | crashed | started again | |
/// | paused | goes on | switched off |
/// | running | | switched off |
/// | no domain, but its files | defined again and started | defined again |
/// | no domain and no files | reported as `DEGRADED: its disk is gone` | the same |
/// | another definition | defined again, for the next start | defined again |
/// | runs, its definition gone | defined again | switched off, then defined again |
/// | host can't be asked | power `UNKNOWN` | power `UNKNOWN` |
///
/// That is so where the host's policy for such a difference is `REPAIR`. Where it is `REPORT`, and on a host that is
/// lost, fenced or in maintenance, the difference is told and left.
///
/// Repairs of one machine come more slowly each time; after five within five minutes it is reported as
/// `DEGRADED: crash loop` and left alone until somebody starts, stops or reboots it. Domains that carry our marks
/// though
/// no machine is known are reported as orphans and never touched; so are domains of others, which are only counted.
@NullMarked
package no.dataverket.maskin.vm;

import org.jspecify.annotations.NullMarked;
