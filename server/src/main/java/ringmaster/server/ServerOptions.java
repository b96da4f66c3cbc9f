package ringmaster.server;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * What a host decides.
 *
 * @param bind address of the control port; port 0 picks a free one
 * @param netThreads datagram endpoints, on the UDP ports from the control port on
 * @param publicHost what invites say
 * @param http where the status is served; port 0 picks a free one
 * @param dataDirectory journal and lock
 * @param announce whether the server says on its own networks that it is there
 * @param fillBots players per match to be kept up with bots; 0 for none
 * @param fillBrain name of the brain they play by; where a game has none of that name, its default
 */
public record ServerOptions(
    InetSocketAddress bind,
    int netThreads,
    String publicHost,
    InetSocketAddress http,
    Path dataDirectory,
    boolean announce,
    int fillBots,
    String fillBrain,
    ServerSettings settings) {}
