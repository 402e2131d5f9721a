using System.Text;
using System.Text.RegularExpressions;

namespace PortalProxy.Appliance;

/// <summary>
/// Makes what the appliance said fit to print or to log. It may quote what it was sent, and it makes secrets of its own (tokens, the file
/// name that ties a client to its session), so known secrets and every long run of letters and digits are masked.
/// </summary>
internal sealed partial class Redaction(IEnumerable<string> secrets)
{
    private const string Mask = "•••";

    // A shorter one would be found in the middle of every other word, and so betrayed by its mask.
    private const int ShortestAnywhere = 4;

    private readonly Regex[] known =
    [
        .. secrets
            .Where(secret => secret.Length > 0)
            .SelectMany(Spellings)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(secret => secret.Length)
            .Select(secret => new Regex(
                secret.Length >= ShortestAnywhere ? Regex.Escape(secret) : $@"(?<!\w){Regex.Escape(secret)}(?!\w)",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)),
    ];

    /// <summary>What must not be printed: the account's secret, and whatever else is named.</summary>
    public static Redaction Of(ApplianceOptions options, params string[] others) => new(
    [
        .. options.Credentials switch
        {
            CommandCredentials.Login login => [login.Password],
            CommandCredentials.OAuthClient client => [client.Secret, Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client.Id}:{client.Secret}"))],
            _ => Array.Empty<string>(),
        },
        .. others,
    ]);

    /// <summary>One line without secrets and without anything that a terminal would obey.</summary>
    public string Clean(string text)
    {
        var masked = known.Aggregate(text, (rest, secret) => secret.Replace(rest, Mask));
        masked = LongRun().Replace(masked, Mask);
        return string.Concat(masked.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
    }

    // As it stands, and as an address or a form holds it.
    private static string[] Spellings(string secret) =>
        [secret, Uri.EscapeDataString(secret), Uri.EscapeDataString(secret).Replace("%20", "+", StringComparison.Ordinal)];

    // Session tokens have 32 letters and more. Dashes and slashes count only where a token's mix of letters does: host names and
    // paths have them too.
    [GeneratedRegex("[A-Za-z0-9]{24,}|(?=[^ ]{0,30}[0-9])(?=[^ ]{0,30}[A-Z])(?=[^ ]{0,30}[a-z])[A-Za-z0-9+/_=-]{32,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongRun();
}
