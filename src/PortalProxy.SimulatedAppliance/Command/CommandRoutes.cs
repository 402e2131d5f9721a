using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using PortalProxy.SimulatedAppliance.Wire;

namespace PortalProxy.SimulatedAppliance.Command;

/// <summary>The command API of 2008: account and action in the parameters, XML without a namespace, status 200 for errors too.</summary>
internal sealed class CommandRoutes(ApplianceState state, SimulatedApplianceOptions options)
{
    private const string ContentType = "text/xml; charset=utf-8";

    public IEnumerable<ApplianceRoute> All =>
    [
        new("/api/command.ns", ["GET", "POST"], AnswerAsync),
        new("/check_health", ["GET"], HealthAsync),
    ];

    private Task AnswerAsync(Exchange exchange)
    {
        if (state.Failing)
            return exchange.WriteAsync(StatusCodes.Status500InternalServerError, "text/plain; charset=utf-8", "Internal Server Error\n");

        var root = state.ErrorText is { } text ? ErrorXml.With(text) : Execute(exchange);
        return exchange.WriteAsync(StatusCodes.Status200OK, ContentType, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root + "\n");
    }

    private static Task HealthAsync(Exchange exchange) =>
        exchange.WriteAsync(StatusCodes.Status200OK, "text/plain; charset=utf-8", "1\n");

    private XElement Execute(Exchange exchange)
    {
        var request = exchange.Request;
        if (!request.Readable)
            return ErrorXml.With("The request could not be read: parameters must be percent-encoded UTF-8, a body must be urlencoded.");
        if (ParameterNames.OfCommand.FirstOrDefault(name => request.Values(name).Count > 1) is { } repeated)
            return ErrorXml.With($"The parameter {repeated} was given more than once.");
        if (request.Value(ParameterNames.Username) != options.Username || request.Value(ParameterNames.Password) != options.Password)
            return ErrorXml.With("Authentication failed: the username or the password is wrong.");

        return request.Value(ParameterNames.Action) switch
        {
            "get_logged_in_reps" => DirectoryXml.LoggedInReps(state.LoggedIn, exchange.SiteAddress),
            "get_support_teams" => DirectoryXml.SupportTeams(state, request),
            "get_api_info" => ApiInformation(),
            "generate_session_key" => SessionKeyXml.Generate(state, request, exchange.SiteAddress),
            null => ErrorXml.With("The parameter action is missing."),
            var action => ErrorXml.With($"The action {action} is unknown."),
        };
    }

    private XElement ApiInformation() => new("api_information",
        new XElement("api_version", "1.1.0"),
        new XElement("company_name", "Example Company"),
        new XElement("timestamp", options.Time.GetUtcNow().ToUnixTimeSeconds()),
        new XElement("permissions",
            new XElement("permission", "command"),
            new XElement("permission", "generate_session_key")));
}
