using Microsoft.AspNetCore.Http.Features;
using PortalProxy.Appliance;

namespace PortalProxy.Connector.Forwarding;

/// <summary>Follows the appliance's redirects to itself, so that the customer meets one door only. Anything else is no redirect of ours.</summary>
internal sealed class Redirects(RequestDelegate forward)
{
    internal const int Most = 3;

    public async Task InvokeAsync(HttpContext context, ApplianceOptions options)
    {
        var passage = context.Features.GetRequiredFeature<ConnectorPassage>();
        for (var followed = 0; ; followed++)
        {
            await forward(context);
            if (passage.Redirect is not { } target)
            {
                return;
            }

            if (IsStore(target, options))
            {
                passage.Judgement = ConnectorOutcome.HandedOff;
                passage.HandOff = target;
                return;
            }

            if (followed == Most || !IsOwn(target, passage.Host, options))
            {
                passage.Cause = followed == Most ? $"the appliance redirected more than {Most} times" : "the appliance redirected elsewhere";
                return;
            }

            passage.PathAndQuery = target.PathAndQuery;
        }
    }

    private static bool IsStore(Uri target, ApplianceOptions options) =>
        target.Scheme == Uri.UriSchemeHttps && options.RedirectHosts.Contains(target.Host, StringComparer.OrdinalIgnoreCase);

    /// <param name="target">Where the appliance redirects to.</param>
    /// <param name="host">The host name it was asked under; null: that of its address.</param>
    /// <param name="options">Its addresses.</param>
    internal static bool IsOwn(Uri target, string? host, ApplianceOptions options) =>
        new[] { options.BaseUrl }.Concat(options.BackupUrls).Any(own =>
            target.Scheme == own.Scheme && target.Port == own.Port
            && (target.Host == own.Host || target.Host.Equals(host, StringComparison.OrdinalIgnoreCase)))
        && (ConnectorRoute.Paths.Contains(target.AbsolutePath, StringComparer.Ordinal)
            || target is { AbsolutePath: "/", Query: ['?', 'a', 'k', '=', .. var key] } && InvitationKey.TryParse(key, out _));
}
