using System.Xml.Linq;
using PortalProxy.SimulatedAppliance.Wire;

namespace PortalProxy.SimulatedAppliance.Command;

/// <summary>The commands themselves, the same in either era. What cannot be done is an error, whose status is 200.</summary>
internal sealed class Commands(ApplianceState state, SimulatedApplianceOptions options)
{
    public XElement Execute(Exchange exchange)
    {
        var request = exchange.Request;
        if (!request.Readable)
            return ErrorXml.With("The request could not be read: parameters must be percent-encoded UTF-8, a body must be urlencoded.");
        if (ParameterNames.OfCommand.FirstOrDefault(name => request.Values(name).Count > 1) is { } repeated)
            return ErrorXml.With($"The parameter {repeated} was given more than once.");

        return request.Value(ParameterNames.Action) switch
        {
            "get_logged_in_reps" => DirectoryXml.LoggedInReps(state.LoggedIn, exchange.SiteAddress + ConnectorPath),
            "get_support_teams" => DirectoryXml.SupportTeams(state, request),
            "get_api_info" => ApiInformation(),
            "generate_session_key" => SessionKeyXml.Generate(state, request, exchange.SiteAddress),
            null => ErrorXml.With("The parameter action is missing."),
            var action => ErrorXml.With($"The action {action} is unknown."),
        };
    }

    private string ConnectorPath => options.Era == Era.Guide2008 ? "/download_customer_connector.ns" : "/api/start_session";

    private XElement ApiInformation() => new("api_information",
        new XElement("api_version", options.Era == Era.Guide2008 ? "1.1.0" : "1.24.1"),
        new XElement("company_name", "Example Company"),
        new XElement("timestamp", options.Time.GetUtcNow().ToUnixTimeSeconds()),
        new XElement("permissions",
            new XElement("permission", "command"),
            new XElement("permission", "generate_session_key")));
}
