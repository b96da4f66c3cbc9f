package ringmaster.server.ingress;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringmaster.server.session.MatchView;
import ringmaster.server.session.TokenBucket;
import ringmaster.server.transport.ControlTransport;
import ringmaster.shared.Version;
import ringmaster.shared.protocol.ControlMessage.Info;
import ringmaster.shared.protocol.ControlMessage.MatchInfo;
import ringmaster.shared.protocol.Limits;

/** Answers who asks what is played here, so many times per address. Used by the control thread. */
final class InfoDesk {
  /** A browser asks every few seconds; many browsers may share an address. */
  private static final double ASKS_PER_SECOND = 5;

  private static final double ASK_BURST = 20;

  /** Addresses remembered at a time; each is forgotten four seconds after its last burst. */
  private static final int MAX_ADDRESSES = 4096;

  private static final Comparator<MatchSummary> WORTH_JOINING_FIRST =
      Comparator.comparing(MatchSummary::open)
          .thenComparingInt(match -> match.players() + match.bots())
          .reversed()
          .thenComparingInt(MatchSummary::id);

  private final long serverId;
  private final Map<String, TokenBucket> asksByAddress = new HashMap<>();
  private @Nullable List<MatchSummary> described;
  private Info info;

  InfoDesk(long serverId) {
    this.serverId = serverId;
    info = describe(List.of());
  }

  /** Whether whoever is at the other end may ask now. */
  boolean admits(ControlTransport.Connection connection, long nowNanos) {
    if (connection.trusted()) {
      return true;
    }
    TokenBucket asks = asksByAddress.get(connection.remoteAddress());
    if (asks == null) {
      if (asksByAddress.size() >= MAX_ADDRESSES) {
        asksByAddress.values().removeIf(bucket -> bucket.isFull(nowNanos));
      }
      if (asksByAddress.size() >= MAX_ADDRESSES) {
        return false;
      }
      asks = new TokenBucket(ASKS_PER_SECOND, ASK_BURST, nowNanos);
      asksByAddress.put(connection.remoteAddress(), asks);
    }
    return asks.take(nowNanos);
  }

  /** What is played; made anew only when the summaries are. */
  Info info(List<MatchSummary> matches) {
    if (matches != described) {
      described = matches;
      info = describe(matches);
    }
    return info;
  }

  /** Without failed matches: nobody can join or watch them. */
  private Info describe(List<MatchSummary> matches) {
    List<MatchSummary> sound =
        matches.stream().filter(match -> match.stage() != MatchView.Stage.FAILED).toList();
    return new Info(
        Version.current(),
        Limits.PROTOCOL_VERSION,
        serverId,
        sound.size(),
        sound.stream()
            .sorted(WORTH_JOINING_FIRST)
            .limit(Limits.MAX_INFO_MATCHES)
            .map(InfoDesk::describe)
            .toList());
  }

  private static MatchInfo describe(MatchSummary match) {
    return new MatchInfo(
        match.id(),
        match.mode(),
        match.map(),
        match.players(),
        match.bots(),
        match.max(),
        match.open());
  }
}
