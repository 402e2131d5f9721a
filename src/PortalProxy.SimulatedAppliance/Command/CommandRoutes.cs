using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using PortalProxy.SimulatedAppliance.Connector;
using PortalProxy.SimulatedAppliance.Wire;

namespace PortalProxy.SimulatedAppliance.Command;

/// <summary>The command API: who may ask, by the era's own way to log in, and the shape of every answer.</summary>
internal sealed class CommandRoutes(ApplianceState state, SimulatedApplianceOptions options)
{
    private const string PlainText = "text/plain; charset=utf-8";
    private readonly Commands commands = new(state, options);

    public IEnumerable<ApplianceRoute> All =>
    [
        options.Era == Era.Guide2008
            ? new("/api/command.ns", ["GET", "POST"], exchange => AnswerAsync(exchange, ExecuteForAccount))
            : new("/api/command", ["GET", "POST"], ForBearerAsync),
        new("/check_health", ["GET"], exchange => exchange.WriteAsync(StatusCodes.Status200OK, PlainText, "1\n")),
    ];

    private Task ForBearerAsync(Exchange exchange)
    {
        // What is broken or not there asks for no token.
        if (state.Failing || !options.CommandRights || Bearer.TokenOf(exchange.Request) is { } token && state.Tokens.IsLive(token))
            return AnswerAsync(exchange, commands.Execute);

        exchange.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return exchange.WriteAsync(StatusCodes.Status401Unauthorized, PlainText, "Unauthorized\n");
    }

    private Task AnswerAsync(Exchange exchange, Func<Exchange, XElement> execute)
    {
        if (state.Failing)
            return exchange.WriteAsync(StatusCodes.Status500InternalServerError, PlainText, "Internal Server Error\n");
        if (!options.CommandRights)
            return exchange.WriteAsync(StatusCodes.Status404NotFound, VendorPages.ContentType, VendorPages.DocumentNotFound);

        var root = state.ErrorText is { } text ? ErrorXml.With(text) : execute(exchange);
        PutInto(options.XmlNamespace, root);
        return exchange.WriteAsync(StatusCodes.Status200OK, "text/xml; charset=utf-8", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root + "\n");
    }

    // The first value of a name that came twice may be right: the command itself refuses repeated ones.
    private XElement ExecuteForAccount(Exchange exchange) =>
        exchange.Request.Value(ParameterNames.Username) == options.Username && exchange.Request.Value(ParameterNames.Password) == options.Password
            ? commands.Execute(exchange)
            : ErrorXml.With("Authentication failed: the username or the password is wrong.");

    private static void PutInto(XNamespace xmlNamespace, XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
            element.Name = xmlNamespace + element.Name.LocalName;
    }
}
