using System.Net;
using System.Net.Sockets;
using IPNetwork = System.Net.IPNetwork;

namespace PortalProxy.Limits;

/// <summary>
/// Who counts as one client: an IPv4 address, or an IPv6 /64, since that is what one customer is given. IPv4 mapped into IPv6 is
/// the IPv4 address it stands for.
/// </summary>
/// <param name="Address">The address as it came.</param>
/// <param name="Name">What is counted by.</param>
/// <param name="Site">The /48 that a whole IPv6 site is given, counted as well; null with IPv4.</param>
/// <param name="Surroundings">What the log may tell: the /24 or /48.</param>
public sealed record ClientNetwork(string Address, string Name, string? Site, string Surroundings)
{
    private const int Customer = 64;
    private const int WholeSite = 48;
    private const int Neighbours = 24;

    /// <param name="address">As seen behind the trusted proxies; null where a connection has none.</param>
    public static ClientNetwork Of(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        if (plain is not { AddressFamily: AddressFamily.InterNetworkV6 })
        {
            var text = plain?.ToString() ?? "unknown";
            return new(text, text, null, plain is null ? text : Part(plain, Neighbours));
        }

        var site = Part(plain, WholeSite);
        return new(plain.ToString(), Part(plain, Customer), site, site);
    }

    public static ClientNetwork Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    public override string ToString() => Surroundings;

    private static string Part(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = length; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPNetwork(new IPAddress(bytes), length).ToString();
    }
}
