using PortalProxy.Connector.Reading;
using Microsoft.Extensions.Localization;
using PortalProxy.Appliance;

namespace PortalProxy.Connector.Rules;

/// <summary>Says under which name a representative is asked for: the directory's, wherever there is a directory.</summary>
public sealed class RepresentativeAuthority(SupportDirectory directory, IStringLocalizer texts)
{
    /// <summary>Either the name, or the fault and the field that has it.</summary>
    public sealed record Finding(string? Name, ConnectorParameter? Field = null, string? Fault = null);

    public async Task<Finding> FindAsync(RepresentativeId id, string? sentName, CancellationToken cancellationToken)
    {
        if (await directory.GetAsync(cancellationToken) is not { } loaded)
        {
            // Nobody here knows better, so the appliance decides on what was sent.
            return sentName is null
                ? new(null, ConnectorParameter.RepresentativeName, texts["PersonNameMissing"])
                : new(sentName);
        }

        // Somebody unknown may just have logged in.
        var known = loaded.Find(id) ?? (await directory.GetFreshAsync(cancellationToken))?.Find(id);
        if (known is null || sentName is null && !known.OnList)
        {
            return new(null, ConnectorParameter.Id, texts["PersonUnknown"]);
        }

        return sentName is null || sentName == known.Name
            ? new(known.Name)
            : new(null, ConnectorParameter.RepresentativeName, texts["PersonMismatch"]);
    }
}
