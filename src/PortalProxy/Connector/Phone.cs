namespace PortalProxy.Connector;

/// <summary>Whether a browser runs on a phone or tablet, where the customer client is an app from a store. iPadOS calls itself macOS.</summary>
public static class Phone
{
    public static bool Is(string userAgent) => IsApple(userAgent) || userAgent.Contains("Android", StringComparison.OrdinalIgnoreCase);

    public static bool IsApple(string userAgent) =>
        userAgent.Contains("iPhone", StringComparison.OrdinalIgnoreCase)
        || userAgent.Contains("iPad", StringComparison.OrdinalIgnoreCase)
        || userAgent.Contains("iPod", StringComparison.OrdinalIgnoreCase);
}
