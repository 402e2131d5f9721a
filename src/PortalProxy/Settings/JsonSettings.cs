using System.Text.Json;
using Microsoft.Extensions.FileProviders;

namespace PortalProxy.Settings;

/// <summary>Looks at a file of settings before the configuration does, which would throw or leave no settings behind.</summary>
public static class JsonSettings
{
    /// <returns>Why it can't be read, perhaps since it is being written just now; null where it can.</returns>
    public static string? FaultOf(IFileInfo file)
    {
        try
        {
            using var stream = file.CreateReadStream();
            new ConfigurationBuilder().AddJsonStream(stream).Build();
            return null;
        }
        catch (Exception broken) when (broken is JsonException or FormatException or IOException or UnauthorizedAccessException)
        {
            return broken.GetBaseException().Message;
        }
    }
}
