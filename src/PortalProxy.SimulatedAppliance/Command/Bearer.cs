namespace PortalProxy.SimulatedAppliance.Command;

/// <summary>The token of a request, in its header only: RFC 6750 knows other places, the vendor does not.</summary>
internal static class Bearer
{
    public static string? TokenOf(RecordedRequest request) =>
        request.Header("Authorization")?.Split(' ') is [var scheme, var token] && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? token
            : null;
}
