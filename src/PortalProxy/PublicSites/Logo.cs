using System.Security.Cryptography;
using PortalProxy.Settings;

namespace PortalProxy.PublicSites;

/// <summary>The picture beside the name, read once at start.</summary>
/// <param name="FileName">As browsers ask for it. It changes with the picture, so that they may store it for ever.</param>
/// <param name="ContentType">By the file's ending.</param>
/// <param name="Bytes">The file.</param>
public sealed record Logo(string FileName, string ContentType, ReadOnlyMemory<byte> Bytes)
{
    private const string Key = "Logo";
    private const int Most = 64 * 1024;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".webp"] = "image/webp",
    };

    /// <returns>Null where none is set.</returns>
    public static Logo? Read(SettingReader portal)
    {
        if (portal.Text(Key) is not { } path)
        {
            return null;
        }

        var ending = Path.GetExtension(path);
        if (!Types.TryGetValue(ending, out var type))
        {
            portal.Mistake(Key, $"is \"{path}\"", $"Name a picture whose name ends with one of: {string.Join(", ", Types.Keys)}.");
            return null;
        }

        try
        {
            var bytes = File.ReadAllBytes(path);
            if (bytes.Length <= Most)
            {
                return new($"logo-{Convert.ToHexStringLower(SHA256.HashData(bytes)[..8])}{ending.ToLowerInvariant()}", type, bytes);
            }

            portal.Mistake(Key, $"is \"{path}\", which has {bytes.Length} bytes", $"Every visitor loads it: take one of at most {Most} bytes.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            portal.Mistake(Key, $"is \"{path}\", which can't be read ({failure.GetType().Name})", "Name a file that the portal may read.");
        }

        return null;
    }
}
