using System.Globalization;
using System.Xml.Linq;

namespace PortalProxy.SimulatedAppliance.Command;

/// <summary><c>generate_session_key</c>: makes a key and the e-mail that invites a customer with it.</summary>
internal static class SessionKeyXml
{
    // No source states the vendor's own default.
    private const string DefaultSeconds = "3600";

    public static XElement Generate(ApplianceState state, RecordedRequest request, string site)
    {
        var queue = request.Value(ParameterNames.QueueId) ?? "";
        if (request.Value(ParameterNames.Type) != "support")
            return ErrorXml.With("The parameter type must be support.");
        if (!state.HasQueue(queue))
            return ErrorXml.With($"The queue {queue} does not exist: queue_id is general, rep:ID, team:ID or issue:CODE.");
        if (!int.TryParse(request.Value(ParameterNames.TimeToLive) ?? DefaultSeconds, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds < 1)
            return ErrorXml.With("The parameter ttl must be a whole number of seconds, 1 or more.");

        return Element(state.MakeKey(queue, TimeSpan.FromSeconds(seconds), request.Value(ParameterNames.ExternalKey)), site);
    }

    private static XElement Element(GeneratedKey key, string site)
    {
        var link = $"{site}/?ak={key.AccessKey}";
        return new XElement("session_key",
            new XElement("type", "support"),
            new XElement("ttl", (int)key.TimeToLive.TotalSeconds),
            new XElement("expires", key.Expires.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)),
            new XElement("queue", key.Queue),
            new XElement("external_key", key.ExternalKey),
            new XElement("short_key", key.ShortKey),
            new XElement("key_url", link),
            new XElement("mail_subject", "Support session invitation"),
            new XElement("mail_body", $"To start the session, open {link} or enter the session key {key.ShortKey} at {site}/"));
    }
}
