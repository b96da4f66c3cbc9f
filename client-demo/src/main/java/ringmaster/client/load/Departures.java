package ringmaster.client.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringmaster.client.bot.Bot;
import ringmaster.client.connection.GameClient;

/**
 * Bots that are not there any more.
 *
 * @param notJoined never played: how many by reason
 * @param disconnected played, then did not: how many by reason
 * @param sentence of one of them, for a person; empty if there is none
 */
record Departures(
    Map<String, Integer> notJoined, Map<String, Integer> disconnected, String sentence) {
  static final Departures NONE = new Departures(Map.of(), Map.of(), "");

  static Departures of(List<Bot> bots) {
    Map<String, Integer> notJoined = new TreeMap<>();
    Map<String, Integer> disconnected = new TreeMap<>();
    String sentence = "";
    for (Bot bot : bots) {
      GameClient client = bot.client();
      if (client.state() == GameClient.State.CLOSED) {
        Map<String, Integer> reasons = client.play() == null ? notJoined : disconnected;
        reasons.merge(client.closeReason().name(), 1, Integer::sum);
        sentence = client.closeSentence();
      }
    }
    return new Departures(notJoined, disconnected, sentence);
  }

  static Departures sum(List<Departures> all) {
    Map<String, Integer> notJoined = new TreeMap<>();
    Map<String, Integer> disconnected = new TreeMap<>();
    String sentence = "";
    for (Departures one : all) {
      one.notJoined.forEach((reason, count) -> notJoined.merge(reason, count, Integer::sum));
      one.disconnected.forEach((reason, count) -> disconnected.merge(reason, count, Integer::sum));
      sentence = sentence.isEmpty() ? one.sentence : sentence;
    }
    return new Departures(notJoined, disconnected, sentence);
  }

  boolean isEmpty() {
    return notJoined.isEmpty() && disconnected.isEmpty();
  }

  /** For example "3 players did not join (SERVER_FULL 3): server full". */
  String describe() {
    return Stream.of(
            describe(notJoined, "did not join", "did not join"),
            describe(disconnected, "was disconnected", "were disconnected"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", ", "", ": " + sentence));
  }

  private static String describe(Map<String, Integer> reasons, String one, String many) {
    int count = reasons.values().stream().mapToInt(Integer::intValue).sum();
    String each =
        reasons.entrySet().stream()
            .map(reason -> reason.getKey() + " " + reason.getValue())
            .collect(Collectors.joining(", "));
    return switch (count) {
      case 0 -> "";
      case 1 -> "1 player " + one + " (" + each + ")";
      default -> count + " players " + many + " (" + each + ")";
    };
  }
}
