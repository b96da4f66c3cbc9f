package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.client.connection.NetworkDoctor.Finding;
import ringmaster.shared.netsim.NetworkProfile;

/** What a player is told of a bad network, what the figures say of it, and that play goes on. */
final class BadNetworkSimulation {
  private static final double FRAME_SECONDS = 1.0 / 60;

  /** A player who watches the screen. */
  private static final class Watched {
    final Rig rig;
    final LinkFigures figures;
    final NetworkDoctor doctor;

    /** Frames with each finding, since they were cleared. */
    final Map<Finding, Integer> frames = new EnumMap<>(Finding.class);

    String lastTrouble = "";
    int changes;

    Watched(String network) {
      rig = Rig.joined(NetworkProfile.parse(network), true);
      figures = rig.client.figures();
      doctor = new NetworkDoctor(figures);
    }

    Watched watch(double seconds) {
      frames.clear();
      changes = 0;
      for (int frame = 0; frame * FRAME_SECONDS < seconds; frame++) {
        rig.run(FRAME_SECONDS);
        long now = rig.clock.nanoTime();
        rig.play().viewAt(now);
        String before = doctor.sentence();
        doctor.look(now);
        frames.merge(doctor.finding(), 1, Integer::sum);
        changes += before.equals(doctor.sentence()) ? 0 : 1;
        lastTrouble = doctor.sentence().isEmpty() ? lastTrouble : doctor.sentence();
      }
      assertTrue(changes <= seconds + 1, "a change a second: " + changes);
      return this;
    }

    double share(Finding finding) {
      int all = frames.values().stream().mapToInt(Integer::intValue).sum();
      return frames.getOrDefault(finding, 0) / (double) all;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lan, FINE, 1, ''",
    "dsl, FINE, 1, ''",
    "4g, FINE, 0.8, ''",
    "'latency=20ms,loss=10%,burst=2', LOSS, 0.9, Data is lost",
    "'latency=50ms,jitter=40ms', JITTER, 0.9, The connection is uneven",
    "satellite, SLOW, 0.9, The server is far away",
  })
  void thePlayerIsToldWhatIsWrong(String network, Finding finding, double share, String words) {
    Watched watched = new Watched(network).watch(10).watch(60);
    assertTrue(watched.share(finding) >= share, watched.frames + " " + watched.lastTrouble);
    if (!words.isEmpty()) {
      assertTrue(watched.lastTrouble.startsWith(words), watched.lastTrouble);
    }
  }

  @Test
  void theFiguresAreThoseOfTheNetwork() {
    Watched watched = new Watched("latency=40ms,jitter=10ms,loss=6%").watch(20);
    LinkFigures figures = watched.figures;
    assertEquals(80, figures.roundTripMillis(), 4);
    assertEquals(18, figures.jitterMillis(), 2.5);
    assertEquals(60 * 0.94, figures.snapshotHz(), 3);
    double loss = 0;
    double lossUp = 0;
    for (int i = 0; i < 20; i++) {
      watched.watch(5);
      loss += figures.lossDownPercent() / 20;
      lossUp += figures.lossUpPercent() / 20;
    }
    assertEquals(6, loss, 0.7);
    assertEquals(6, lossUp, 0.7);
    ClientCounters counters = watched.rig.client.counters();
    ClientCounters before = counters.copy();
    int missed = watched.rig.server.missed;
    watched.watch(5);
    ClientCounters recent = counters.since(before);
    double bytes = recent.datagramBytesReceived;
    assertEquals(bytes / recent.datagramsReceived, figures.snapshotBytes(), 3);
    assertEquals(bytes / 5, figures.bytesDownPerSecond(), bytes / 5 * 0.15);
    assertEquals(
        recent.datagramBytesSent / 5.0,
        figures.bytesUpPerSecond(),
        0.15 * figures.bytesUpPerSecond());
    assertEquals(watched.rig.server.missed - missed, recent.commandsMissed, 2);
    double margin = figures.marginMillis();
    assertTrue(margin > 4 && margin < 40 && figures.leastMarginMillis() < margin, "at " + margin);
    double delay = figures.interpolationDelayMillis();
    assertTrue(delay > 35 && delay < 84, "delay " + delay);
    assertTrue(figures.underrunsPercent() < 2, "underruns " + figures.underrunsPercent());
  }

