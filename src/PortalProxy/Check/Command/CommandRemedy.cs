using System.Net;
using PortalProxy.Appliance;

namespace PortalProxy.Check.Command;

/// <summary>What an administrator does about a command API that says no.</summary>
internal static class CommandRemedy
{
    private const string Rights =
        "Give the account the right to use the command API on the appliance (without it the appliance answers \"Document Not Found\"), and check Appliance:CommandPath.";

    private const string Later =
        "From version 16 on an appliance takes Appliance:ClientId and Appliance:ClientSecret in the place of Username and Password.";

    public static string Of(CommandApiException failure, CommandCredentials account) => (account, failure) switch
    {
        (CommandCredentials.Login, { IsRefusal: true }) =>
            "Check Appliance:Username and Appliance:Password, and that the account may use the command API.",
        (_, { IsRefusal: true }) => "Give the API account read access to the command API on the appliance.",
        (_, { IsOfToken: true, Status: HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden }) =>
            "Check Appliance:ClientId and Appliance:ClientSecret, and that the API account is enabled on the appliance.",
        (_, { IsOfToken: true }) =>
            "Up to version 15 an appliance has no OAuth: it takes Appliance:Username and Appliance:Password in the place of ClientId and ClientSecret. "
            + "A later one that answers so is in trouble.",
        (CommandCredentials.Login, { Status: >= HttpStatusCode.InternalServerError }) => Later + " An older one that answers so is in trouble.",
        (CommandCredentials.Login, { Status: not null }) => $"{Rights} {Later}",
        (_, { Status: >= HttpStatusCode.InternalServerError }) => "The appliance is in trouble, or Appliance:CommandPath is not the path of its command API.",
        (_, { Status: not null }) => Rights,
        _ => "Check Appliance:CommandPath, and whether something between here and the appliance answers in its place. "
            + "An account without the right to use the command API gets a page, \"Document Not Found\".",
    };
}
