using PortalProxy.Appliance;
using PortalProxy.Languages;
using PortalProxy.PublicSites.Hours;
using PortalProxy.Settings;

namespace PortalProxy.PublicSites;

/// <summary>What the portal shows and offers: the section <c>Portal</c> of the settings.</summary>
public sealed record PublicSite
{
    /// <summary>The host names of this site; empty for the default one, which takes all others.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>The host name under which the appliance is asked, since that is how it chooses its own site; null: that of its address.</summary>
    public required string? ApplianceHost { get; init; }

    public required string Name { get; init; }

    /// <summary>The languages of its pages; the first one for everybody who asks for no other.</summary>
    public required IReadOnlyList<Language> Languages { get; init; }

    /// <summary>Every text of its pages, in the language of the request under way.</summary>
    public required PortalTexts Texts { get; init; }

    /// <summary>The colour of links and buttons; null: that of the style sheet.</summary>
    public required AccentColor? Accent { get; init; }

    /// <summary>The picture beside the name; null: none.</summary>
    public required Logo? Logo { get; init; }

    /// <summary>Shown where a page can't help; null: the pages say nothing of a phone.</summary>
    public required string? SupportPhone { get; init; }

    /// <summary>Where to write to where nobody can help now: an <c>https</c> or <c>mailto</c> address; null: the pages say nothing of it.</summary>
    public required Uri? TicketLink { get; init; }

    /// <summary>The zone of every time that the settings name without one.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>When the pages offer help; null: at any time.</summary>
    public required OpeningHours? OpeningHours { get; init; }

    /// <summary>Whether the form for session keys stays open while the site is closed.</summary>
    public required bool SessionKeyWhenClosed { get; init; }

    /// <summary>The vendor's app that a phone needs in place of a file, as the stores call it.</summary>
    public required string PhoneAppName { get; init; }

    /// <summary>What to recognise the customer client by.</summary>
    public required ClientFile ClientFile { get; init; }

    /// <summary>Whether the download starts by itself after the customer's own submit.</summary>
    public required bool AutoStart { get; init; }

    public required bool Representatives { get; init; }

    public required bool SessionKey { get; init; }

    public required bool Issue { get; init; }

    /// <summary>The issues of the form where no command API account tells them.</summary>
    public required IReadOnlyList<Issue> Issues { get; init; }

    /// <summary>Additional fields of the issue form.</summary>
    public required IReadOnlyList<CustomField> Fields { get; init; }

    /// <summary>What a customer must agree to before the start; null: nothing.</summary>
    public required Agreement? Agreement { get; init; }

    /// <summary>What is said to everybody for a while, in the order of the settings.</summary>
    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>Origins that may embed the portal, beside itself.</summary>
    public required IReadOnlyList<FrameAncestor> FrameAncestors { get; init; }

    /// <summary>Letters and digits of a session key.</summary>
    public required int SessionKeyLength { get; init; }

    public static PublicSite Read(SettingReader settings)
    {
        var languages = LanguageSettings.Read(settings);
        var zone = HoursSettings.ReadZone(settings);
        return new()
        {
            Hosts = [.. settings.Texts("Hosts").Select(host => settings.Value<string>(
                host.Place, host.Text, HostName.TryParse, "Write a host name, such as help.example.com, without scheme, port and path."))],
            ApplianceHost = settings.Value<string?>(
                "ApplianceHost", null, HostName.TryParse!, "Write a host name, such as sales.example.com, without scheme and path."),
            Name = settings.Text("Name") ?? "Support",
            Languages = languages,
            Texts = new(languages[0], TextOverrides.Read(settings)),
            Accent = AccentColor.Read(settings),
            Logo = Logo.Read(settings),
            SupportPhone = settings.Text("SupportPhone"),
            TicketLink = settings.Value<Uri?>("TicketLink", null, TryParseTicketLink, "Write an address that begins with https:// or mailto:."),
            TimeZone = zone,
            OpeningHours = HoursSettings.Read(settings, zone),
            SessionKeyWhenClosed = settings.Flag("SessionKeyWhenClosed", otherwise: true),
            PhoneAppName = settings.Text("PhoneAppName") ?? "BeyondTrust Support",
            ClientFile = ClientFile.Read(settings),
            AutoStart = settings.Flag("AutoStart", otherwise: true),
            Representatives = settings.Flag("Representatives", otherwise: true),
            SessionKey = settings.Flag("SessionKey", otherwise: true),
            Issue = settings.Flag("Issue", otherwise: true),
            Issues = ConfiguredIssues.Read(settings),
            Fields = CustomField.ReadAll(settings, languages[0]),
            Agreement = Agreement.Read(settings, languages[0]),
            Notices = Notice.ReadAll(settings, languages[0]),
            FrameAncestors = FrameAncestor.Read(settings),
            SessionKeyLength = settings.Whole("SessionKeyLength", otherwise: 7, from: 1, to: PortalProxy.Appliance.SessionKey.LongestLength),
        };
    }

    private static bool TryParseTicketLink(string text, out Uri? link) =>
        Uri.TryCreate(text, UriKind.Absolute, out link) && link.Scheme is "https" or "mailto";
}
