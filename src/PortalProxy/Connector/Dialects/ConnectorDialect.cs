using PortalProxy.Connector.Rules;
using System.Text;
using PortalProxy.Appliance;

namespace PortalProxy.Connector.Dialects;

/// <summary>Writes a connector request as one kind of appliance reads it: a GET, UTF-8 percent-encoded with %20 for a space.</summary>
public abstract class ConnectorDialect
{
    /// <summary>One request line's target, and the portal's names of those fields that the dialect has no place for.</summary>
    public sealed record Written(string PathAndQuery, IReadOnlyList<string> LeftOut)
    {
        public override string ToString() => "connector request";
    }

    /// <summary>What the description may hold.</summary>
    public abstract TextLimit DescriptionLimit { get; }

    /// <summary>Whether attributes of an administrator's own (<c>Portal:Fields</c>) can be sent.</summary>
    public abstract bool HasCustomFields { get; }

    /// <summary>Whether issues can be asked for by code name; otherwise the directory's number takes its place.</summary>
    public abstract bool HasCodeNames { get; }

    /// <summary>The dialect that the settings name.</summary>
    public static ConnectorDialect Of(ApplianceOptions options) => options.SessionApi == SessionApi.StartSession
        ? new StartSessionDialect(options)
        : new DownloadCustomerConnectorDialect(options);

    public abstract Written Write(ConnectorRequest request);

    protected static string Target(string path, IEnumerable<(string Name, string? Value)> parameters)
    {
        var target = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                target.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        return target.ToString();
    }
}
