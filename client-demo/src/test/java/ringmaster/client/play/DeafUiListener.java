package ringmaster.client.play;

import ringmaster.client.hud.PracticeWish;
import ringmaster.client.hud.UiListener;

/** Does nothing that the screens ask for. */
final class DeafUiListener implements UiListener {
  @Override
  public void join(String address, String mode, int matchId, boolean spectate) {}

  @Override
  public void practice(PracticeWish wish) {}

  @Override
  public void leave() {}

  @Override
  public void retry() {}

  @Override
  public void quit() {}

  @Override
  public void say(String text) {}

  @Override
  public void refreshServers() {}

  @Override
  public void settingsChanged() {}
}
