using PortalProxy.Appliance;
using PortalProxy.Check.Client;

namespace PortalProxy.Check.Trial;

/// <summary>What kind of appliance gave these answers, and which settings suit it.</summary>
internal sealed class TrialReading
{
    private const string Dialect = "dialect";
    private const string Site = "sign-in";

    private readonly List<Finding> findings = [];
    private readonly List<string> proposals = [];

    public TrialReading(DialectTrial configured, DialectTrial other, TriedWay way, PortalSettings settings)
    {
        ReadDialect(configured, other, settings.Appliance.Credentials);
        ReadSignIn(configured, other);
        ReadRefusal(configured, other, way);
        ReadRepeat(configured);
        ReadKeyLength(configured.IsSpoken || other.IsSpoken, way, settings.Sites.Default.SessionKeyLength);
    }

    public IReadOnlyList<Finding> Findings => findings;

    public IReadOnlyList<string> Proposals => proposals;

    private void ReadDialect(DialectTrial configured, DialectTrial other, CommandCredentials? account)
    {
        if (configured.IsSpoken || configured.IsThere && !other.IsSpoken)
        {
            findings.Add(Finding.Ok(
                Dialect, $"the appliance speaks {configured.Api}, as the settings say{(other.IsThere ? $"; something is at the address of {other.Api} too" : "")}"));
        }
        else if (other.IsThere)
        {
            findings.Add(Finding.Failed(
                Dialect,
                $"the appliance is of another era: it speaks {other.Api}, and the settings say {configured.Api}",
                $"Set Appliance:SessionApi to {other.Api}."));
            proposals.Add($"Appliance:SessionApi={other.Api}");
            proposals.AddRange(AccountFor(other.Api, account));
        }
        else
        {
            findings.Add(Finding.Failed(
                Dialect,
                "neither dialect's address gives a client or a page",
                "Check that Appliance:BaseUrl is the public site of an appliance, and that the appliance is not in trouble."));
        }
    }

    // The two changed at about the same version, but not in the same one.
    private static IEnumerable<string> AccountFor(SessionApi api, CommandCredentials? account) => (api, account) switch
    {
        (SessionApi.StartSession, CommandCredentials.Login) =>
            ["Appliance:ClientId=…", "Appliance:ClientSecret=… (from version 16 on, in the place of Username and Password)"],
        (SessionApi.DownloadCustomerConnector, CommandCredentials.OAuthClient) =>
            ["Appliance:Username=…", "Appliance:Password=… (up to version 15, in the place of ClientId and ClientSecret)"],
        _ => [],
    };

    private void ReadSignIn(DialectTrial configured, DialectTrial other) => findings.Add(
        configured.AsksForSignIn || other.AsksForSignIn
            ? Finding.Failed(Site, "the public site demands a SAML sign-in before a session", SignIn.Remedy)
            : configured.IsThere || other.IsThere
                ? Finding.Ok(Site, "the public site demands none")
                : Finding.NotAsked(Site, "there is no answer to read it from"));

    private void ReadRefusal(DialectTrial configured, DialectTrial other, TriedWay way)
    {
        var spoken = configured.IsThere ? configured : other;
        if (!spoken.IsThere || spoken.IsSpoken || spoken.AsksForSignIn)
        {
            return;
        }

        findings.Add(Finding.Failed(TrialRequest.Step, $"the appliance knows the address of {spoken.Api} and hands over no client", way switch
        {
            TriedWay.Key => "Ask for a new key: this one is wrong, used or expired. If a fresh one fails too, the parameter may have another name: Appliance:SessionKeyParameter.",
            TriedWay.Representative => "Check that this representative is logged in under exactly this name for customers.",
            _ => "Check on the appliance that its public site takes front-end requests (issue menu) into the general queue.",
        }));
    }

    private void ReadRepeat(DialectTrial configured)
    {
        if (configured.Get.IsClient)
        {
            findings.Add(Finding.Ok(
                "asked again",
                !configured.Again.IsClient ? "no client the second time: this request works once"
                : configured.Again.FileName == configured.Get.FileName ? "the same client again"
                : "another client, with a name of its own"));
        }
    }

    private void ReadKeyLength(bool isGood, TriedWay way, int configuredLength)
    {
        if (isGood && way is TriedWay.Key { Typed: var key } && key.Reveal().Length != configuredLength)
        {
            findings.Add(Finding.Failed(
                "key length",
                $"this key has {key.Reveal().Length} letters and digits, and the portal takes {configuredLength} only",
                $"Set Portal:SessionKeyLength to {key.Reveal().Length}."));
            proposals.Add($"Portal:SessionKeyLength={key.Reveal().Length}");
        }
    }
}
