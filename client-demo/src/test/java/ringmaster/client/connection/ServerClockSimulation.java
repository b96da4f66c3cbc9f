package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.netsim.NetworkProfile;

/** Whether commands come in time over simulated networks, and not earlier than they must. */
final class ServerClockSimulation {
  private static final int WARM_UP_SECONDS = 8;
  private static final int SECONDS = 60;
  private static final int NETWORKS = 16;

  /** Until the clock knows what a network loses now and then. */
  private static final int SETTLING_SECONDS = 40;

  /** On 4g the simulated link here loses eight datagrams in a row, whatever the clock does. */
  private static final int MOST_MISSED_PER_BURST = 6;

  /** How many of some 530 say something is up to what the random pilot runs into. */
  private static final int FEWEST_UNTOUCHED = 100;

  /**
   * Without loss no tick is missed, whatever the jitter. With loss only those whose command was in
   * none of the datagrams that came in time.
   *
   * @param marginMillis the most a command may wait at the server in the mean: 4 ms, the jitter to
   *     one side, and with loss a cushion of up to two ticks
   */
  @ParameterizedTest
  @CsvSource({
    "none, 0, 6",
    "lan, 0, 6",
    "'latency=30ms,jitter=15ms', 0, 22",
    "dsl, 0, 9",
    "4g, 0.01, 42",
    "wifi-bad, 0.03, 55",
    "satellite, 0.005, 22"
  })
  void commandsComeJustInTime(String profile, double missedFraction, double marginMillis) {
    Rig rig = Rig.joined(NetworkProfile.parse(profile), false);
    rig.run(WARM_UP_SECONDS);
    FakeServer server = rig.server;
    int missedBefore = server.missed;
    int takenBefore = server.commandsTaken;
    rig.run(SECONDS);
    int missed = server.missed - missedBefore;
    int ticks = SECONDS * FakeServer.RATE.hz();
    assertTrue(missed <= missedFraction * ticks, () -> profile + " missed " + missed);
    assertEquals(ticks - missed, server.commandsTaken - takenBefore, 1);
    double margin = server.meanMarginMillis();
    assertTrue(margin <= marginMillis, () -> profile + " comes " + margin + " ms early");
  }

  /**
   * Two datagrams in a row are lost often on 4g: a cushion of a tick leaves 0.5 % missed. Delay
   * that would hold off nearly all is not asked for. Of many networks together: what one loses in a
   * minute is a matter of luck.
   */
  @Test
  void onAMobileNetworkFewCommandsAreMissedForLittleDelay() {
    int missed = 0;
    double marginMillis = 0;
    for (int seed = 1; seed <= NETWORKS; seed++) {
      Rig rig = Rig.joined(NetworkProfile.parse("4g,seed=" + seed), false);
      rig.run(SETTLING_SECONDS);
      int missedBefore = rig.server.missed;
      rig.run(SECONDS);
      missed += rig.server.missed - missedBefore;
      marginMillis += rig.server.meanMarginMillis() / NETWORKS;
    }
    double missedPercent = 100.0 * missed / (NETWORKS * SECONDS * FakeServer.RATE.hz());
    String found = missedPercent + " % missed, " + marginMillis + " ms early";
    assertTrue(missedPercent < 0.45, found);
    assertTrue(marginMillis < 44, found);
  }

  /**
   * The server takes commands up to 64 ticks ahead, which is a second at 60 Hz, and keeps the
   * newest of them: until those are used up, nothing else can be done for their ticks.
   */
  @ParameterizedTest
  @CsvSource({
    "lan, 50",
    "lan, 170",
    "lan, 400",
    "lan, 900",
    "lan, 1100",
    "lan, 1500",
    "lan, 3000",
    "lan, 6000",
    "4g, 50",
    "4g, 170",
    "4g, 400",
    "4g, 900",
    "4g, 1100",
    "4g, 1300",
    "4g, 2000",
    "4g, 6000"
  })
  void aServerThatSlipsIsFollowed(String profile, long slipMillis) {
    NetworkProfile network = NetworkProfile.parse(profile);
    Rig rig = Rig.joined(network, false);
    rig.run(WARM_UP_SECONDS);
    int tickBefore = rig.server.tick();
    rig.server.slip(slipMillis * 1_000_000);
    while (rig.server.tick() == tickBefore) {
      rig.run(0.001);
    }
    rig.run(1.3 + 2e-9 * network.latencyNanos());
    int missedBefore = rig.server.missed;
    rig.run(1);
    assertEquals(0, rig.server.commandsContradicted);
    int missedAtOnce = rig.server.missed - missedBefore;
    assertTrue(
        missedAtOnce <= MOST_MISSED_PER_BURST, () -> "missed " + missedAtOnce + " of 60 ticks");
    rig.errors.clear();
    rig.run(10);
    int missed = rig.server.missed - missedBefore;
    assertTrue(missed <= 20, () -> "missed " + missed + " of 660 ticks");
    assertTrue(rig.errors.untouched > FEWEST_UNTOUCHED, () -> "untouched " + rig.errors.untouched);
    assertTrue(rig.errors.untouchedWrong <= missed, () -> "wrong " + rig.errors.untouchedWrong);
  }

  /** The player's acks, and that it is there, are heard all the time. */
  @ParameterizedTest
  @ValueSource(longs = {400, 1100, 6000})
  void whileTheServerIsWaitedForDatagramsGoOn(long slipMillis) {
    Rig rig = Rig.joined(NetworkProfile.parse("lan"), false);
    rig.run(WARM_UP_SECONDS);
    rig.server.slip(slipMillis * 1_000_000);
    for (int i = 0; i < 100; i++) {
      long before = rig.client.counters().datagramsSent;
      rig.run(0.1);
      long sent = rig.client.counters().datagramsSent - before;
      assertTrue(sent >= 5 && sent <= 7, () -> sent + " datagrams in 0.1 s");
    }
    assertEquals(0, rig.server.commandsContradicted);
  }

  @Test
  void aClientThatStoodStillCatchesUp() {
    Rig rig = Rig.joined(NetworkProfile.parse("lan"), false);
    rig.run(2);
    rig.clientSleeps(3);
    rig.run(2);
    int missedBefore = rig.server.missed;
    rig.run(5);
    assertEquals(missedBefore, rig.server.missed);
  }

  /** Pauses of the client's machine are not the path's doing: running far ahead is no cure. */
  @Test
  void pausesOfTheClientCostNoMoreThanThemselves() {
    Rig rig = Rig.joined(NetworkProfile.parse("4g"), false);
    rig.run(WARM_UP_SECONDS);
    for (int i = 0; i < 8; i++) {
      rig.clientSleeps(0.2);
      rig.run(0.3);
    }
    int missedBefore = rig.server.missed;
    rig.run(5);
    int missed = rig.server.missed - missedBefore;
    assertTrue(missed <= 10, () -> "missed " + missed + " of 300 ticks");
  }

  /** The same for the server's: whatever it reports, no more commands wait than it keeps. */
  @Test
  void pausesOfTheServerDoNotDriveCommandsFarAhead() {
    Rig rig = Rig.joined(NetworkProfile.parse("4g"), false);
    rig.run(WARM_UP_SECONDS);
    for (int i = 0; i < 8; i++) {
      rig.serverIsDeaf(0.2);
      rig.run(0.3);
    }
    int missedBefore = rig.server.missed;
    rig.run(5);
    int missed = rig.server.missed - missedBefore;
    assertTrue(missed <= 15, () -> "missed " + missed + " of 300 ticks");
  }
}
