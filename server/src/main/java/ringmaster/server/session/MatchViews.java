package ringmaster.server.session;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The views of all matches created and not yet closed, by id. Any thread. */
public final class MatchViews {
  private final ConcurrentHashMap<Integer, MatchView> byId = new ConcurrentHashMap<>();

  public MatchView open(int matchId) {
    MatchView view = new MatchView(matchId);
    byId.put(matchId, view);
    return view;
  }

  public @Nullable MatchView find(int matchId) {
    return byId.get(matchId);
  }

  public void close(int matchId) {
    byId.remove(matchId);
  }
}
