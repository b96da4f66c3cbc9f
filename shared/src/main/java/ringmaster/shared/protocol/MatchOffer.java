package ringmaster.shared.protocol;

import ringmaster.shared.game.MatchSettings;

/**
 * A match as a client is told of it: enough to load the game and check that both sides agree.
 *
 * @param matchId the server's number of the match
 * @param settings without the seed
 * @param gameVersion the game's version on the server
 * @param schemaHash of the entity schema on the server
 * @param mapSha256 of the map's file, 64 hexadecimal digits
 */
public record MatchOffer(
    int matchId, MatchSettings settings, int gameVersion, int schemaHash, String mapSha256) {}
