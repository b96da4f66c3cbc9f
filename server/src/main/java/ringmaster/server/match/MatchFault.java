package ringmaster.server.match;

import ringmaster.server.telemetry.FailureCause;
import ringmaster.shared.install.GameError;

/** Why a match ended before its time. */
public record MatchFault(FailureCause cause, GameError error) {}
