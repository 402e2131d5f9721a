using System.Xml.Linq;

namespace PortalProxy.SimulatedAppliance.Command;

/// <summary>The answer to every command that cannot be done; its status is 200 like any other's.</summary>
internal static class ErrorXml
{
    public static XElement With(string text) => new("error", text);
}
