namespace PortalProxy.Appliance;

/// <summary>The command API could not be asked, or answered something that is no answer. The message names the cause.</summary>
public sealed class CommandApiException(string message, Exception? cause = null) : Exception(message, cause);
