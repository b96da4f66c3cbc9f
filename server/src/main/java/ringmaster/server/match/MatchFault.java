package ringmaster.server.match;

import ringmaster.server.telemetry.FailureCause;

/** Why a match ended before its time. */
public record MatchFault(FailureCause cause, Throwable error) {}
