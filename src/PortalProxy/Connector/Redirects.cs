using Microsoft.AspNetCore.Http.Features;
using PortalProxy.Appliance;

namespace PortalProxy.Connector;

/// <summary>Follows the appliance's redirects to itself, so that the customer meets one door only. Anything else is no redirect of ours.</summary>
internal sealed class Redirects(RequestDelegate forward)
{
    private const int Most = 3;

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

            if (followed == Most || !IsOwn(target, passage, options))
            {
                passage.Cause = followed == Most ? $"the appliance redirected more than {Most} times" : "the appliance redirected elsewhere";
                return;
            }

            passage.PathAndQuery = target.PathAndQuery;
        }
    }

    private static bool IsStore(Uri target, ApplianceOptions options) =>
        target.Scheme == Uri.UriSchemeHttps && options.RedirectHosts.Contains(target.Host, StringComparer.OrdinalIgnoreCase);

    private static bool IsOwn(Uri target, ConnectorPassage passage, ApplianceOptions options) =>
        new[] { options.BaseUrl }.Concat(options.BackupUrls).Any(own =>
            target.Scheme == own.Scheme && target.Port == own.Port
            && (target.Host == own.Host || target.Host.Equals(passage.Host, StringComparison.OrdinalIgnoreCase)))
        && (ConnectorRoute.Paths.Contains(target.AbsolutePath, StringComparer.Ordinal)
            || target is { AbsolutePath: "/", Query: ['?', 'a', 'k', '=', ..] });
}
