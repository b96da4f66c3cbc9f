package ringmaster.client.hud;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import ringmaster.client.bot.Level;
import ringmaster.client.widget.Button;
import ringmaster.client.widget.Choice;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Group;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.Stack;
import ringmaster.client.widget.TextStyle;
import ringmaster.client.widget.Widget;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.Games;

/** What to practise: which game, on which map, against whom. Keeps what was chosen last. */
final class PracticePage implements Page {
  private static final float BIG = 44;
  private static final float WORDS_WIDTH = 70;
  private static final String ANY_MAP = "";

  private final Games games;
  private final Choice<String> map;
  private final Choice<Level> level;
  private final Button start;
  private final Stack root;
  private String mode;
  private String mapName = ANY_MAP;
  private Level bots = Level.NORMAL;

  PracticePage(Games games, Consumer<PracticeWish> onStart, Runnable onBack) {
    this.games = games;
    mode = PracticeWish.firstMode(games);
    map =
        new Choice<>(
            "practice-map",
            List.of(ANY_MAP),
            () -> mapName,
            name -> name.equals(ANY_MAP) ? "that fits" : name,
            name -> mapName = name);
    level =
        new Choice<>(
            "practice-level",
            List.of(Level.NORMAL),
            () -> bots,
            Level::word,
            chosen -> bots = chosen);
    Choice<String> game =
        new Choice<>("practice-mode", games.modes(), () -> mode, word -> word, this::choose);
    start =
        new Button(
                "practice-start",
                "Start",
                () -> onStart.accept(new PracticeWish(mode, mapName, bots)))
            .primary()
            .tall(BIG);
    Flow column =
        Flow.column("practice-column", 10)
            .padded(22)
            .on(Palette.PANEL, 12)
            .add(new Label("practice-title", "Practice", TextStyle.HEADING, Palette.TEXT))
            .add(line("Game", game))
            .add(line("Map", map))
            .add(line("Bots", level))
            .add(start)
            .add(new Button("practice-back", "Back", onBack));
    root = new Stack("practice-page").add(column, 0.5f, 0.5f, 360, 0).padded(16);
    choose(mode);
  }

  private static Flow line(String words, Widget choice) {
    String id = "practice-" + words.toLowerCase(Locale.ROOT);
    return Flow.row(id + "-line", 10)
        .add(new Label(id + "-label", words, TextStyle.BODY, Palette.TEXT_SOFT), WORDS_WIDTH)
        .addGrowing(choice, 1);
  }

  private void choose(String newMode) {
    mode = newMode;
    mapName = ANY_MAP;
    Game game = Objects.requireNonNull(games.find(mode));
    List<String> maps = new ArrayList<>(game.maps());
    maps.addFirst(ANY_MAP);
    map.setOptions(maps);
    List<Level> levels = Level.of(game);
    level.setOptions(levels);
    level.setEnabled(levels.size() > 1);
    bots = levels.contains(bots) ? bots : Level.NORMAL;
  }

  @Override
  public Group root() {
    return root;
  }

  @Override
  public Widget first() {
    return start;
  }
}
