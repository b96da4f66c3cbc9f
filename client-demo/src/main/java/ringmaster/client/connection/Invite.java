package ringmaster.client.connection;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where to play: {@code ringmaster://HOST:PORT[/MATCH]}, or plainly {@code HOST[:PORT]}.
 *
 * @param host a name or address; an IPv6 address without its brackets
 * @param port control port
 * @param matchId the match, or 0 for any
 */
public record Invite(String host, int port, int matchId) {
  public static final int DEFAULT_PORT = 7777;

  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>ringmaster://)?(\\[(?<v6>[0-9a-fA-F:.%]+)]|(?<host>[^/:\\[\\]\\s]+))"
              + "(:(?<port>\\d{1,5}))?(/(?<match>\\d{1,9}))?(\\?key=\\S*)?");

  /**
   * Reads what a person typed or pasted.
   *
   * @throws IllegalArgumentException with one sentence for that person
   */
  public static Invite parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || (form.group("scheme") == null && form.group("match") != null)) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no address: use HOST[:PORT] or ringmaster://HOST:PORT[/MATCH]");
    }
    int port = number(form.group("port"), DEFAULT_PORT);
    if (port < 1 || port > 0xFFFF) {
      throw new IllegalArgumentException("port " + port + " is outside 1 to 65535");
    }
    String v6 = form.group("v6");
    return new Invite(v6 != null ? v6 : form.group("host"), port, number(form.group("match"), 0));
  }

  /** {@code HOST:PORT}, the host in lower case: the same text for the same address. */
  public String address() {
    String name = host.toLowerCase(Locale.ROOT);
    return (name.indexOf(':') < 0 ? name : "[" + name + "]") + ":" + port;
  }

  private static int number(@Nullable String digits, int absent) {
    return digits == null ? absent : Integer.parseInt(digits);
  }
}
