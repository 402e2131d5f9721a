using PortalProxy.Appliance;
using System.Net;
using PortalProxy.Check.Client;
using PortalProxy.Check.Command;
using PortalProxy.Check.Connection;

namespace PortalProxy.Check;

/// <summary>
/// One of the appliance's addresses, step by step: name, connection, certificate, command API, client. What a failed step leaves
/// unknown is not asked.
/// </summary>
/// <param name="appliance">The address.</param>
/// <param name="hosts">The host names that the public sites ask under; null: that of the address.</param>
/// <param name="redaction">Cleans what the appliance says.</param>
internal sealed class AddressCheck(ApplianceUnderCheck appliance, IReadOnlyList<string?> hosts, Redaction redaction)
{
    private readonly TimeSpan limit = appliance.Options.ConnectTimeout;
    private readonly List<Finding> lines = [];
    private readonly HashSet<string> refusedNames = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<Finding> Lines => lines;

    public CommandFindings Commands { get; private set; } = new([]);

    /// <summary>Whether a client can be asked for under a host name.</summary>
    public bool IsOpen(string? host) => lines.Exists(line => line is { Step: CertificateCheck.Step }) && !refusedNames.Contains(NameOf(host));

    /// <summary>Everything up to the command API.</summary>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        var (name, addresses) = await NameCheck.AskAsync(appliance.Address, limit, cancellationToken);
        lines.Add(name);
        var connection = addresses.Length == 0
            ? Finding.NotAsked(ConnectionCheck.Step, "the name has no address")
            : await ConnectionCheck.AskAsync(addresses, appliance.Address.Port, limit, cancellationToken);
        lines.Add(connection);
        if (connection.Verdict != Verdict.Ok)
        {
            refusedNames.UnionWith(hosts.Append(null).Select(NameOf));
            lines.Add(Finding.NotAsked(CertificateCheck.Step, "there is no connection"));
        }
        else
        {
            await AskForCertificatesAsync(addresses, cancellationToken);
        }

        Commands = IsOpen(null)
            ? await new CommandCheck(appliance.Commands, appliance.Options, redaction).AskAsync(cancellationToken)
            : new(CommandCheck.NotAsked("the portal does not talk to this address"));
        lines.AddRange(Commands.Lines);
    }

    /// <summary>Then, for every public site, whether there is a client.</summary>
    public async Task AskForClientsAsync(CancellationToken cancellationToken)
    {
        var check = new ClientCheck(appliance.Clients, appliance.Options, new(redaction));
        foreach (var host in hosts)
        {
            lines.Add(IsOpen(host)
                ? await check.AskAsync(host, cancellationToken)
                : Finding.NotAsked(ClientCheck.Step, $"the portal does not talk to {NameOf(host)}"));
        }
    }

    private async Task AskForCertificatesAsync(IPAddress[] addresses, CancellationToken cancellationToken)
    {
        if (appliance.Address.Scheme != Uri.UriSchemeHttps)
        {
            lines.Add(CertificateCheck.WithoutTls(appliance.Address));
            return;
        }

        // The command API is asked under the address's own name, whatever the public sites are called.
        var check = new CertificateCheck(appliance.Certificates, redaction, limit);
        foreach (var host in hosts.Select(NameOf).Append(NameOf(null)).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var finding = await check.AskAsync(addresses, appliance.Address.Port, host, cancellationToken);
            lines.Add(finding);
            if (finding.Verdict == Verdict.Failed)
            {
                refusedNames.Add(host);
            }
        }
    }

    private string NameOf(string? host) => host ?? appliance.Address.IdnHost;
}
