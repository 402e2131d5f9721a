using System.Security.Cryptography;

namespace PortalProxy.SimulatedAppliance.Connector;

/// <summary>File name and type of a client. The token ties the file to its session, so every session has a name of its own.</summary>
internal sealed record ClientName(string FileName, string ContentType)
{
    private const string TokenLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string Bytes = "application/octet-stream";

    public static ClientName New(string? userAgent)
    {
        var (ending, contentType) = Kind(userAgent ?? "");
        return new ClientName($"bomgar-scc-w0{RandomNumberGenerator.GetString(TokenLetters, 62)}.{ending}", contentType);
    }

    // Phones name Mac OS X and Linux too; they get the default, since a store page is not simulated.
    private static (string Ending, string ContentType) Kind(string userAgent) => userAgent switch
    {
        _ when Says(userAgent, "Macintosh") => ("dmg", "application/x-apple-diskimage"),
        _ when Says(userAgent, "Linux") && !Says(userAgent, "Android") => ("bin", Bytes),
        _ => ("exe", Bytes),
    };

    private static bool Says(string userAgent, string system) => userAgent.Contains(system, StringComparison.OrdinalIgnoreCase);
}
