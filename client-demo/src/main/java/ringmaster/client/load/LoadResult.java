package ringmaster.client.load;

import java.util.ArrayList;
import java.util.List;
import ringmaster.client.connection.ClientCounters;

/**
 * What all bots together measured within the window.
 *
 * @param counters sums over all players
 * @param datagramsLostUp by the simulated network
 * @param snapshotHz per player, in ascending order
 * @param meter all threads' histograms
 * @param life what the players did
 * @param departures who did not join, and who did not stay
 */
record LoadResult(
    LoadPlan plan,
    int joined,
    ClientCounters counters,
    long datagramsLostUp,
    List<Double> snapshotHz,
    LoadMeter meter,
    Life life,
    Departures departures) {

  /**
   * What the players did within the window.
   *
   * @param observed players whose shots, hits and deaths were seen
   */
  record Life(
      int observed, double metersTravelled, long contacts, long shots, long hits, long deaths) {}

  static LoadResult of(LoadPlan plan, int joined, List<LoadThread> loads) {
    List<BotMeter> meters = new ArrayList<>();
    List<Departures> departures = new ArrayList<>();
    LoadMeter merged = new LoadMeter();
    for (LoadThread load : loads) {
      meters.addAll(load.meters());
      departures.add(load.progress().departures());
      merged.add(load.meter());
    }
    return new LoadResult(
        plan,
        joined,
        sum(meters),
        meters.stream().mapToLong(BotMeter::lostUp).sum(),
        snapshotHz(meters, plan.seconds()),
        merged,
        life(meters),
        Departures.sum(departures));
  }

  private static ClientCounters sum(List<BotMeter> meters) {
    ClientCounters sum = new ClientCounters();
    meters.forEach(meter -> sum.add(meter.counters(), 1));
    return sum;
  }

  /** Of those who joined; one that was lost within the window counts with what it got. */
  private static List<Double> snapshotHz(List<BotMeter> meters, int seconds) {
    return meters.stream()
        .filter(BotMeter::joined)
        .map(meter -> meter.counters().snapshotsReceived / (double) seconds)
        .sorted()
        .toList();
  }

  private static Life life(List<BotMeter> meters) {
    double metersTravelled = 0;
    long contacts = 0;
    int observed = 0;
    long shots = 0;
    long hits = 0;
    long deaths = 0;
    for (BotMeter meter : meters) {
      metersTravelled += meter.metersTravelled;
      contacts += meter.contacts;
      observed += meter.decoded() ? 1 : 0;
      shots += meter.tally().shots();
      hits += meter.tally().hits();
      deaths += meter.tally().deaths();
    }
    return new Life(observed, metersTravelled, contacts, shots, hits, deaths);
  }
}
