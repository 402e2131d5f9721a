using System.Net;

namespace PortalProxy.Appliance;

/// <summary>The command API could not be asked, or answered something that is no answer. The message names the cause.</summary>
public sealed class CommandApiException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The status that was not 200; null where something else went wrong.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>It is about the token, before anything could be asked.</summary>
    public bool IsOfToken { get; init; }

    /// <summary>The appliance understood, and said no in its own words.</summary>
    public bool IsRefusal { get; init; }
}