  /** All is lost for two seconds, both ways. */
  @ParameterizedTest
  @ValueSource(strings = {"lan", "dsl", "4g"})
  void afterAHolePlayGoesOn(String network) {
    Watched watched = new Watched(network + ",hole=2s@12s");
    Rig rig = watched.rig;
    watched.watch(10.5);
    long missedBefore = rig.client.counters().commandsMissed - rig.server.missed;
    assertEquals(0, watched.share(Finding.SILENT));
    watched.watch(2.7);
    assertTrue(watched.share(Finding.SILENT) > 0.4, watched.frames + "");
    watched.watch(1);
    rig.errors.clear();
    int missed = rig.server.missed;
    watched.watch(1);
    assertTrue(rig.errors.untouched > 20, "compared " + rig.errors.untouched);
    int missedSince = rig.server.missed - missed;
    assertTrue(rig.errors.untouchedWrong <= missedSince, "wrong " + rig.errors.untouchedWrong);
    watched.watch(6);
    watched.watch(10);
    assertTrue(watched.share(Finding.FINE) > 0.8, watched.frames + " " + watched.lastTrouble);
    assertEquals(0, watched.share(Finding.SILENT));
    long missedSeen = rig.client.counters().commandsMissed - missedBefore;
    assertTrue(rig.server.missed > 60, "missed " + rig.server.missed);
    assertEquals(rig.server.missed, missedSeen, 4, "missed, as the client was told");
    assertEquals(0, rig.client.counters().stateMismatches);
    assertEquals(0, rig.server.commandsContradicted);
  }

  @Test
  void overASatelliteItStaysPlayable() {
    Watched watched = new Watched("satellite").watch(8);
    Rig rig = watched.rig;
    rig.errors.clear();
    int missed = rig.server.missed;
    watched.watch(20);
    assertEquals(600, watched.figures.roundTripMillis(), 10);
    assertTrue(rig.server.missed - missed <= 12, "missed " + (rig.server.missed - missed));
    assertTrue(rig.errors.untouched > 600, "compared " + rig.errors.untouched);
    assertTrue(rig.errors.untouchedWrong <= rig.server.missed - missed);
    assertTrue(rig.errors.worstUntouchedMeters < 0.5, rig.errors.worstUntouchedMeters + " m");
    ClientCounters counters = rig.client.counters();
    assertTrue(counters.underruns() < 0.02 * counters.framesShown, counters.underruns() + "");
    assertEquals(0, rig.server.commandsContradicted);
  }

  /** It does 50 of 60 ticks. */
  @Test
  void aServerThatIsTooSlowIsNamedAndThePathIsNot() {
    Watched watched = new Watched("latency=20ms,jitter=5ms").watch(10);
    for (int tenth = 0; tenth < 60; tenth++) {
      watched.rig.server.slip(16_000_000);
      watched.watch(0.1);
    }
    assertEquals(Finding.SERVER_LATE, watched.doctor.finding(), watched.doctor.sentence());
    watched.watch(8);
    assertEquals(Finding.FINE, watched.doctor.finding(), watched.doctor.sentence());
  }

  /** What comes down is in time; what goes up is held back now and then. */
  @Test
  void inputsThatComeTooLateAreNamed() {
    Watched watched = new Watched("latency=20ms").watch(10);
    for (int second = 0; second < 10; second++) {
      watched.watch(0.8);
      watched.rig.serverIsDeaf(0.2);
    }
    assertEquals(Finding.UPLOAD_LATE, watched.doctor.finding(), watched.doctor.sentence());
  }

  /** Somebody fills the router's queue, on the way down, up, or both. */
  @Test
  void aSwollenBufferIsNotTakenForASlowServer() {
    Watched watched = new Watched("latency=10ms,bandwidth=60kbit,queue=300ms").watch(30);
    assertEquals(0, watched.share(Finding.SERVER_LATE), watched.lastTrouble);
  }
}
