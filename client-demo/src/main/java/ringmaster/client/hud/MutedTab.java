package ringmaster.client.hud;

import java.util.ArrayList;
import java.util.List;
import ringmaster.client.settings.Settings;
import ringmaster.client.widget.Button;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Icon;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.ScrollArea;
import ringmaster.client.widget.TextStyle;
import ringmaster.client.widget.Widget;

/** Whose chat is shown: everybody in the match, and those who were muted before. */
final class MutedTab {
  private final Settings settings;
  private final Runnable changed;
  private final Flow rows = Flow.column("muted-rows", 6);
  private final ScrollArea whole = new ScrollArea("chat-settings", rows);
  private List<String> listed = List.of();
  private List<String> mutedThen = List.of();

  MutedTab(Settings settings, Runnable changed) {
    this.settings = settings;
    this.changed = changed;
    rebuild(List.of());
  }

  Widget widget() {
    return whole;
  }

  void update(HudState state) {
    List<String> names = new ArrayList<>();
    for (HudState.ScoreRow row : state.scoreboard) {
      if (!row.self() && !row.bot()) {
        names.add(row.name());
      }
    }
    settings.muted.stream().filter(name -> !names.contains(name)).forEach(names::add);
    if (!names.equals(listed) || !settings.muted.equals(mutedThen)) {
      rebuild(names);
    }
  }

  private void rebuild(List<String> names) {
    listed = names;
    mutedThen = List.copyOf(settings.muted);
    rows.clear();
    if (names.isEmpty()) {
      rows.add(
          new Label(
              "nobody",
              "Nobody to mute: here stand the players of a match.",
              TextStyle.BODY,
              Palette.TEXT_SOFT));
    }
    names.forEach(name -> rows.add(row(name)));
  }

  private Flow row(String name) {
    boolean muted = settings.muted.contains(name);
    Button button = new Button("mute-" + name, muted ? "Show again" : "Mute", () -> toggle(name));
    if (muted) {
      button.with(Icon.MUTED);
    }
    return Flow.row("muted-row-" + name, 10)
        .addGrowing(
            new Label(
                "muted-name-" + name,
                name,
                TextStyle.BODY,
                muted ? Palette.TEXT_FAINT : Palette.TEXT),
            1)
        .add(button, 160);
  }

  private void toggle(String name) {
    if (!settings.muted.remove(name)) {
      settings.muted.add(name);
    }
    changed.run();
  }
}
