package ringmaster.server.ingress;

import java.net.SocketAddress;
import ringmaster.server.session.MatchView;
import ringmaster.server.session.Seating;
import ringmaster.server.session.Session;
import ringmaster.server.session.SessionTable;
import ringmaster.server.telemetry.InputTelemetry;
import ringmaster.server.transport.DatagramTransport;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.game.Rewind;
import ringmaster.shared.protocol.CommandDatagram;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.seal.Envelope;
import ringmaster.shared.wire.BitReader;

/**
 * Datagrams in, COMMAND records out. What is not a fresh datagram of a seated session is dropped
 * and counted, the cheapest check first: no answer, no log line, no allocation.
 */
public final class CommandAgent implements Agent, DatagramTransport.Handler {
  private static final long QUARTER_MILLI_NANOS = 250_000;

  private final int lane;
  private final DatagramTransport transport;
  private final SessionTable sessions;
  private final TickSchedule schedule;
  private final Ring ring;
  private final IngressCounters counters;
  private final InputTelemetry inputs;
  private final BitReader reader = new BitReader();
  private final CommandDatagram datagram = new CommandDatagram();
  private final Record record = new Record();

  public CommandAgent(
      int lane,
      DatagramTransport transport,
      SessionTable sessions,
      TickSchedule schedule,
      Ring ring,
      IngressCounters counters,
      InputTelemetry inputs) {
    this.lane = lane;
    this.transport = transport;
    this.sessions = sessions;
    this.schedule = schedule;
    this.ring = ring;
    this.counters = counters;
    this.inputs = inputs;
  }

  @Override
  public String role() {
    return "net-" + lane;
  }

  @Override
  public int doWork(long nowNanos) {
    return transport.poll(this, nowNanos);
  }

  @Override
  public void received(byte[] bytes, int lengthBytes, SocketAddress from, long nowNanos) {
    counters.datagrams.increment();
    if (!Envelope.plausible(lengthBytes)) {
      counters.implausible.increment();
      return;
    }
    Session session = sessions.find(Envelope.sessionId(bytes));
    if (session == null || session.lane() != lane) {
      counters.unknownSession.increment();
    } else if (!session.withinRate(nowNanos)) {
      counters.aboveRate.increment();
    } else if (!session.open(bytes, lengthBytes)) {
      counters.replayed.increment();
    } else if (!datagram.read(
        reader.wrap(bytes, Envelope.HEADER_BYTES, lengthBytes - Envelope.OVERHEAD_BYTES))) {
      counters.malformed.increment();
    } else {
      accept(session, from, nowNanos);
    }
  }

  private void accept(Session session, SocketAddress from, long nowNanos) {
    Seating seating = session.seating();
    if (datagram.epoch() != seating.epoch()) {
      counters.staleEpoch.increment();
      return;
    }
    session.heard(from, seating.epoch(), nowNanos);
    session.view(datagram.view());
    session.wordsWanted(datagram.wordsWanted());
    int ackTick = datagram.ackTick();
    boolean truthful = session.acknowledge(seating.epoch(), ackTick, datagram.ackMask());
    if (truthful) {
      session.pingAcknowledged(seating.epoch(), ackTick, datagram.ackMask(), nowNanos);
      session.viewClaims().acknowledged(datagram.newestTick(), ackTick);
    } else {
      counters.falseAcks.increment();
    }
    if (seating.match().stage() == MatchView.Stage.RUNNING) {
      takeCommands(session, seating, truthful, nowNanos);
    }
  }

  /** Oldest first, so that the ring holds a player's commands in the order of their ticks. */
  private void takeCommands(Session session, Seating seating, boolean truthful, long nowNanos) {
    long firstServerTick = seating.match().firstServerTick();
    int nextTick = (int) (schedule.nextTick() - firstServerTick);
    int newest = datagram.newestTick();
    if (newest - nextTick > Limits.MAX_COMMAND_LEAD_TICKS) {
      counters.commandsTooEarly.increment();
      return;
    }
    for (int i = datagram.count() - 1; i >= 0; i--) {
      int tick = newest - i;
      if (tick < 0 || !session.isNewCommand(tick)) {
        continue;
      }
      if (i == 0) {
        long early = schedule.deadlineNanos(firstServerTick + tick) - nowNanos;
        session.commandArrived(seating.epoch(), tick, (int) (early / QUARTER_MILLI_NANOS));
        inputs.margin.record(early);
      }
      if (seating.watches()) {
        continue; // its clock wants to know when they came, the match does not
      }
      if (tick < nextTick) {
        counters.commandsTooLate.increment();
      } else {
        publish(seating, tick, truthful ? rewindSixteenths(session, tick, i) : 0, i);
      }
    }
  }

  private void publish(Seating seating, int tick, int rewindSixteenths, int index) {
    record.command(
        seating.match().matchId(), seating.seat(), tick, rewindSixteenths, datagram.command(index));
    if (ring.tryPublishTraffic(record)) {
      counters.commands.increment();
      inputs.rewind.record(rewindSixteenths * schedule.rate().periodNanos() / Rewind.SIXTEENTHS);
    } else {
      counters.ringFull.increment();
    }
  }

  /** What the claim of a command is worth. */
  private int rewindSixteenths(Session session, int tick, int index) {
    int claimed = datagram.viewAgeSixteenths(index);
    return session.viewClaims().rewindSixteenths(tick, index, claimed);
  }
}
