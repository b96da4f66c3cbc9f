package ringmaster.client.browser;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ringmaster.client.connection.Invite;
import ringmaster.client.connection.ServerEndpoint;
import ringmaster.shared.agent.Agent;

/**
 * The browser's duty: keeps the list of addresses, asks each every few seconds while somebody
 * looks, and publishes what came of it. Nothing here waits for a server or a name.
 */
final class BrowserAgent implements Agent {
  /** Between two questions to one address. */
  static final long ASK_INTERVAL_NANOS = 5_000_000_000L;

  /** Addresses asked at a time: a list full of dead ones is through in half a minute. */
  static final int MAX_ASKING = 16;

  /** Of favourites, of recent ones, of typed ones: the list is for a person. */
  static final int MAX_OF_A_KIND = 64;

  /** A server on this machine is found without multicast. */
  static final String THIS_MACHINE = "127.0.0.1:" + Invite.DEFAULT_PORT;

  private static final long REST_ASKING_NANOS = 1_000_000;
  private static final long REST_SHOWN_NANOS = 20_000_000;
  private static final long REST_HIDDEN_NANOS = 250_000_000;

  private final Function<Invite, ServerEndpoint> endpoints;
  private final Executor lookups;
  private final @Nullable LanListener listener;
  private final LanServers lan = new LanServers();
  private final Queue<Runnable> wishes = new ConcurrentLinkedQueue<>();

  private List<String> favourites = List.of();
  private List<String> recent = List.of();
  private final Set<String> typed = new LinkedHashSet<>();

  /** In the order in which they are shown. */
  private Map<String, Candidate> candidates = new LinkedHashMap<>();

  private boolean listChanged = true;
  private int asking;
  private volatile boolean visible;
  private volatile List<ServerEntry> entries = List.of();

  /**
   * @param endpoints looks a server up, which may take long; called on {@code lookups}
   * @param listener null to hear no announcements
   */
  BrowserAgent(
      Function<Invite, ServerEndpoint> endpoints,
      Executor lookups,
      @Nullable LanListener listener) {
    this.endpoints = endpoints;
    this.lookups = lookups;
    this.listener = listener;
  }

  // Any thread.

  List<ServerEntry> entries() {
    return entries;
  }

  void setVisible(boolean newVisible) {
    visible = newVisible;
  }

  void add(String address) {
    wishes.add(() -> remember(address));
  }

  void setKnown(List<String> newFavourites, List<String> newRecent) {
    wishes.add(() -> {
      favourites = newFavourites;
      recent = newRecent;
      listChanged = true;
    });
  }

  void refresh() {
    wishes.add(() -> candidates.values().forEach(each -> each.nextAskNanos = Long.MIN_VALUE));
  }

  // The browser's thread.

  /** The newest stay. */
  private void remember(String address) {
    typed.remove(address);
    typed.add(address);
    if (typed.size() > MAX_OF_A_KIND) {
      typed.remove(typed.iterator().next());
    }
    listChanged = true;
  }

  /** What has been announced. */
  LanServers lan() {
    return lan;
  }

  @Override
  public String role() {
    return "browser";
  }

  @Override
  public long restNanos(long nowNanos) {
    return asking > 0 ? REST_ASKING_NANOS : visible ? REST_SHOWN_NANOS : REST_HIDDEN_NANOS;
  }

  @Override
  public int doWork(long nowNanos) {
    int work = 0;
    for (Runnable wish = wishes.poll(); wish != null; wish = wishes.poll()) {
      wish.run();
      work++;
    }
    listen(nowNanos);
    if (listChanged) {
      listChanged = false;
      list(nowNanos);
      work++;
    }
    work += goOnAsking(nowNanos);
    while (visible && asking < MAX_ASKING && askLongestWaiting(nowNanos)) {
      work++;
    }
    if (work > 0) {
      publish();
    }
    return work;
  }

  private void listen(long nowNanos) {
    if (listener != null) {
      listChanged |= listener.poll(lan, nowNanos);
    }
    listChanged |= lan.forget(nowNanos);
  }

  /** Makes the list anew: favourites, this network, recent ones, typed ones. */
  private void list(long nowNanos) {
    Map<String, Candidate> before = candidates;
    candidates = new LinkedHashMap<>();
    for (String address : favourites) {
      list(address, ServerEntry.Source.FAVOURITE, before, nowNanos).favourite = true;
    }
    if (!candidates.containsKey(THIS_MACHINE)) {
      list(THIS_MACHINE, ServerEntry.Source.LAN, before, nowNanos).guessed = true;
    }
    for (LanServers.Heard heard : lan.all()) {
      list(written(heard.address()), ServerEntry.Source.LAN, before, nowNanos)
          .announced(heard.serverId());
    }
    for (String address : recent) {
      list(address, ServerEntry.Source.RECENT, before, nowNanos);
    }
    for (String address : typed) {
      list(address, ServerEntry.Source.TYPED, before, nowNanos);
    }
    before.forEach((address, candidate) -> {
      if (!candidates.containsKey(address)) {
        drop(candidate);
      }
    });
  }

  private Candidate list(
      String address, ServerEntry.Source source, Map<String, Candidate> before, long nowNanos) {
    Candidate listed = candidates.get(address);
    if (listed != null) {
      listed.confirm(source);
      return listed;
    }
    Candidate known = before.get(address);
    Candidate candidate = known != null ? known : new Candidate(address, nowNanos);
    candidate.source = source;
    candidate.favourite = false;
    candidate.guessed = false;
    candidates.put(address, candidate);
    return candidate;
  }

  private void drop(Candidate candidate) {
    if (candidate.asking()) {
      candidate.stop();
      asking--;
    }
  }

  private static String written(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  private int goOnAsking(long nowNanos) {
    int ended = 0;
    for (Candidate candidate : candidates.values()) {
      if (candidate.asking() && candidate.poll(nowNanos)) {
        candidate.nextAskNanos = nowNanos + ASK_INTERVAL_NANOS;
        asking--;
        ended++;
      }
    }
    return ended;
  }

  private boolean askLongestWaiting(long nowNanos) {
    Candidate next =
        candidates.values().stream()
            .filter(candidate -> !candidate.asking() && candidate.nextAskNanos <= nowNanos)
            .min(Comparator.comparingLong(candidate -> candidate.nextAskNanos))
            .orElse(null);
    if (next == null) {
      return false;
    }
    next.ask(next.needsLookup() ? lookUp(next.address) : null, nowNanos);
    asking++;
    return true;
  }

  private CompletableFuture<ServerEndpoint> lookUp(String address) {
    Invite invite = Invite.parse(address);
    return CompletableFuture.supplyAsync(() -> endpoints.apply(invite), lookups);
  }

  /** A server that is known by several addresses is shown once; a favourite is always shown. */
  private void publish() {
    List<ServerEntry> shown = new ArrayList<>();
    Set<Long> ids = new HashSet<>();
    for (Candidate candidate : candidates.values()) {
      Long id = candidate.serverId();
      boolean news = id == null || !candidate.visible() || ids.add(id);
      if (candidate.visible() && (news || candidate.favourite)) {
        shown.add(candidate.entry());
      }
    }
    if (!shown.equals(entries)) {
      entries = List.copyOf(shown);
    }
  }

  @Override
  public void onClose() {
    candidates.values().forEach(this::drop);
    if (listener != null) {
      listener.close();
    }
  }
}
