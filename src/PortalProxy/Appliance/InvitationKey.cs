using System.Diagnostics.CodeAnalysis;

namespace PortalProxy.Appliance;

/// <summary>The key of an invitation link (<c>/?ak=…</c>): 32 hexadecimal digits. A secret like <see cref="SessionKey"/>.</summary>
public sealed class InvitationKey
{
    public const int Length = 32;

    private readonly string key;

    private InvitationKey(string key) => this.key = key;

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out InvitationKey? key)
    {
        key = text is { Length: Length } && text.All(char.IsAsciiHexDigit) ? new(text) : null;
        return key is not null;
    }

    /// <summary>The key itself. For the request to the appliance and the customer's own form, nothing else.</summary>
    public string Reveal() => key;

    public override string ToString() => "•••";
}
