using System.Net;
using System.Net.Sockets;

namespace PortalProxy.Check.Connection;

/// <summary>Whether the appliance's name has an address.</summary>
internal static class NameCheck
{
    public const string Step = "name";

    private const string Remedy = "Check the host name in Appliance:BaseUrl or Appliance:BackupUrls, and the name servers of this machine.";

    /// <returns>The addresses are empty where the step failed.</returns>
    public static async Task<(Finding Finding, IPAddress[] Addresses)> AskAsync(Uri address, TimeSpan limit, CancellationToken cancellationToken)
    {
        var host = address.IdnHost;
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken).WaitAsync(limit, cancellationToken);
            return addresses.Length == 0
                ? (Finding.Failed(Step, $"{host} has no address", Remedy), [])
                : (Found(host, addresses), addresses);
        }
        catch (SocketException failure)
        {
            return (Finding.Failed(Step, $"{host} has no address ({failure.SocketErrorCode})", Remedy), []);
        }
        catch (ArgumentException)
        {
            // Well-formed and yet none: 0.0.0.0, or longer than a name may be.
            return (Finding.Failed(Step, $"{host} is no host that can be connected to", Remedy), []);
        }
        catch (TimeoutException)
        {
            return (Finding.Failed(Step, $"no answer about {host} within {limit:c}", Remedy), []);
        }
    }

    private static Finding Found(string host, IPAddress[] addresses)
    {
        var texts = addresses.Select(one => one.ToString()).ToArray();
        return Finding.Ok(Step, texts is [var only] && only == host ? $"{host} is an address itself" : $"{host} is {string.Join(", ", texts)}") with
        {
            Facts = new Dictionary<string, object?> { ["host"] = host, ["addresses"] = texts },
        };
    }
}
