using Microsoft.Extensions.Configuration;
using PortalProxy.Hosting;

namespace PortalProxy.Tests.Hosting;

public sealed class OwnAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080/", "http_ports", "8080")]
    [InlineData("http://127.0.0.1:8081/", "http_ports", "8081;8082")]
    [InlineData("http://127.0.0.1:5080/", "urls", "http://localhost:5080")]
    [InlineData("http://127.0.0.1:81/", "urls", "http://*:81")]
    [InlineData("http://127.0.0.1:81/", "urls", "http://+:81")]
    [InlineData("http://127.0.0.1:81/", "urls", "http://0.0.0.0:81")]
    [InlineData("http://127.0.0.1:81/", "urls", "http://[::]:81")]
    [InlineData("http://127.0.0.1:81/", "urls", "http://portal.internal:81")]
    [InlineData("http://[::1]:81/", "urls", "http://[::1]:81")]
    [InlineData("http://127.1.2.3:81/", "urls", "http://127.1.2.3:81")]
    [InlineData("http://127.0.0.1:82/", "urls", "https://*:81; http://*:82")]
    [InlineData("http://127.0.0.1:82/", "urls", "http://unix:/run/portal.sock;http://*:82")]
    [InlineData("http://127.0.0.1:83/", "Kestrel:Endpoints:Http:Url", "http://*:83")]
    [InlineData("http://127.0.0.1:5000/", "other", "")]
    [InlineData(null, "urls", "https://*:81")]
    [InlineData(null, "https_ports", "8443")]
    [InlineData(null, "urls", "http://127.0.0.1:0")]
    public void The_portal_is_asked_where_its_settings_make_it_listen(string? address, string key, string value) =>
        Assert.Equal(address, OwnAddress.Of(Settings((key, value)))?.AbsoluteUri);

    [Fact]
    public void The_servers_own_section_comes_first_then_the_addresses_then_the_ports()
    {
        (string, string?)[] all = [("Kestrel:Endpoints:Http:Url", "http://*:1"), ("urls", "http://*:2"), ("http_ports", "3"), ("https_ports", "4")];

        Assert.Equal([1, 2, 3], Enumerable.Range(0, 3).Select(skipped => OwnAddress.Of(Settings(all[skipped..]))!.Port));
    }

    [Theory]
    [InlineData(null, "localhost")]
    [InlineData("*", "localhost")]
    [InlineData("help.example.com;localhost", "localhost")]
    [InlineData("help.example.com;other.example.com", "help.example.com")]
    [InlineData("*.example.com", "health.example.com")]
    public void The_portal_is_asked_by_a_name_that_it_lets_through(string? allowed, string name) =>
        Assert.Equal(name, OwnAddress.HostOf(Settings(("AllowedHosts", allowed))));

    private static IConfiguration Settings(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, one.Value))).Build();
}
