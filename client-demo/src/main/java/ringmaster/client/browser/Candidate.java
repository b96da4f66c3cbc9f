package ringmaster.client.browser;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import ringmaster.client.connection.ServerEndpoint;
import ringmaster.shared.protocol.ControlMessage.Info;
import ringmaster.shared.protocol.ControlMessage.MatchInfo;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.protocol.PlayerText;

/**
 * An address at which there may be a server: how the browser knows of it, and what it said last. It
 * keeps that while it is asked again, so that a list does not flicker. One thread.
 */
final class Candidate {
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** A host that is looked up, reached and asked within this time answers; others are silent. */
  private static final long PATIENCE_NANOS = 3_000 * NANOS_PER_MILLI;

  final String address;

  // How it is known.
  ServerEntry.Source source = ServerEntry.Source.TYPED;
  boolean favourite;

  /** Whether it is shown only if somebody answers. */
  boolean guessed;

  /** What it said last. */
  private ServerEntry.Status status = ServerEntry.Status.ASKING;

  private int pingMillis = -1;
  private String version = "";
  private String sentence = "";
  private List<ServerEntry.Match> matches = List.of();

  /** By announcement or answer; null: not known. */
  private @Nullable Long serverId;

  // The question under way.
  private @Nullable CompletableFuture<ServerEndpoint> lookup;
  private @Nullable Inquiry inquiry;
  private boolean asking;
  private long askedNanos;

  /** When to ask next. */
  long nextAskNanos;

  Candidate(String address, long nowNanos) {
    this.address = address;
    nextAskNanos = nowNanos;
  }

  /** It is known from elsewhere, too; what was a guess is one no more. */
  void confirm(ServerEntry.Source newSource) {
    if (guessed) {
      guessed = false;
      source = newSource;
    }
  }

  boolean asking() {
    return asking;
  }

  /** Whether the last lookup of its name has ended: a name that takes minutes is asked once. */
  boolean needsLookup() {
    return lookup == null;
  }

  /** Begins to ask. */
  void ask(@Nullable CompletableFuture<ServerEndpoint> newLookup, long nowNanos) {
    if (newLookup != null) {
      lookup = newLookup;
    }
    asking = true;
    askedNanos = nowNanos;
  }

  /** Goes on asking; returns whether that came to its end. */
  boolean poll(long nowNanos) {
    CompletableFuture<ServerEndpoint> found = lookup;
    if (inquiry == null && found != null && found.isDone()) {
      if (found.isCompletedExceptionally()) {
        return failed("the name of " + address + " cannot be looked up");
      }
      inquiry = new Inquiry(address, found.join(), nowNanos);
    }
    if (inquiry != null && inquiry.poll(nowNanos)) {
      Info info = inquiry.info();
      return info == null ? failed(inquiry.failure()) : answered(info, inquiry.roundTripNanos());
    }
    return nowNanos - askedNanos >= PATIENCE_NANOS && failed("no server answers at " + address);
  }

  private boolean answered(Info info, long roundTripNanos) {
    pingMillis = (int) ((roundTripNanos + NANOS_PER_MILLI / 2) / NANOS_PER_MILLI);
    version = PlayerText.cleanSentence(info.version());
    serverId = info.serverId();
    matches = info.matches().stream().map(Candidate::match).toList();
    boolean same = info.protocolVersion() == Limits.PROTOCOL_VERSION;
    status = same ? ServerEntry.Status.ANSWERED : ServerEntry.Status.OTHER_VERSION;
    sentence =
        same
            ? ""
            : "it speaks version %d of the protocol, this program version %d"
                .formatted(info.protocolVersion(), Limits.PROTOCOL_VERSION);
    return end();
  }

  private boolean failed(String why) {
    status = ServerEntry.Status.SILENT;
    sentence = why;
    pingMillis = -1;
    matches = List.of();
    if (lookup != null && lookup.isDone()) {
      lookup = null; // the name may come to mean another address
    }
    return end();
  }

  private boolean end() {
    stop();
    return true;
  }

  /** Asks no further. */
  void stop() {
    asking = false;
    if (inquiry != null) {
      inquiry.close();
      inquiry = null;
    }
  }

  /** It announced itself under this id. */
  void announced(long id) {
    serverId = id;
  }

  @Nullable Long serverId() {
    return serverId;
  }

  /** Whether a person is to see it. */
  boolean visible() {
    return !guessed
        || status == ServerEntry.Status.ANSWERED
        || status == ServerEntry.Status.OTHER_VERSION;
  }

  ServerEntry entry() {
    return new ServerEntry(
        address, source, favourite, status, pingMillis, version, sentence, matches);
  }

  private static ServerEntry.Match match(MatchInfo match) {
    return new ServerEntry.Match(
        match.id(),
        PlayerText.cleanSentence(match.mode()),
        PlayerText.cleanSentence(match.map()),
        match.players(),
        match.bots(),
        match.maxPlayers());
  }
}
