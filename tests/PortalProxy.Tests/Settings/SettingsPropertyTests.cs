using CsCheck;
using Microsoft.Extensions.Configuration;
using PortalProxy.Settings;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Settings;

/// <summary>Whatever somebody sets, it is settings or an exception that names the mistakes. <c>tests/fuzz</c> makes the runs longer.</summary>
[Trait("Kind", "Property")]
public sealed class SettingsPropertyTests
{
    private const int Configurations = 1_500;

    // Those within lists and groups, which appsettings.json only describes.
    private static readonly string[] Deeper =
    [
        "Appliance:BackupUrls:0", "Appliance:BackupUrls:1", "Appliance:Locales:0", "Appliance:RedirectHosts:0", "Portal:Languages:0", "Portal:Languages:1",
        "Portal:Texts:de:PersonUnknown", "Portal:Texts:en:HowCanWeHelp", "Portal:Texts:xx:y", "Portal:Issues:0:Id", "Portal:Issues:0:Title", "Portal:Issues:1:CodeName",
        "Portal:Fields:0:CodeName", "Portal:Fields:0:Label", "Portal:Fields:0:Labels:de", "Portal:Fields:0:Kind", "Portal:Fields:0:Required", "Portal:Fields:0:Pattern",
        "Portal:Fields:0:Length", "Portal:Fields:0:Choices:0", "Portal:OpeningHours:Monday:0", "Portal:OpeningHours:Someday:0", "Portal:Holidays:0", "Portal:Agreements:de",
        "Portal:Notices:0:Text", "Portal:Notices:0:Texts:fr", "Portal:Notices:0:From", "Portal:Notices:0:Until", "Portal:Notices:0:Severity", "Portal:FrameAncestors:0",
        "Portal:TrustedProxies:0", "Portal:Sites:a:Hosts:0", "Portal:Sites:a:Name", "Portal:Sites:a:ApplianceHost", "Portal:Sites:b:Hosts:0", "Portal:Sites:b:Logo",
        "Serilog:MinimumLevel:Default",
    ];

    private static readonly string[] Known =
    [
        .. new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build().AsEnumerable()
            .Where(one => one.Value is not null).Select(one => one.Key),
        .. Deeper,
    ];

    private static readonly Gen<string> Value = Garble.Of(
        Gen.OneOf(
            "true", "0", "1", "7", "-1", "24", "99999999999999999999", "1e9", "00:00:30", "00:00:00", "24:00:00", "99.00:00:00", "-00:00:01", "https://support.example.com",
            "http://127.0.0.1:8080", "http://[::1]:1/", "https://user:pass@a", "https://a/b?c#d", "//a", "file:///etc/hostname", "support.example.com", "::1", "fe80::1%eth0",
            "ex\u00E4mple.com", "10.0.0.0/8", "::/0", "10.0.0.0/33", "StartSession", "Representative", "short_key", "/api/command", "//evil.example/x", "de", "xx", "zh-Hant",
            "#1d5fa8", "#fff", "Monday", "08:00-12:00", "22:00-06:00", "24:00-24:00", "2026-12-25", "02-29", "12-24 08:00-12:00", "2026-12-24T18:00+01:00",
            "9999-12-31T23:59-14:00", "0001-01-01T00:00+14:00", "Europe/Stockholm", "UTC", "Local", "../../etc/passwd", "Warning", "Choice", "Checkbox", "[A-Z]{2}[0-9]+", "(a", "(?=a)",
            "a{1000}{1000}", "asset", "external_key", "*emphasis* **strong** [link](https://a.example)", "# heading", "<b>", "![x](https://a)", "[x](javascript:1)",
            "https://*.example.com", "*", "mailto:a@example.com", "https://", "redis:6379,password=x,ssl=true", "a:1,b=c", ",,,", "a=b", "/etc", "/etc/hostname", "/dev/null", "/nowhere",
            "/etc/logo.svg", "/nowhere.svg", "logo.png", "a.jpg/", "Verbose", "Loud", "{0} {1}", "Nobody here is {0}"),
        "\0", "\u0001", "\n", "\r\n", " ", "\u00A0", "\u202E", "\uD800", "\uFFFF", "{", "}", "{0}", "%", "/", "\\", "..", ":", "[", "]", "(", ")", "*", "_", ">", "> > > > > > > >", "- - - - - - -",
        "[[[[[[[[", "((((((((", "|", "`", "&#0;", "&", "\"", "'", "#", "-", "+", ",", ";", "=", "0", "9", "999999999", "\u0660", ".svg", ".png", "@", "$", "^", "a{1000}", "\u0130");

    // The wrong shape too: a text where a group belongs, and a group where a text does.
    private static readonly Gen<string> Key = Gen.Select(Gen.OneOf(Known), Gen.OneOf("", "", "", "", ":0", ":x", ":0:y", ":"), (key, more) => key + more);

    [Fact]
    public void No_configuration_whatsoever_is_a_surprise() => Gen.Select(Key, Value).Array[1, 8].Sample(
        chosen =>
        {
            try
            {
                _ = InMemory.Read([.. chosen.Select(one => (one.Item1, (string?)one.Item2))]);
            }
            catch (SettingsException wrong)
            {
                Assert.NotEmpty(wrong.Mistakes);
            }
        },
        Runs.Count,
        iter: Configurations,
        threads: 1);
}
