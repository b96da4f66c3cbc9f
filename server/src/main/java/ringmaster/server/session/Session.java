package ringmaster.server.session;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.ViewClaims;
import ringmaster.shared.seal.Envelope;
import ringmaster.shared.seal.ReplayWindow;
import ringmaster.shared.time.TickRate;

/**
 * One player's stay on the server. It is known by its secret id, not by its address, and outlives
 * matches.
 *
 * <p>Each mutable field has one writing thread: the control thread seats, the network thread hears,
 * the tick thread (or the worker it calls) sends. What others read is published with release and
 * read with acquire, a field at a time; nobody needs two of them to agree.
 */
public final class Session {
  private static final VarHandle ACKS;
  private static final VarHandle ARRIVAL;
  private static final VarHandle VIEW;
  private static final VarHandle WORDS_WANTED;
  private static final VarHandle SENT_TICK;
  private static final VarHandle HEARD;
  private static final VarHandle ARRIVED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      ACKS = lookup.findVarHandle(Session.class, "acks", long.class);
      ARRIVAL = lookup.findVarHandle(Session.class, "arrival", long.class);
      VIEW = lookup.findVarHandle(Session.class, "view", int.class);
      WORDS_WANTED = lookup.findVarHandle(Session.class, "wordsWanted", boolean.class);
      SENT_TICK = lookup.findVarHandle(Session.class, "sentTick", long.class);
      HEARD = lookup.findVarHandle(Session.class, "heardNanos", long.class);
      ARRIVED = lookup.findVarHandle(Session.class, "datagramsArrived", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long id;
  private final long number;
  private final String name;
  private final boolean bot;
  private final int lane;

  // Written by the control thread.
  private volatile Seating seating;

  // Written by the network thread.
  private final ReplayWindow replayWindow = new ReplayWindow();
  private final CommandWindow commandWindow = new CommandWindow();
  private final TokenBucket datagrams;

  private final ViewClaims viewClaims;

  /** Whether a later datagram came before the one opened last. */
  private boolean overtaken;

  private int heardEpoch = -1;
  private volatile @Nullable SocketAddress address;
  private long acks = packAcks(0, -1, 0);
  private long arrival = packArrival(0, -1, 0);
  private int view;
  private boolean wordsWanted;
  private long heardNanos;
  private int datagramsArrived;

  /** Has a writer on both sides, each of its own words. */
  private final PingMeter ping = new PingMeter();

  // Written by whoever sends.
  private long sentTick = packSent(0, -1);
  private int sendCounter;

  /**
   * @param id secret, in every datagram
   * @param number public, in the journal
   * @param lane which network thread owns the session's datagrams
   * @param tickRate as many datagrams the player may send, to a factor of two
   */
  Session(
      long id,
      long number,
      String name,
      boolean bot,
      int lane,
      Seating seating,
      TickRate tickRate,
      long nowNanos) {
    this.seating = seating;
    this.id = id;
    this.number = number;
    this.name = name;
    this.bot = bot;
    this.lane = lane;
    datagrams = new TokenBucket(2.0 * tickRate.hz(), 14.0 * tickRate.hz(), nowNanos);
    viewClaims = new ViewClaims(tickRate);
    heardNanos = nowNanos;
  }

  public long id() {
    return id;
  }

  public long number() {
    return number;
  }

  public String name() {
    return name;
  }

  public boolean bot() {
    return bot;
  }

  /** Index of the one endpoint this session plays over. */
  public int lane() {
    return lane;
  }

  public Seating seating() {
    return seating;
  }

  /** Control thread: the player plays there from now on. */
  public void seat(Seating newSeating) {
    seating = newSeating;
  }

  /** Where datagrams go; null before the first arrived. */
  public @Nullable SocketAddress address() {
    return address;
  }

  /** When something valid last arrived. */
  public long heardNanos() {
    return (long) HEARD.getAcquire(this);
  }

  /** Network thread: whether the player keeps to what it may send. */
  public boolean withinRate(long nowNanos) {
    return datagrams.take(nowNanos);
  }

  /** Network thread: opens a datagram; true once per datagram sent. */
  public boolean open(byte[] datagram, int lengthBytes) {
    long newestBefore = replayWindow.newest();
    boolean opened = Envelope.accept(datagram, lengthBytes, replayWindow);
    overtaken = replayWindow.newest() == newestBefore;
    if (opened) {
      ARRIVED.setRelease(this, datagramsArrived + 1);
    }
    return opened;
  }

  /** Datagrams opened so far. */
  public int datagramsArrived() {
    return (int) ARRIVED.getAcquire(this);
  }

  /** Network thread: a valid datagram of the present epoch arrived. */
  public void heard(SocketAddress from, int epoch, long nowNanos) {
    if (!overtaken && !from.equals(address)) {
      address = from;
    }
    HEARD.setRelease(this, nowNanos);
    if (epoch != heardEpoch) {
      heardEpoch = epoch;
      commandWindow.reset();
      viewClaims.restart();
      ARRIVAL.setRelease(this, packArrival(epoch, -1, 0));
    }
  }

  /** Network thread: what its player has acknowledged in the epoch heard last. */
  public ViewClaims viewClaims() {
    return viewClaims;
  }

  // Acks: epoch 8 | newest tick 24..31 bits | mask 32. A match of 2^24 ticks lasts 77 hours at 60
  // Hz.

  /**
   * Network thread: which snapshots of an epoch have arrived.
   *
   * @return false, with nothing done, if the newest was never sent
   */
  public boolean acknowledge(int epoch, int newestTick, int mask) {
    if (newestTick > sentTick(epoch)) {
      return false;
    }
    long now = acks;
    boolean newer = ackEpoch(now) != epoch || newestTick > ackTick(now);
    if (newer || newestTick == ackTick(now)) {
      ACKS.setRelease(this, packAcks(epoch, newestTick, newer ? mask : mask | ackMask(now)));
    }
    return true;
  }

  /** All there is to know of acknowledgements, in one word; see {@link #ackTick} and its like. */
  public long acks() {
    return (long) ACKS.getAcquire(this);
  }

  private static long packAcks(int epoch, int tick, int mask) {
    return (long) epoch << 56 | (tick + 1 & 0xFF_FFFFL) << 32 | mask & 0xFFFF_FFFFL;
  }

  public static int ackEpoch(long acks) {
    return (int) (acks >>> 56);
  }

  /** Newest tick acknowledged; -1: none. */
  public static int ackTick(long acks) {
    return (int) (acks >>> 32 & 0xFF_FFFFL) - 1;
  }

  /** Bit i: the snapshot of ackTick - 1 - i. */
  public static int ackMask(long acks) {
    return (int) acks;
  }

  /** Network thread: true once per command tick of the present epoch. */
  public boolean isNewCommand(int tick) {
    return commandWindow.accept(tick);
  }

  /** Network thread: the newest command so far, and how early it came in quarter milliseconds. */
  public void commandArrived(int epoch, int tick, int marginQuarterMillis) {
    ARRIVAL.setRelease(this, packArrival(epoch, tick, marginQuarterMillis));
  }

  /** Newest command of an epoch; see {@link #arrivalTick} and {@link #arrivalMargin}. */
  public long arrival() {
    return (long) ARRIVAL.getAcquire(this);
  }

  private static long packArrival(int epoch, int tick, int margin) {
    return (long) epoch << 56 | (tick + 1 & 0xFF_FFFFL) << 32 | margin & 0xFFFF_FFFFL;
  }

  public static int arrivalEpoch(long arrival) {
    return (int) (arrival >>> 56);
  }

  /** -1: none. */
  public static int arrivalTick(long arrival) {
    return (int) (arrival >>> 32 & 0xFF_FFFFL) - 1;
  }

  public static int arrivalMargin(long arrival) {
    return (int) arrival;
  }

  /**
   * Network thread: the client's number of its view; another one means it lost track. What an
   * overtaken datagram says of it is out of date.
   */
  public void view(int newView) {
    if (!overtaken && newView != view) {
      VIEW.setRelease(this, newView);
    }
  }

  public int view() {
    return (int) VIEW.getAcquire(this);
  }

  /** Network thread: whether the client asks for its owner words; as {@link #view(int)}. */
  public void wordsWanted(boolean wanted) {
    if (!overtaken && wanted != wordsWanted) {
      WORDS_WANTED.setRelease(this, wanted);
    }
  }

  public boolean wordsWanted() {
    return (boolean) WORDS_WANTED.getAcquire(this);
  }

  /** Network thread: the acks of a datagram, for the ping. */
  public void pingAcknowledged(int epoch, int newestTick, int mask, long nowNanos) {
    ping.acknowledged(epoch, newestTick, mask, nowNanos);
  }

  /** Sender: when a snapshot goes out, for the ping. */
  public void pingSent(int epoch, int sentTick, long nowNanos) {
    ping.sending(epoch, sentTick, nowNanos);
  }

  /** From a snapshot's departure until its ack is back, smoothed; -1: not known yet. */
  public int pingMillis() {
    return ping.millis();
  }

  /** Sender: a snapshot of this tick is about to go out. Returns the datagram's counter. */
  public int sending(int epoch, int tick) {
    SENT_TICK.setRelease(this, packSent(epoch, tick));
    return ++sendCounter;
  }

  private static long packSent(int epoch, int tick) {
    return (long) epoch << 32 | tick & 0xFFFF_FFFFL;
  }

  /** Newest snapshot tick sent in an epoch; -1: none. */
  public int sentTick(int epoch) {
    long sent = (long) SENT_TICK.getAcquire(this);
    return (int) (sent >>> 32) == epoch ? (int) sent : -1;
  }
}
