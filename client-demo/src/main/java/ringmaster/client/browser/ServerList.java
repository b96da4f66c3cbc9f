package ringmaster.client.browser;

import java.util.List;

/** The servers there are to choose from. Safe for any thread. */
public interface ServerList {
  /** As known now: favourites first, then those of this network, then the others. */
  List<ServerEntry> entries();
}
