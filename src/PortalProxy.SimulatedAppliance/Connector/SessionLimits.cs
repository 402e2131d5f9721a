using System.Text;

namespace PortalProxy.SimulatedAppliance.Connector;

/// <summary>
/// The documented limits of the current API. What an appliance does beyond them is not documented: to refuse
/// is the simulation's own strictness, so that a portal which sends too much is found out rather than cut short.
/// </summary>
internal static class SessionLimits
{
    private const int CustomerCharacters = 100;
    private const int DescriptionBytes = 1024;
    private const int AttributeCharacters = 1024;

    // Of the values: the vendor does not say whether names count.
    private const int AttributeBytesInTotal = 10 * 1024;

    public static bool AreKept(RecordedRequest request, Naming naming, IReadOnlyList<string> locales)
    {
        var attributes = request.Parameters.Where(field => naming.IsAttribute(field.Name)).Select(field => field.Value).ToList();
        return naming.Customer.SelectMany(request.Values).All(value => Characters(value) <= CustomerCharacters)
            && naming.Description.SelectMany(request.Values).All(value => Bytes(value) <= DescriptionBytes)
            && attributes.All(value => Characters(value) <= AttributeCharacters)
            && attributes.Sum(Bytes) <= AttributeBytesInTotal
            && (!naming.Knows(ParameterNames.Locale) || request.Values(ParameterNames.Locale).All(locales.Contains));
    }

    // Code points: a customer counts an emoji as one.
    private static int Characters(string text) => text.EnumerateRunes().Count();

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
