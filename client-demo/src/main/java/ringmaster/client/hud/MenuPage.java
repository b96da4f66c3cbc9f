package ringmaster.client.hud;

import ringmaster.client.widget.Button;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Group;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.Stack;
import ringmaster.client.widget.TextStyle;
import ringmaster.client.widget.Widget;

/** The menu over a match. */
final class MenuPage implements Page {
  private static final float BUTTON_HEIGHT = 42;

  private final Button resume;
  private final Stack root;

  MenuPage(Runnable onResume, Runnable onSettings, Runnable onLeave, Runnable onQuit) {
    resume = new Button("resume", "Resume", onResume).tall(BUTTON_HEIGHT).primary();
    Flow column =
        Flow.column("menu-column", 10)
            .padded(22)
            .on(Palette.PANEL, 12)
            .add(new Label("menu-title", "Menu", TextStyle.HEADING, Palette.TEXT))
            .add(new Label("menu-note", "The match goes on.", TextStyle.SMALL, Palette.TEXT_SOFT))
            .add(resume)
            .add(new Button("settings", "Settings", onSettings).tall(BUTTON_HEIGHT))
            .add(new Button("leave", "Leave match", onLeave).tall(BUTTON_HEIGHT))
            .add(new Button("quit", "Quit game", onQuit).tall(BUTTON_HEIGHT));
    root = new Stack("menu").add(column, 0.5f, 0.5f, 300, 0).padded(16);
  }

  @Override
  public Group root() {
    return root;
  }

  @Override
  public Widget first() {
    return resume;
  }
}
