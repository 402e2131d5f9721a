using System.Text.RegularExpressions;

namespace PortalProxy.Appliance;

/// <summary>
/// What an exception says, without what it quotes: a parser complains in the words of the answer, and an answer of the command API
/// holds private names.
/// </summary>
internal static partial class FailureMessage
{
    public static string Of(Exception failure) => Quoted().Replace(failure.GetBaseException().Message, "…");

    // From the first quotation mark to the last: what is quoted may hold some itself.
    [GeneratedRegex("'.*'", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
