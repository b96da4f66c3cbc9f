package ringmaster.client.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import ringmaster.client.bot.Bot;
import ringmaster.client.connection.DatagramSocketHub;
import ringmaster.client.connection.GameClient;
import ringmaster.shared.agent.Agent;

/** Some hundred bots and their socket on one thread. */
final class LoadThread implements Agent {
  private static final long COUNT_INTERVAL_NANOS = 50_000_000;

  /** How far this thread's bots are, for others to read. */
  record Progress(int playing, int closed, boolean measured, Departures departures) {}

  private final int number;
  private final DatagramSocketHub hub;
  private final List<Bot> bots;
  private final List<BotMeter> meters;
  private final LoadMeter meter;
  private final Window window;
  private long nextCountNanos;
  private boolean measured;
  private volatile Progress progress = new Progress(0, 0, false, Departures.NONE);

  /**
   * @param meters of the bots, in their order
   * @param meter of this thread, which they record into
   */
  LoadThread(
      int number,
      DatagramSocketHub hub,
      List<Bot> bots,
      List<BotMeter> meters,
      LoadMeter meter,
      Window window,
      long nowNanos) {
    this.number = number;
    this.hub = hub;
    this.bots = bots;
    this.meters = meters;
    this.meter = meter;
    this.window = window;
    nextCountNanos = nowNanos;
  }

  @Override
  public String role() {
    return "load-" + number;
  }

  @Override
  public int doWork(long nowNanos) {
    int work = 0;
    for (int i = 0; i < bots.size(); i++) {
      work += bots.get(i).doWork(nowNanos);
    }
    work += hub.poll(nowNanos);
    watchWindow(nowNanos);
    count(nowNanos);
    return work;
  }

  private void watchWindow(long nowNanos) {
    if (!meter.recording && !measured && window.begun(nowNanos)) {
      meters.forEach(BotMeter::begin);
      meter.recording = true;
    } else if (meter.recording && window.over(nowNanos)) {
      meter.recording = false;
      meters.forEach(BotMeter::end);
      measured = true;
    }
  }

  private void count(long nowNanos) {
    if (nowNanos - nextCountNanos < 0) {
      return;
    }
    nextCountNanos = nowNanos + COUNT_INTERVAL_NANOS;
    int playing = 0;
    int closed = 0;
    for (int i = 0; i < bots.size(); i++) {
      GameClient.State state = bots.get(i).client().state();
      playing += state == GameClient.State.PLAYING ? 1 : 0;
      closed += state == GameClient.State.CLOSED ? 1 : 0;
    }
    Departures departures = progress.departures();
    if (closed != progress.closed()) {
      departures = Departures.of(bots);
    }
    progress = new Progress(playing, closed, measured, departures);
  }

  /** Any thread. Once it says measured, what was recorded may be read. */
  Progress progress() {
    return progress;
  }

  LoadMeter meter() {
    return meter;
  }

  List<BotMeter> meters() {
    return meters;
  }

  @Override
  public void onClose() {
    bots.forEach(bot -> bot.client().leave());
    try {
      hub.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
